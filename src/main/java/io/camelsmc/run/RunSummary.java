package io.camelsmc.run;

import java.time.Duration;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * A run in numbers. The counts are taken as rows end, independently of the list of rows, so that a row which is lost or
 * counted twice shows.
 *
 * @param rows rows of the plan
 * @param counts rows by outcome; every outcome is there
 * @param calls calls to the service
 * @param elapsed time from the start of the run to its end
 */
public record RunSummary(int rows, Map<OutcomeLabel, Long> counts, CallCounts calls, Duration elapsed) {

    public RunSummary {
        EnumMap<OutcomeLabel, Long> copy = new EnumMap<>(OutcomeLabel.class);
        for (OutcomeLabel label : OutcomeLabel.values()) {
            copy.put(label, counts.getOrDefault(label, 0L));
        }
        counts = Collections.unmodifiableMap(copy);
    }

    /** Rows that ended so. */
    public long count(OutcomeLabel outcome) {
        return counts.getOrDefault(outcome, 0L);
    }

    /** Rows that ended at all. */
    public long accounted() {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    /** Whether every row ended exactly once. */
    public boolean balanced() {
        return accounted() == rows;
    }

    /** Rows that ended in rejected, conflict or failed, or are invalid. */
    public long unsuccessful() {
        return count(OutcomeLabel.INVALID)
                + count(OutcomeLabel.REJECTED)
                + count(OutcomeLabel.CONFLICT)
                + count(OutcomeLabel.FAILED);
    }
}
