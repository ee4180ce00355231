package io.camelsmc.cli.options;

import io.camelsmc.cli.exit.ExitCode;
import io.camelsmc.job.Verdict;
import io.camelsmc.lifecycle.VerbResult;
import io.camelsmc.run.VerbRunResult;
import java.util.EnumSet;
import java.util.Set;

/** What a verb ends with. */
public final class VerbExit {

    private VerbExit() {}

    /**
     * The code of a result.
     *
     * @param dryRun whether nothing was to be sent, so that what would be sent is not left undone
     * @param interrupted whether a signal ended it
     */
    public static ExitCode of(VerbRunResult result, boolean dryRun, boolean interrupted) {
        Set<ExitCode> findings = EnumSet.of(ExitCode.OK);
        if (interrupted) {
            findings.add(ExitCode.INTERRUPTED);
        }
        if (result.stop() != null) {
            findings.add(ExitCode.INCOMPLETE);
        }
        for (VerbResult one : result.results()) {
            switch (one.outcome()) {
                case REFUSED, FAILED -> findings.add(ExitCode.ROWS_FAILED);
                case UNKNOWN -> findings.add(ExitCode.INCOMPLETE);
                case WAITING -> {
                    if (!dryRun || !one.planned().verdict().is(Verdict.Kind.DO)) {
                        findings.add(ExitCode.INCOMPLETE);
                    }
                }
                case DONE, ALREADY -> {}
            }
        }
        return ExitCode.of(findings);
    }
}
