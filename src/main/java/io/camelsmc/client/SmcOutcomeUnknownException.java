package io.camelsmc.client;

import org.jspecify.annotations.Nullable;

/** The call may have had its effect: resolve it by reading back before anything is sent again. */
public final class SmcOutcomeUnknownException extends SmcException {

    private static final long serialVersionUID = 1L;

    public SmcOutcomeUnknownException(SmcFailure failure, @Nullable Throwable cause) {
        super(ErrorClass.OUTCOME_UNKNOWN, failure, cause);
    }
}
