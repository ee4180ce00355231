package io.camelsmc.client.http;

import java.time.Duration;
import org.apache.hc.core5.http.HttpHost;
import org.jspecify.annotations.Nullable;

/** Says in one sentence what went wrong with which host. */
final class FaultText {

    private FaultText() {}

    static String of(TransportFault fault, HttpHost target, SmcClientConfig config, Exception e) {
        String host = target.toHostString();
        return switch (fault) {
            case DNS_FAILURE -> host + " does not resolve";
            case CONNECTION_REFUSED -> host + " refused the connection or cannot be routed to";
            case CONNECT_TIMEOUT -> host + " did not accept a connection within " + seconds(config.connectTimeout());
            case TLS_FAILURE -> "no secure connection to " + host + ": " + reason(e);
            case POOL_EXHAUSTED -> "no free connection among " + config.maxConnections();
            case READ_TIMEOUT -> host + " sent nothing for " + seconds(config.readTimeout());
            case CONNECTION_RESET -> "the connection to " + host + " broke";
            case CALL_TIMEOUT -> "the call to " + host + " took longer than " + seconds(config.callTimeout());
            case CANCELLED -> "the call to " + host + " was interrupted";
            case TRUNCATED -> "the answer of " + host + " broke off";
            case TOO_LARGE ->
                "the answer of " + host + " is larger than allowed (body " + CappedBody.MAX_BYTES + " bytes)";
            case UNPARSEABLE -> "the answer of " + host + " is not HTTP or is wrongly compressed";
        };
    }

    /** The innermost reason: the outer ones of the TLS library only say that the handshake failed. */
    private static String reason(Throwable e) {
        Throwable reason = e;
        for (Throwable cause = e.getCause(); cause != null; cause = cause.getCause()) {
            reason = cause;
        }
        @Nullable String text = reason.getMessage();
        return text == null ? reason.getClass().getSimpleName() : text;
    }

    private static String seconds(Duration duration) {
        return duration.toMillis() % 1000 == 0 ? duration.toSeconds() + " s" : duration.toMillis() + " ms";
    }
}
