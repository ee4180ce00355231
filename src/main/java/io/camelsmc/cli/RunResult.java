package io.camelsmc.cli;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
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
record RunResult(
        long rows,
        Map<String, Long> counts,
        boolean accounted,
        boolean timedOut,
        boolean interrupted,
        @Nullable String failure) {

    private static final Set<String> GOOD = Set.of("created", "adopted", "unchanged");
    private static final Set<String> FAILED = Set.of("invalid", "rejected", "conflict");

    RunResult {
        counts = new TreeMap<>(counts);
    }

    /** Rows that are neither done nor finally failed. */
    long pending() {
        return rows - sum(GOOD) - sum(FAILED);
    }

    /** Whether the run was ended from outside, so that nothing can be said about inputs it did not come to. */
    boolean stopped() {
        return timedOut || interrupted;
    }

    /** The same result with a reason why the run could not go on. */
    RunResult failed(String reason) {
        return new RunResult(rows, counts, accounted, timedOut, interrupted, failure == null ? reason : failure);
    }

    ExitCode exitCode() {
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
        if (sum(FAILED) > 0) {
            findings.add(ExitCode.ROWS_FAILED);
        }
        return ExitCode.of(findings);
    }

    private long sum(Set<String> labels) {
        return labels.stream()
                .mapToLong(label -> counts.getOrDefault(label, 0L))
                .sum();
    }
}
