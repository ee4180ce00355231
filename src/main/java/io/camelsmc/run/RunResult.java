package io.camelsmc.run;

import io.camelsmc.plan.Plan;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a run came to.
 *
 * @param runId names the run
 * @param plan what was to be done
 * @param startedAt when it began
 * @param endedAt when it was over
 * @param rows what became of each row, in the order of the plan
 * @param inOrderOfRows the same, in the order of the rows that the run was given
 * @param summary the run in numbers
 * @param stop why it stopped early; null when it went through
 * @param failure what must be thrown on once everything is reported; null when nothing must
 */
public record RunResult(
        String runId,
        Plan plan,
        Instant startedAt,
        Instant endedAt,
        List<RowOutcome> rows,
        List<RowOutcome> inOrderOfRows,
        RunSummary summary,
        @Nullable RunStop stop,
        @Nullable RuntimeException failure) {

    public RunResult {
        rows = List.copyOf(rows);
        inOrderOfRows = List.copyOf(inOrderOfRows);
    }

    /** Whether a signal ended it. */
    public boolean interrupted() {
        return stop != null && stop.kind() == RunStop.Kind.SIGNAL;
    }

    /**
     * Rows that the run got to and that did not end well: the one that stopped it, then the most urgent kinds, each kind in
     * the order of the plan.
     */
    public List<RowOutcome> attention() {
        return rows.stream()
                .filter(row -> row.reached() && !row.outcome().good())
                .sorted(Comparator.comparing((RowOutcome row) -> !stopped(row)).thenComparing(RowOutcome::outcome))
                .toList();
    }

    private boolean stopped(RowOutcome row) {
        return stop != null && stop.requestId() != null && stop.requestId().equals(row.requestId());
    }
}
