package io.camelsmc.client.wire;

/** A body that claims success but is not the answer of the operation. The message names what is missing, never the body. */
public final class UnreadableResponseException extends Exception {

    private static final long serialVersionUID = 1L;

    public UnreadableResponseException(String message) {
        super(message);
    }
}
