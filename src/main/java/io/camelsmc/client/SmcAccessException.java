package io.camelsmc.client;

import org.jspecify.annotations.Nullable;

/** Credentials, permissions, the service role or the account itself; no row can succeed until that is mended. */
public final class SmcAccessException extends SmcException {

    private static final long serialVersionUID = 1L;

    public SmcAccessException(SmcFailure failure, @Nullable Throwable cause) {
        super(ErrorClass.ACCESS, failure, cause);
    }
}
