package io.camelsmc.cli;

import io.camelsmc.apply.OutcomeLabel;
import io.camelsmc.apply.RunResult;
import io.camelsmc.apply.RunStop;
import io.camelsmc.apply.RunSummary;
import java.util.EnumSet;
import java.util.Set;

/** The exit code of a run. */
final class ApplyExit {

    private ApplyExit() {}

    static ExitCode of(RunResult result) {
        RunSummary summary = result.summary();
        Set<ExitCode> findings = EnumSet.of(ExitCode.OK);
        RunStop stop = result.stop();
        boolean strict = stop != null && stop.kind() == RunStop.Kind.STRICT;
        if (result.interrupted()) {
            findings.add(ExitCode.INTERRUPTED);
        }
        if (!summary.balanced()) {
            findings.add(ExitCode.CANNOT_RUN);
        }
        // A refused sheet waits for its author; running the same command again would not help.
        if (!strict && (stop != null || summary.count(OutcomeLabel.PENDING) > 0)) {
            findings.add(ExitCode.INCOMPLETE);
        }
        if (summary.unsuccessful() > 0) {
            findings.add(ExitCode.ROWS_FAILED);
        }
        if (result.failure() != null) {
            findings.add(Failures.exit(result.failure()));
        }
        return ExitCode.of(findings);
    }
}
