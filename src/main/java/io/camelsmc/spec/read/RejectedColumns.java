package io.camelsmc.spec.read;

import java.util.List;

/** The columns that a file of rejected rows has beside the original ones; ignored when it comes back. */
final class RejectedColumns {

    static final String ERROR_CODE = "_error_code";

    /** Marks an exported file some of whose cells carry an apostrophe before a formula sign. */
    static final String GUARDED = "_guarded";

    static final List<String> ALL = List.of(ERROR_CODE, "_field", "_message", "_fix", "_retryable", "_line");

    private RejectedColumns() {}

    /** Whether a column or field is a remark to the reader of the file and no part of the row. */
    static boolean isIgnored(String name) {
        return name.startsWith("_");
    }
}
