package io.camelsmc.client;

import org.jspecify.annotations.Nullable;

/** The service refused this request for good; the row must be edited. */
public final class SmcRejectedException extends SmcException {

    private static final long serialVersionUID = 1L;

    public SmcRejectedException(SmcFailure failure, @Nullable Throwable cause) {
        super(ErrorClass.REJECTED, failure, cause);
    }
}
