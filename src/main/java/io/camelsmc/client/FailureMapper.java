package io.camelsmc.client;

import io.camelsmc.client.http.TransportException;
import io.camelsmc.client.http.TransportResponse;
import io.camelsmc.client.wire.ErrorBody;
import io.camelsmc.diag.SafeText;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/** Turns what came back, or did not, into the exception that says what may be done next. Decides by the error table. */
final class FailureMapper {

    private final ErrorTable table = ErrorTable.standard();
    private final ClockSkew skew;

    FailureMapper(ClockSkew skew) {
        this.skew = skew;
    }

    /** No complete answer. What certainly never left is never in doubt. */
    SmcException ofTransport(SmcOperation operation, TransportException e) {
        ErrorEntry entry = table.lookup(e.fault().code(), 0);
        ErrorClass errorClass = entry.errorClass(operation);
        String advice = advice(entry, errorClass);
        if (!e.sent() && errorClass == ErrorClass.OUTCOME_UNKNOWN) {
            errorClass = ErrorClass.UNAVAILABLE;
            advice = "nothing left this machine; the call goes again";
        }
        SmcFailure failure = SmcFailure.of(operation, e.fault().code(), errorClass.executed())
                .message(Redaction.clean(e.getMessage(), null))
                .httpStatus(e.status())
                .advice(advice)
                .accountWide(entry.accountWide())
                .build();
        return errorClass.exception(failure, e);
    }

    /** A complete answer with a status that is not a success. */
    SmcException ofAnswer(SmcOperation operation, TransportResponse response, SmcCredentials credentials) {
        int status = response.status();
        if (status >= 300 && status < 400) {
            return build(operation, response, "Response.Redirect", redirectText(response), null);
        }
        ErrorBody body = ErrorBody.parse(response.body());
        String code = body.code();
        if (code == null) {
            return build(operation, response, codeOf(response), pageText(response), body.requestId());
        }
        String message = Redaction.clean(body.message(), credentials);
        String denied = body.deniedAction();
        if (denied != null) {
            message += " (missing permission: " + SafeText.excerpt(denied) + ")";
        }
        Instant serverTime = serverTime(response);
        if (serverTime != null && (code.equals("InvalidTimeStamp.Expired") || code.equals("IllegalTimestamp"))) {
            message += " (" + skew.correct(serverTime) + ")";
        }
        return build(operation, response, Redaction.clean(code, credentials), message, body.requestId());
    }

    /** A success status over a body that is not the answer of the operation. */
    SmcException ofUnreadable(
            SmcOperation operation, TransportResponse response, String reason, SmcCredentials credentials) {
        String text = Redaction.clean(reason, credentials) + "; content type " + contentType(response);
        return build(operation, response, "Response.Unparseable", text, null);
    }

    /** A refusal of our own; nothing was sent. */
    SmcException local(SmcOperation operation, String code, String message) {
        ErrorEntry entry = table.lookup(code, 0);
        SmcFailure failure = SmcFailure.of(operation, code, SmcFailure.Executed.NO)
                .message(Redaction.clean(message, null))
                .advice(entry.advice())
                .accountWide(entry.accountWide())
                .build();
        return entry.errorClass().exception(failure, null);
    }

    private SmcException build(
            SmcOperation operation,
            TransportResponse response,
            String code,
            String message,
            @Nullable String requestId) {
        ErrorEntry entry = table.lookup(code, response.status());
        ErrorClass errorClass = entry.errorClass(operation);
        boolean accountWide = entry.accountWide();
        String advice = advice(entry, errorClass);
        Duration demanded = response.status() >= 400 ? RetryAfter.demanded(response) : null;
        if (demanded != null && errorClass != ErrorClass.THROTTLED) {
            errorClass = ErrorClass.THROTTLED;
            accountWide = false;
            advice = table.lookup("Throttling", response.status()).advice();
        }
        SmcFailure failure = SmcFailure.of(operation, code, errorClass.executed())
                .message(message)
                .httpStatus(response.status())
                .requestId(requestId == null ? response.header("x-acs-request-id") : requestId)
                .advice(advice)
                .accountWide(accountWide)
                .retryAfter(RetryAfter.hinted(response))
                .serverTime(serverTime(response))
                .build();
        return errorClass.exception(failure, null);
    }

    /** Advice on doubt is of no use to a read. */
    private static String advice(ErrorEntry entry, ErrorClass errorClass) {
        boolean softened = entry.errorClass() == ErrorClass.OUTCOME_UNKNOWN && errorClass == ErrorClass.UNAVAILABLE;
        return softened ? "check endpoint and proxy, and read again" : entry.advice();
    }

    private static String codeOf(TransportResponse response) {
        return switch (response.status()) {
            case 401, 403, 407 -> "Response.AccessDenied";
            case 429 -> "Response.TooManyRequests";
            default -> "Response.Unparseable";
        };
    }

    private static String pageText(TransportResponse response) {
        return "the answer names no error code; content type " + contentType(response);
    }

    private static String redirectText(TransportResponse response) {
        String host = null;
        try {
            String location = response.header("location");
            host = location == null ? null : URI.create(location.strip()).getHost();
        } catch (IllegalArgumentException e) {
            // An address that cannot be read names no host.
        }
        return "not followed; points to " + (host == null ? "no readable host" : "host " + SafeText.excerpt(host));
    }

    private static String contentType(TransportResponse response) {
        String type = response.header("content-type");
        return type == null
                ? "not given"
                : SafeText.excerpt(type.replaceAll(";.*", "").strip());
    }

    private static @Nullable Instant serverTime(TransportResponse response) {
        String date = response.header("date");
        try {
            return date == null
                    ? null
                    : ZonedDateTime.parse(date.strip(), DateTimeFormatter.RFC_1123_DATE_TIME)
                            .toInstant();
        } catch (DateTimeException e) {
            return null;
        }
    }
}
