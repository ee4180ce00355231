package io.camelsmc.client;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The facts of one failed call.
 *
 * @param operation the action called, as SMC spells it
 * @param code error code of the service, or our own ({@code Network.ConnectTimeout}, {@code Response.Unparseable})
 * @param message text for people, already cut and free of secrets; may be empty
 * @param httpStatus HTTP status, 0 when no answer came
 * @param requestId id the service gave the call; null when unknown
 * @param advice what to do and who must act; may be empty
 * @param accountWide whether every other call of the account would fail the same way
 * @param executed what is known about the effect of the call
 * @param retryAfter how long the service asks to wait; null when it does not say
 * @param serverTime the Date header of the answer; null when absent
 */
public record SmcFailure(
        String operation,
        String code,
        String message,
        int httpStatus,
        @Nullable String requestId,
        String advice,
        boolean accountWide,
        Executed executed,
        @Nullable Duration retryAfter,
        @Nullable Instant serverTime) {

    /** What is known about the effect of a failed call. */
    public enum Executed {
        /** It certainly had no effect: it never left, or was refused before anything was done. */
        NO,
        /** It may have had its effect. Read back before sending again. */
        UNKNOWN
    }
}
