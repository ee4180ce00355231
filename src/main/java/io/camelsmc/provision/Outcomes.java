package io.camelsmc.provision;

import io.camelsmc.client.SmcException;
import io.camelsmc.job.Outcome;
import io.camelsmc.spec.InvalidSpecException;

/** How a row ends whose own work failed; the one place that knows. */
public final class Outcomes {

    private Outcomes() {}

    /** The outcome of a failure. What may pass without an edit is pending, what stops the whole account too. */
    public static Outcome of(Exception failure) {
        if (failure instanceof InvalidSpecException) {
            return Outcome.INVALID;
        }
        return failure instanceof SmcException answer ? ofCall(answer) : Outcome.FAILED;
    }

    private static Outcome ofCall(SmcException answer) {
        return switch (answer.errorClass()) {
            case REJECTED -> Outcome.REJECTED;
            case CONFLICT -> Outcome.CONFLICT;
            case QUOTA, ACCESS, THROTTLED, UNAVAILABLE, OUTCOME_UNKNOWN ->
                answer.retryable() || answer.accountWide() ? Outcome.PENDING : Outcome.FAILED;
        };
    }
}
