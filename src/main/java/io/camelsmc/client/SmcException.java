package io.camelsmc.client;

import io.camelsmc.diag.SafeText;
import org.jspecify.annotations.Nullable;

/**
 * A call to the service that did not succeed. One subclass for each decision a route can take; the code decides which,
 * never the message text. The message is safe to log: no secret, no signature, control characters escaped.
 */
public abstract sealed class SmcException extends Exception
        permits SmcRejectedException,
                SmcConflictException,
                SmcQuotaException,
                SmcAccessException,
                SmcThrottledException,
                SmcUnavailableException,
                SmcOutcomeUnknownException {

    private static final long serialVersionUID = 1L;

    private final ErrorClass errorClass;
    private final transient SmcFailure failure;

    SmcException(ErrorClass errorClass, SmcFailure failure, @Nullable Throwable cause) {
        super(message(failure), cause);
        this.errorClass = errorClass;
        this.failure = failure;
    }

    /** Code, status, request id and advice. */
    public SmcFailure failure() {
        return failure;
    }

    /** The error code of the service, or one of our own such as {@code Network.ReadTimeout}. */
    public String code() {
        return failure.code();
    }

    /** HTTP status, 0 when no answer came. */
    public int httpStatus() {
        return failure.httpStatus();
    }

    /** Id the service gave the call; null when no answer carried one. */
    public @Nullable String requestId() {
        return failure.requestId();
    }

    /** The routing class; its {@link ErrorClass#id()} is the text of headers and reports. */
    public ErrorClass errorClass() {
        return errorClass;
    }

    /** Whether the same row may succeed later without being edited. */
    public boolean retryable() {
        return errorClass.retryable();
    }

    /** Whether every other row of the account would fail the same way. */
    public boolean accountWide() {
        return failure.accountWide();
    }

    private static String message(SmcFailure failure) {
        StringBuilder text = new StringBuilder();
        text.append(failure.operation()).append(" failed: ").append(SafeText.excerpt(failure.code()));
        if (!failure.message().isEmpty()) {
            text.append(" – ").append(SafeText.escape(failure.message()));
        }
        text.append(failure.httpStatus() == 0 ? " (no HTTP answer" : " (HTTP " + failure.httpStatus());
        String requestId = failure.requestId();
        if (requestId != null) {
            text.append(", RequestId ").append(SafeText.excerpt(requestId));
        }
        text.append(')');
        if (!failure.advice().isEmpty()) {
            text.append("; ").append(failure.advice());
        }
        return text.toString();
    }
}
