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

    /**
     * A failure of which only this is known: no answer, no text, one call alone concerned.
     *
     * @param code error code of the service, or our own
     */
    public static Builder of(SmcOperation operation, String code, Executed executed) {
        return of(operation.action(), code, executed);
    }

    /** The same for something that is no operation of the service. */
    public static Builder of(String operation, String code, Executed executed) {
        return new Builder(operation, code, executed);
    }

    /** A builder that holds all of this failure. */
    public Builder toBuilder() {
        return new Builder(operation, code, executed)
                .message(message)
                .httpStatus(httpStatus)
                .requestId(requestId)
                .advice(advice)
                .accountWide(accountWide)
                .retryAfter(retryAfter)
                .serverTime(serverTime);
    }

    /** Collects what is known of a failed call. */
    public static final class Builder {
        private final String operation;
        private final String code;
        private Executed executed;
        private String message = "";
        private int httpStatus;
        private @Nullable String requestId;
        private String advice = "";
        private boolean accountWide;
        private @Nullable Duration retryAfter;
        private @Nullable Instant serverTime;

        private Builder(String operation, String code, Executed executed) {
            this.operation = operation;
            this.code = code;
            this.executed = executed;
        }

        public Builder executed(Executed known) {
            executed = known;
            return this;
        }

        public Builder message(String text) {
            message = text;
            return this;
        }

        public Builder httpStatus(int status) {
            httpStatus = status;
            return this;
        }

        public Builder requestId(@Nullable String id) {
            requestId = id;
            return this;
        }

        public Builder advice(String text) {
            advice = text;
            return this;
        }

        public Builder accountWide(boolean all) {
            accountWide = all;
            return this;
        }

        public Builder retryAfter(@Nullable Duration wait) {
            retryAfter = wait;
            return this;
        }

        public Builder serverTime(@Nullable Instant time) {
            serverTime = time;
            return this;
        }

        /** Takes status and request id from the answer that led to this failure, if there was one. */
        public Builder answeredBy(@Nullable SmcException cause) {
            return cause == null ? this : httpStatus(cause.httpStatus()).requestId(cause.requestId());
        }

        public SmcFailure build() {
            return new SmcFailure(
                    operation,
                    code,
                    message,
                    httpStatus,
                    requestId,
                    advice,
                    accountWide,
                    executed,
                    retryAfter,
                    serverTime);
        }
    }
}
