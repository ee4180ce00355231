package io.camelsmc.cli.options;

import io.camelsmc.cli.exit.ExitCode;
import io.camelsmc.takeover.TakeOverReport;
import java.util.EnumSet;
import java.util.Set;

/** What {@code smc adopt} and {@code smc state rebuild} end with. */
public final class TakeOverExit {

    private TakeOverExit() {}

    public static ExitCode of(TakeOverReport report) {
        Set<ExitCode> findings = EnumSet.of(ExitCode.OK);
        if (report.needsAttention()) {
            findings.add(ExitCode.ROWS_FAILED);
        }
        if (report.incomplete()) {
            findings.add(ExitCode.INCOMPLETE);
        }
        return ExitCode.of(findings);
    }
}
