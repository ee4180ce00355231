package io.camelsmc.emulator;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What a fault file says.
 *
 * <p>The file is a JSON object with {@code quirks}, a list of names of {@link Quirk}; {@code faults}, a list of
 * objects; {@code failures}, a list of jobs that go into error; {@code answers}, the codes of refusals by the names of
 * {@link SyntheticCode}; and {@code times}, the fields of {@link JobTimes}. An object of {@code faults} has
 * {@code fault} and may have {@code action}, {@code sourceId}, {@code name}, {@code from}, {@code until}, {@code nth},
 * {@code every}, {@code probability}, {@code seed}, {@code times}, {@code committed}, {@code millis}, {@code bytes},
 * {@code status}, {@code code}, {@code message} and {@code headers}. A bare list is taken as {@code faults}.
 *
 * @param rules the rules in order
 * @param quirks the quirks to switch on
 * @param failures jobs that go into error on their way
 * @param answers what refusals answer for which no page gives a code
 * @param times changes of {@link JobTimes} by name
 */
public record FaultFile(
        List<FaultRule> rules,
        Set<Quirk> quirks,
        List<JobFailure> failures,
        Map<SyntheticCode, GivenAnswer> answers,
        Map<String, Double> times) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Copies the collections. */
    public FaultFile {
        rules = List.copyOf(rules);
        quirks = Set.copyOf(quirks);
        failures = List.copyOf(failures);
        answers = Map.copyOf(answers);
        times = Map.copyOf(times);
    }

    /**
     * Reads a file.
     *
     * @throws IOException when it cannot be read
     * @throws IllegalArgumentException when it says something that is not known; the message names file and field
     */
    public static FaultFile read(Path file) throws IOException {
        return parse(file.toString(), Files.readString(file));
    }

    static FaultFile parse(String fileName, String text) {
        JsonNode root;
        try {
            root = JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(fileName + ": not JSON: " + e.getOriginalMessage(), e);
        }
        JsonFields top = new JsonFields(fileName, "", root);
        if (root.isArray()) {
            return new FaultFile(rules(top, root), Set.of(), List.of(), Map.of(), Map.of());
        }
        top.knowsOnly(Set.of("faults", "quirks", "failures", "answers", "times"));
        return new FaultFile(
                rules(top, list(top, "faults")),
                quirks(top),
                failures(top, list(top, "failures")),
                answers(top.inside("answers")),
                times(top.inside("times")));
    }

    /** The same with what a JSON document says about times alone. */
    static Map<String, Double> times(JsonFields fields) {
        Map<String, Double> times = new TreeMap<>();
        if (fields.node().isMissingNode()) {
            return times;
        }
        fields.knowsOnly(JobTimes.NAMES);
        fields.node().properties().forEach(field -> {
            double value = fields.upTo(field.getKey(), 0, Integer.MAX_VALUE);
            try {
                JobTimes.USUAL.with(field.getKey(), value);
            } catch (IllegalArgumentException e) {
                throw fields.wrong(field.getKey(), String.valueOf(e.getMessage()));
            }
            times.put(field.getKey(), value);
        });
        return times;
    }

    private static JsonNode list(JsonFields top, String field) {
        JsonNode list = top.node().path(field);
        if (!list.isArray() && !list.isMissingNode()) {
            throw top.wrong(field, "expected a list");
        }
        return list;
    }

    private static List<FaultRule> rules(JsonFields top, JsonNode list) {
        List<FaultRule> rules = new ArrayList<>();
        for (JsonNode item : list) {
            rules.add(new FaultFields(top.item("faults", rules.size(), item)).rule());
        }
        return rules;
    }

    private static List<JobFailure> failures(JsonFields top, JsonNode list) {
        List<JobFailure> failures = new ArrayList<>();
        for (JsonNode item : list) {
            failures.add(FailureFields.read(top.item("failures", failures.size(), item)));
        }
        return failures;
    }

    private static Set<Quirk> quirks(JsonFields top) {
        Set<Quirk> quirks = new HashSet<>();
        for (JsonNode name : top.node().path("quirks")) {
            quirks.add(top.constant(Quirk.class, "quirks", name.asText()));
        }
        return quirks;
    }

    private static Map<SyntheticCode, GivenAnswer> answers(JsonFields fields) {
        Map<SyntheticCode, GivenAnswer> answers = new EnumMap<>(SyntheticCode.class);
        fields.node().fieldNames().forEachRemaining(name -> {
            SyntheticCode refusal = fields.constant(SyntheticCode.class, name, name);
            JsonFields answer = fields.inside(name);
            answer.knowsOnly(Set.of("status", "code"));
            String code = answer.textOrEmpty("code");
            int status = (int) answer.number("status", refusal.status(), 400);
            try {
                answers.put(refusal, new GivenAnswer(status, code.isEmpty() ? refusal.code() : code));
            } catch (IllegalArgumentException e) {
                throw fields.wrong(name, String.valueOf(e.getMessage()));
            }
        });
        return answers;
    }
}
