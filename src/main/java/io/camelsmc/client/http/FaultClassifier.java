package io.camelsmc.client.http;

import java.io.EOFException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.security.cert.CertificateException;
import java.util.zip.ZipException;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.apache.hc.client5.http.ClientProtocolException;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.core5.http.ConnectionClosedException;
import org.apache.hc.core5.http.ConnectionRequestTimeoutException;
import org.apache.hc.core5.http.MalformedChunkCodingException;
import org.apache.hc.core5.http.MessageConstraintException;
import org.apache.hc.core5.http.NoHttpResponseException;

/** Names the fault behind an exception of the HTTP library. */
final class FaultClassifier {

    private FaultClassifier() {}

    /** A failure before the request left. */
    static TransportFault beforeSending(IOException e) {
        if (e instanceof UnknownHostException) {
            return TransportFault.DNS_FAILURE;
        }
        if (e instanceof ConnectionRequestTimeoutException) {
            return TransportFault.POOL_EXHAUSTED;
        }
        if (e instanceof ConnectTimeoutException || e instanceof SocketTimeoutException) {
            return TransportFault.CONNECT_TIMEOUT;
        }
        if (e instanceof ConnectException || e instanceof NoRouteToHostException) {
            return TransportFault.CONNECTION_REFUSED;
        }
        if (e instanceof SSLException) {
            return brokeOff(e) ? TransportFault.CONNECTION_RESET : TransportFault.TLS_FAILURE;
        }
        return e instanceof InterruptedIOException ? TransportFault.CANCELLED : TransportFault.CONNECTION_RESET;
    }

    /** A failure after a byte of the request may have left. */
    static TransportFault afterSending(IOException e) {
        if (e instanceof SocketTimeoutException) {
            return TransportFault.READ_TIMEOUT;
        }
        if (e instanceof NoHttpResponseException || e instanceof SocketException || e instanceof SSLException) {
            return TransportFault.CONNECTION_RESET;
        }
        if (e instanceof MessageConstraintException) {
            return TransportFault.TOO_LARGE;
        }
        if (e instanceof ConnectionClosedException
                || e instanceof MalformedChunkCodingException
                || e instanceof EOFException) {
            return TransportFault.TRUNCATED;
        }
        if (e instanceof ClientProtocolException || e instanceof ZipException) {
            return TransportFault.UNPARSEABLE;
        }
        return e instanceof InterruptedIOException ? TransportFault.CANCELLED : TransportFault.CONNECTION_RESET;
    }

    /** A peer that hangs up during the handshake is an outage; a certificate that is refused is a configuration. */
    private static boolean brokeOff(IOException e) {
        if (e instanceof SSLPeerUnverifiedException) {
            return false;
        }
        for (Throwable cause = e.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof CertificateException) {
                return false;
            }
            if (cause instanceof EOFException || cause instanceof SocketException) {
                return true;
            }
        }
        return !(e instanceof SSLHandshakeException)
                && String.valueOf(e.getMessage()).contains("reset");
    }
}
