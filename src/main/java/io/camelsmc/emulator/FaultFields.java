package io.camelsmc.emulator;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Arrays;
import java.util.Set;

/** Reads one rule of a fault file. */
final class FaultFields {

    private static final Set<String> RULE_FIELDS = Set.of(
            "fault",
            "action",
            "sourceId",
            "name",
            "from",
            "until",
            "nth",
            "every",
            "probability",
            "seed",
            "times",
            "committed",
            "millis",
            "bytes",
            "status",
            "code",
            "message",
            "headers");

    private final JsonFields fields;

    FaultFields(JsonFields fields) {
        this.fields = fields;
    }

    FaultRule rule() {
        fields.knowsOnly(RULE_FIELDS);
        FaultMatch all = FaultMatch.on(fields.text("action"));
        long nth = fields.number("nth", 0, 1);
        FaultMatch match = new FaultMatch(
                all.action(),
                fields.text("sourceId"),
                fields.text("name"),
                fields.instant("from"),
                fields.instant("until"),
                (int) nth,
                (int) fields.number("every", 0, 1),
                fields.upTo("probability", 1, 1),
                fields.number("seed", 0, Long.MIN_VALUE),
                (int) fields.number("times", nth > 0 ? 1 : Integer.MAX_VALUE, 1));
        return match.then(effect());
    }

    private FaultEffect effect() {
        String name = fields.text("fault");
        if (name == null) {
            throw fields.wrong("fault", "missing; known are " + Arrays.toString(Fault.values()));
        }
        FaultEffect effect = FaultEffect.of(fields.constant(Fault.class, "fault", name))
                .ofBytes(fields.number("bytes", 0, 1))
                .answering(
                        (int) fields.number("status", 0, 100),
                        fields.textOrEmpty("code"),
                        fields.textOrEmpty("message"));
        if (fields.node().has("millis")) {
            effect = effect.lasting(Duration.ofMillis(fields.number("millis", 0, Long.MIN_VALUE)));
        }
        for (var header : fields.node().path("headers").properties()) {
            effect = effect.withHeader(header.getKey(), header.getValue().asText());
        }
        return placed(effect);
    }

    private FaultEffect placed(FaultEffect effect) {
        JsonNode committed = fields.node().path("committed");
        if (committed.isMissingNode()) {
            return effect;
        }
        if (!committed.isBoolean()) {
            throw fields.wrong("committed", "expected true or false, got " + committed);
        }
        try {
            return committed.asBoolean() ? effect.afterCommit() : effect.beforeCommit();
        } catch (IllegalArgumentException e) {
            throw fields.wrong("committed", String.valueOf(e.getMessage()));
        }
    }
}
