package io.camelsmc.client;

import org.jspecify.annotations.Nullable;

/** The service could not be reached and the call certainly had no effect. */
public final class SmcUnavailableException extends SmcException {

    private static final long serialVersionUID = 1L;

    public SmcUnavailableException(SmcFailure failure, @Nullable Throwable cause) {
        super(ErrorClass.UNAVAILABLE, failure, cause);
    }
}
