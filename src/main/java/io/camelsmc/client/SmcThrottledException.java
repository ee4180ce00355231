package io.camelsmc.client;

import org.jspecify.annotations.Nullable;

/** The service asks to slow down; the call had no effect and may go again. */
public final class SmcThrottledException extends SmcException {

    private static final long serialVersionUID = 1L;

    public SmcThrottledException(SmcFailure failure, @Nullable Throwable cause) {
        super(ErrorClass.THROTTLED, failure, cause);
    }
}
