package io.camelsmc.apply;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Why a run stopped before its rows were settled.
 *
 * @param kind what kind of reason it was
 * @param message what happened and what to do, for people
 * @param code error code, when a call was the reason; null otherwise
 * @param requestId id of that call; null when there is none
 */
public record RunStop(Kind kind, String message, @Nullable String code, @Nullable String requestId) {

    /** Kinds of reasons. */
    public enum Kind {
        /** A signal asked the process to end. */
        SIGNAL,
        /** More jobs would be made than were allowed to. */
        MAX_CREATE,
        /** More rows failed than were allowed to. */
        MAX_FAIL,
        /** The service refuses the whole account. */
        ACCOUNT,
        /** The service could not be asked what is there. */
        OUTAGE,
        /** A row is invalid, and that was not to be tolerated. */
        STRICT,
        /** The journal or this program failed. */
        FAILURE;

        /** Lower case with hyphens, as in reports and events. */
        public String label() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** A reason without a call. */
    public static RunStop of(Kind kind, String message) {
        return new RunStop(kind, message, null, null);
    }
}
