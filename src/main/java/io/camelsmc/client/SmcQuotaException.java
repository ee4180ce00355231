package io.camelsmc.client;

import org.jspecify.annotations.Nullable;

/** A quota or the balance of the account is used up; more rows would fail the same way. */
public final class SmcQuotaException extends SmcException {

    private static final long serialVersionUID = 1L;

    public SmcQuotaException(SmcFailure failure, @Nullable Throwable cause) {
        super(ErrorClass.QUOTA, failure, cause);
    }
}
