package io.camelsmc.run;

import io.camelsmc.client.SmcException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Why a run stopped before its rows were settled.
 *
 * @param kind what kind of reason it was
 * @param message what happened and what to do, for people
 * @param code error code, when a call was the reason; null otherwise
 * @param requestId id of that call; null when there is none
 * @param advice what to do about that call; empty when there is none, or nothing is known
 */
public record RunStop(Kind kind, String message, @Nullable String code, @Nullable String requestId, String advice) {

    private static final String AGAIN = "run the same command again";

    /** Kinds of reasons. */
    public enum Kind {
        /** A signal asked the process to end. */
        SIGNAL,
        /** More jobs would be created than are allowed. */
        MAX_CREATE,
        /** More rows failed than were allowed to. */
        MAX_FAIL,
        /** The service refuses the whole account. */
        ACCOUNT,
        /** The service could not be asked what is there. */
        OUTAGE,
        /** The plan was shown, and nobody approved it. */
        NOT_APPROVED,
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
        return new RunStop(kind, message, null, null, "");
    }

    /** A reason that was a call. */
    public static RunStop of(Kind kind, String message, SmcException cause) {
        return new RunStop(
                kind, message, cause.code(), cause.requestId(), cause.failure().advice());
    }

    /** What must be fixed or decided before the same command makes sense again; empty for nothing. */
    public String first() {
        return switch (kind) {
            case SIGNAL -> "";
            case OUTAGE, ACCOUNT -> cause();
            case MAX_CREATE -> "raise --max-create, or select fewer rows with --target";
            case MAX_FAIL -> "look at the rows that failed; fix their common cause, or raise --max-fail";
            case NOT_APPROVED -> "approve the plan";
            case STRICT -> "correct the invalid rows, or leave --strict out to send the others";
            case FAILURE -> "see to the cause";
        };
    }

    /** What to do about a row that was not sent. */
    public String remedy() {
        String first = first();
        return first.isEmpty() ? AGAIN : first + (first.contains(",") ? "; then " : ", then ") + AGAIN;
    }

    /** The advice of the code, without the rerun that it may end with. */
    private String cause() {
        // Such advice is for who sends the call, and this one will not be sent again by itself.
        boolean ofTheCall = advice.startsWith("nothing to do") || advice.startsWith("read back");
        String own = ofTheCall ? "" : advice.replaceFirst("[;,] then run again$", "");
        return own.isEmpty() && kind == Kind.OUTAGE ? "check endpoint, proxy and firewall" : own;
    }
}
