package io.camelsmc.cli.route;

import io.camelsmc.cli.exit.ExitCode;
import io.camelsmc.component.WaveSummary;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What a run came to.
 *
 * @param rows rows read
 * @param counts rows by outcome or error class
 * @param accounted whether every row was counted exactly once
 * @param timedOut whether the time limit ended the run
 * @param interrupted whether a signal ended the run
 * @param failure why the run could not go on; null when it could
 */
public record RouteResult(
        long rows,
        Map<String, Long> counts,
        boolean accounted,
        boolean timedOut,
        boolean interrupted,
        @Nullable String failure) {

    public RouteResult {
        counts = new TreeMap<>(counts);
    }

    /** Rows that are neither done nor finally failed. */
    public long pending() {
        return rows - sum(WaveSummary::isGood) - sum(WaveSummary::isFailed) - sum(WaveSummary::isSkipped);
    }

    /** Whether the run was ended from outside, so that nothing can be said about inputs it did not come to. */
    public boolean stopped() {
        return timedOut || interrupted;
    }

    /** The same result with a reason why the run could not go on. */
    public RouteResult failed(String reason) {
        return new RouteResult(rows, counts, accounted, timedOut, interrupted, failure == null ? reason : failure);
    }

    public ExitCode exitCode() {
        Set<ExitCode> findings = EnumSet.of(ExitCode.OK);
        if (interrupted) {
            findings.add(ExitCode.INTERRUPTED);
        }
        if ((!accounted && !stopped()) || failure != null) {
            findings.add(ExitCode.CANNOT_RUN);
        }
        if (timedOut || pending() > 0) {
            findings.add(ExitCode.INCOMPLETE);
        }
        if (sum(WaveSummary::isFailed) > 0) {
            findings.add(ExitCode.ROWS_FAILED);
        }
        return ExitCode.of(findings);
    }

    private long sum(Predicate<String> labels) {
        return counts.entrySet().stream()
                .filter(count -> labels.test(count.getKey()))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }
}
