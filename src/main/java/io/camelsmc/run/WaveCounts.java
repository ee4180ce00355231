package io.camelsmc.run;

import io.camelsmc.job.Outcome;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Rows of one wave in one region by outcome.
 *
 * @param wave the wave, {@code -} when its rows name none
 * @param region the region, {@code -} when its rows name none
 * @param counts rows by outcome; only outcomes that occur
 */
public record WaveCounts(String wave, String region, Map<Outcome, Long> counts) {

    /** The waves of some rows, sorted. */
    public static List<WaveCounts> of(List<RowOutcome> rows) {
        Map<List<String>, WaveCounts> groups = new LinkedHashMap<>();
        for (RowOutcome row : rows) {
            groups.computeIfAbsent(
                            List.of(row.wave(), row.region()),
                            key -> new WaveCounts(row.wave(), row.region(), new EnumMap<>(Outcome.class)))
                    .counts
                    .merge(row.outcome(), 1L, Long::sum);
        }
        List<WaveCounts> sorted = new ArrayList<>(groups.values());
        sorted.sort(Comparator.comparing(WaveCounts::wave).thenComparing(WaveCounts::region));
        return sorted;
    }

    /** All rows of the group. */
    public long rows() {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    /** Rows that ended so. */
    public long count(Outcome outcome) {
        return counts.getOrDefault(outcome, 0L);
    }
}
