package io.camelsmc.cli.options;

import io.camelsmc.cli.exit.ExitCode;
import io.camelsmc.cli.exit.Failures;
import io.camelsmc.job.Outcome;
import io.camelsmc.run.RunResult;
import io.camelsmc.run.RunStop;
import io.camelsmc.run.RunSummary;
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
        if (!strict && (stop != null || summary.count(Outcome.PENDING) > 0)) {
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
