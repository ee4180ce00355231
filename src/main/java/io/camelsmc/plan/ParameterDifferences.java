package io.camelsmc.plan;

import io.camelsmc.job.JobDifference;
import io.camelsmc.spec.CanonicalParameters;
import io.camelsmc.spec.ReplicationJobSpec;
import io.camelsmc.spec.SpecField;
import io.camelsmc.state.JobRecord;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** What changed between the request that the journal remembers and the request that a row stands for now. */
final class ParameterDifferences {

    private static final String ABSENT = "absent";

    private ParameterDifferences() {}

    /** A record of what the service reported has more fields than any row: then only what the row names counts. */
    static List<JobDifference> between(JobRecord record, ReplicationJobSpec now) {
        return record.asReported() ? record.differences(now) : between(record.parameters(), now);
    }

    static List<JobDifference> between(SortedMap<String, String> before, ReplicationJobSpec now) {
        Map<SpecField, SortedMap<String, String>> was = byField(before);
        Map<SpecField, SortedMap<String, String>> is = byField(CanonicalParameters.of(now));
        List<JobDifference> differences = new ArrayList<>();
        for (SpecField field : SpecField.values()) {
            SortedMap<String, String> then = was.getOrDefault(field, new TreeMap<>());
            SortedMap<String, String> wanted = is.getOrDefault(field, new TreeMap<>());
            if (field != SpecField.CLIENT_TOKEN && !then.equals(wanted)) {
                differences.add(new JobDifference(field, show(field, wanted), show(field, then)));
            }
        }
        return differences;
    }

    private static Map<SpecField, SortedMap<String, String>> byField(SortedMap<String, String> parameters) {
        Map<SpecField, SortedMap<String, String>> grouped = new EnumMap<>(SpecField.class);
        parameters.forEach((name, value) ->
                grouped.computeIfAbsent(fieldOf(name), field -> new TreeMap<>()).put(name, value));
        return grouped;
    }

    private static SpecField fieldOf(String parameter) {
        int dot = parameter.indexOf('.');
        String head = dot < 0 ? parameter : parameter.substring(0, dot);
        for (SpecField field : SpecField.values()) {
            if (head.equals(field.wireName())) {
                return field;
            }
        }
        return SpecField.EXTRA_PARAMETERS;
    }

    private static String show(SpecField field, SortedMap<String, String> values) {
        if (values.isEmpty()) {
            return ABSENT;
        }
        return values.size() == 1 && values.firstKey().equals(field.wireName())
                ? values.values().iterator().next()
                : values.toString();
    }
}
