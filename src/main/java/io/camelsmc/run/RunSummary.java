package io.camelsmc.run;

import io.camelsmc.job.Outcome;
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
public record RunSummary(int rows, Map<Outcome, Long> counts, CallCounts calls, Duration elapsed) {

    public RunSummary {
        EnumMap<Outcome, Long> copy = new EnumMap<>(Outcome.class);
        for (Outcome label : Outcome.values()) {
            copy.put(label, counts.getOrDefault(label, 0L));
        }
        counts = Collections.unmodifiableMap(copy);
    }

    /** Rows that ended so. */
    public long count(Outcome outcome) {
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
        return count(Outcome.INVALID) + count(Outcome.REJECTED) + count(Outcome.CONFLICT) + count(Outcome.FAILED);
    }
}
