package io.camelsmc.diag;

import org.jspecify.annotations.Nullable;

/**
 * A use case cannot continue. The message is for the person who asked for it: what is wrong and what to do. A face decides
 * by the kind how to end, for example with which exit code.
 */
public final class AbortException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** What would help. */
    public enum Kind {
        /** The request itself is wrong: another one is needed. */
        WRONG_USAGE,
        /** Something that the request needs is missing or broken. */
        CANNOT_RUN,
        /** The same request may go through later. */
        TRY_LATER,
        /** Nothing was done since rows, or the jobs that were named, must be corrected first. */
        ROWS_REFUSED,
        /** A signal came first. */
        INTERRUPTED
    }

    private final Kind kind;

    private AbortException(Kind kind, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.kind = kind;
    }

    public static AbortException wrongUsage(String message) {
        return wrongUsage(message, null);
    }

    public static AbortException wrongUsage(String message, @Nullable Throwable cause) {
        return new AbortException(Kind.WRONG_USAGE, message, cause);
    }

    public static AbortException cannotRun(String message) {
        return cannotRun(message, null);
    }

    public static AbortException cannotRun(String message, @Nullable Throwable cause) {
        return new AbortException(Kind.CANNOT_RUN, message, cause);
    }

    public static AbortException tryLater(String message) {
        return new AbortException(Kind.TRY_LATER, message, null);
    }

    public static AbortException rowsRefused(String message) {
        return new AbortException(Kind.ROWS_REFUSED, message, null);
    }

    public static AbortException interrupted(String message) {
        return new AbortException(Kind.INTERRUPTED, message, null);
    }

    public Kind kind() {
        return kind;
    }
}
