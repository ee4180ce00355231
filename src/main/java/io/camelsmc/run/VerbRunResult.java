package io.camelsmc.run;

import io.camelsmc.job.Verb;
import io.camelsmc.lifecycle.VerbOutcome;
import io.camelsmc.lifecycle.VerbResult;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What became of a verb.
 *
 * @param results one for each selected job, in the order of the jobs
 * @param sent whether the verb was to be sent at all; false after a dry run, or when nobody approved
 * @param stop why it ended before its time; null when it did not
 * @param calls calls to the service
 */
public record VerbRunResult(
        Verb verb,
        String account,
        List<VerbResult> results,
        boolean sent,
        @Nullable String stop,
        long calls,
        Duration elapsed) {
    public VerbRunResult {
        results = List.copyOf(results);
    }

    /** How many jobs ended how; every outcome is a key. The counts add up to the selected jobs. */
    public Map<VerbOutcome, Long> counts() {
        Map<VerbOutcome, Long> counts = new EnumMap<>(VerbOutcome.class);
        for (VerbOutcome outcome : VerbOutcome.values()) {
            counts.put(outcome, 0L);
        }
        results.forEach(result -> counts.merge(result.outcome(), 1L, Long::sum));
        return counts;
    }

    public long count(VerbOutcome outcome) {
        return counts().getOrDefault(outcome, 0L);
    }
}
