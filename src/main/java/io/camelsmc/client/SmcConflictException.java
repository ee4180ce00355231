package io.camelsmc.client;

import org.jspecify.annotations.Nullable;

/** Something else holds the source, the name, the image name or the token; a person must decide. */
public final class SmcConflictException extends SmcException {

    private static final long serialVersionUID = 1L;

    public SmcConflictException(SmcFailure failure, @Nullable Throwable cause) {
        super(ErrorClass.CONFLICT, failure, cause);
    }
}
