package io.camelsmc.emulator;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Reads the fields of one object of a fault file and says exactly which one it cannot take. */
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

    private final String file;
    private final String path;
    private final JsonNode node;

    FaultFields(String file, String path, JsonNode node) {
        this.file = file;
        this.path = path;
        this.node = node;
    }

    FaultRule rule() {
        knowsOnly(RULE_FIELDS);
        FaultMatch all = FaultMatch.on(text("action"));
        long nth = number("nth", 0, 1);
        FaultMatch match = new FaultMatch(
                all.action(),
                text("sourceId"),
                text("name"),
                instant("from"),
                instant("until"),
                (int) nth,
                (int) number("every", 0, 1),
                share(),
                number("seed", 0, Long.MIN_VALUE),
                (int) number("times", nth > 0 ? 1 : Integer.MAX_VALUE, 1));
        return match.then(effect());
    }

    Set<Quirk> quirks() {
        Set<Quirk> quirks = new HashSet<>();
        for (JsonNode name : node.path("quirks")) {
            quirks.add(constant(Quirk.class, "quirks", name.asText()));
        }
        return quirks;
    }

    void knowsOnly(Set<String> known) {
        if (!node.isObject()) {
            throw new IllegalArgumentException(
                    file + ": " + (path.isEmpty() ? "the file" : path) + ": expected an object");
        }
        node.fieldNames().forEachRemaining(field -> {
            if (!known.contains(field)) {
                throw wrong(field, "unknown field; known are " + new TreeSet<>(known));
            }
        });
    }

    IllegalArgumentException wrong(String field, String problem) {
        return new IllegalArgumentException(file + ": " + (path.isEmpty() ? "" : path + ".") + field + ": " + problem);
    }

    private FaultEffect effect() {
        String name = text("fault");
        if (name == null) {
            throw wrong("fault", "missing; known are " + Arrays.toString(Fault.values()));
        }
        FaultEffect effect = FaultEffect.of(constant(Fault.class, "fault", name))
                .ofBytes(number("bytes", 0, 1))
                .answering((int) number("status", 0, 100), textOrEmpty("code"), textOrEmpty("message"));
        if (node.has("millis")) {
            effect = effect.lasting(Duration.ofMillis(number("millis", 0, Long.MIN_VALUE)));
        }
        for (var header : node.path("headers").properties()) {
            effect = effect.withHeader(header.getKey(), header.getValue().asText());
        }
        return placed(effect);
    }

    private FaultEffect placed(FaultEffect effect) {
        JsonNode committed = node.path("committed");
        if (committed.isMissingNode()) {
            return effect;
        }
        if (!committed.isBoolean()) {
            throw wrong("committed", "expected true or false, got " + committed);
        }
        try {
            return committed.asBoolean() ? effect.afterCommit() : effect.beforeCommit();
        } catch (IllegalArgumentException e) {
            throw wrong("committed", String.valueOf(e.getMessage()));
        }
    }

    private <E extends Enum<E>> E constant(Class<E> type, String field, String name) {
        for (E candidate : type.getEnumConstants()) {
            if (candidate.name().equalsIgnoreCase(name)) {
                return candidate;
            }
        }
        throw wrong(field, "unknown name " + name + "; known are " + Arrays.toString(type.getEnumConstants()));
    }

    private @Nullable String text(String field) {
        JsonNode value = node.path(field);
        if (!value.isMissingNode() && !value.isTextual()) {
            throw wrong(field, "expected a text, got " + value);
        }
        return value.isMissingNode() ? null : value.asText();
    }

    private String textOrEmpty(String field) {
        String value = text(field);
        return value == null ? "" : value;
    }

    private long number(String field, long absent, long least) {
        JsonNode value = node.path(field);
        if (value.isMissingNode()) {
            return absent;
        }
        if (!value.isIntegralNumber() || value.asLong() < least) {
            throw wrong(field, "expected a whole number" + (least > 0 ? " from " + least : "") + ", got " + value);
        }
        return value.asLong();
    }

    private double share() {
        JsonNode value = node.path("probability");
        if (value.isMissingNode()) {
            return 1;
        }
        if (!value.isNumber() || value.asDouble() < 0 || value.asDouble() > 1) {
            throw wrong("probability", "expected a number from 0 to 1, got " + value);
        }
        return value.asDouble();
    }

    private @Nullable Instant instant(String field) {
        String text = text(field);
        try {
            return text == null ? null : Instant.parse(text);
        } catch (DateTimeException e) {
            throw wrong(field, "expected a time like 2026-01-15T08:30:00Z, got " + text);
        }
    }
}
