package io.camelsmc.cli;

import java.util.ArrayList;
import java.util.List;

/** What a validation came to. Counts rows and findings; filled by {@link ValidateRun}. */
final class ValidateCounts {

    long files;
    long damagedFiles;
    long rows;
    long parked;
    long invalid;
    long warned;
    long errors;
    long warnings;
    long notes;

    /** Rows without a problem in files that strictness refuses for another row. */
    long refusedRows;

    final List<String> refusedFiles = new ArrayList<>();

    /** Rows that can be sent: not parked, not invalid, not in a refused file. */
    long good() {
        return Math.max(0, rows - parked - invalid - refusedRows);
    }

    ExitCode exitCode() {
        if (damagedFiles > 0) {
            return ExitCode.CANNOT_RUN;
        }
        return invalid > 0 || errors > 0 ? ExitCode.ROWS_FAILED : ExitCode.OK;
    }
}
