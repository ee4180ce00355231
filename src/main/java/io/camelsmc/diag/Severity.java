package io.camelsmc.diag;

/** How grave a {@link Diagnostic} is. */
public enum Severity {
    /** The row or the file cannot be used as it stands. */
    ERROR,
    /** Usable, but probably not what was meant. */
    WARNING,
    /** Worth knowing; asks for nothing. */
    INFO
}
