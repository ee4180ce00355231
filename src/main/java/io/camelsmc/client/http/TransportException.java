package io.camelsmc.client.http;

import org.jspecify.annotations.Nullable;

/** No complete answer. The message names the host and the reason; it holds nothing of the request. */
public final class TransportException extends Exception {

    private static final long serialVersionUID = 1L;

    private final TransportFault fault;
    private final boolean sent;
    private final int status;

    /**
     * A failed call.
     *
     * @param sent whether a byte of the request may have left
     * @param status status of an answer that broke off or was too large, 0 when none was seen
     */
    public TransportException(
            TransportFault fault, boolean sent, int status, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.fault = fault;
        this.sent = sent;
        this.status = status;
    }

    /** What went wrong. */
    public TransportFault fault() {
        return fault;
    }

    /** Whether a byte of the request may have left; false means that the service certainly never saw it. */
    public boolean sent() {
        return sent;
    }

    /** Status of an answer that broke off or was too large, 0 when none was seen. */
    public int status() {
        return status;
    }
}
