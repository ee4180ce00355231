package io.camelsmc.client.http;

/**
 * Carries one request to the endpoint it was made for. One call is at most one request on the wire: no resend after any
 * failure, no redirect, no authentication round. Safe to share between threads.
 */
public interface SmcTransport extends AutoCloseable {

    /**
     * Sends the request and reads the whole answer, whatever its status.
     *
     * @throws TransportException if no complete answer was had; says whether the request may have been sent
     */
    TransportResponse send(TransportRequest request) throws TransportException;

    @Override
    void close();
}
