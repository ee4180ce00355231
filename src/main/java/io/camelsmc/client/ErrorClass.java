package io.camelsmc.client;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The routing classes of {@link SmcException}, one for each subclass. */
public enum ErrorClass {
    REJECTED(SmcRejectedException.class),
    CONFLICT(SmcConflictException.class),
    QUOTA(SmcQuotaException.class),
    ACCESS(SmcAccessException.class),
    THROTTLED(SmcThrottledException.class),
    UNAVAILABLE(SmcUnavailableException.class),
    OUTCOME_UNKNOWN(SmcOutcomeUnknownException.class);

    private final Class<? extends SmcException> exceptionClass;

    ErrorClass(Class<? extends SmcException> exceptionClass) {
        this.exceptionClass = exceptionClass;
    }

    /** The name in lower case with hyphens, such as {@code outcome-unknown}: the text of headers and reports. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The class of the id. */
    @JsonCreator
    public static ErrorClass ofId(String id) {
        return valueOf(id.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    /** The exception that routes select by. */
    public Class<? extends SmcException> exceptionClass() {
        return exceptionClass;
    }

    /** Whether the same row may succeed later without being edited. */
    public boolean retryable() {
        return this == QUOTA || this == THROTTLED || this == UNAVAILABLE || this == OUTCOME_UNKNOWN;
    }

    /** What is known about the effect of a call that failed this way. */
    public SmcFailure.Executed executed() {
        return this == OUTCOME_UNKNOWN ? SmcFailure.Executed.UNKNOWN : SmcFailure.Executed.NO;
    }

    /** The exception of this class. */
    public SmcException exception(SmcFailure failure, @Nullable Throwable cause) {
        return switch (this) {
            case REJECTED -> new SmcRejectedException(failure, cause);
            case CONFLICT -> new SmcConflictException(failure, cause);
            case QUOTA -> new SmcQuotaException(failure, cause);
            case ACCESS -> new SmcAccessException(failure, cause);
            case THROTTLED -> new SmcThrottledException(failure, cause);
            case UNAVAILABLE -> new SmcUnavailableException(failure, cause);
            case OUTCOME_UNKNOWN -> new SmcOutcomeUnknownException(failure, cause);
        };
    }
}
