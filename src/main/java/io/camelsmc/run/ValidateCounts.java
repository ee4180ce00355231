package io.camelsmc.run;

import java.util.ArrayList;
import java.util.List;

/** What a validation came to. Counts rows and findings; filled by {@link ValidateRun}. */
public final class ValidateCounts {

    public long files;
    public long damagedFiles;
    public long rows;
    public long parked;
    public long invalid;
    public long warned;
    public long errors;
    public long warnings;
    long notes;

    /** Rows without a problem in files that strictness refuses for another row. */
    public long refusedRows;

    public final List<String> refusedFiles = new ArrayList<>();

    /** Rows that can be sent: not parked, not invalid, not in a refused file. */
    public long good() {
        return Math.max(0, rows - parked - invalid - refusedRows);
    }
}
