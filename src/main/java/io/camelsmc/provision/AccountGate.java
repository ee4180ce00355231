package io.camelsmc.provision;

import io.camelsmc.client.ErrorClass;
import io.camelsmc.client.SmcException;
import io.camelsmc.client.SmcFailure;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a thousand rows from failing the same way: after a refusal that concerns the whole account, rows are turned away
 * here for a while with the same class and code, and nothing is sent for them. Safe to share between threads.
 */
final class AccountGate {

    /** How long rows are turned away before the next one may try again. */
    static final Duration CLOSED_FOR = Duration.ofSeconds(30);

    private final Clock clock;
    private volatile @Nullable Closed closed;

    AccountGate(Clock clock) {
        this.clock = clock;
    }

    private record Closed(SmcException cause, Instant until) {}

    /** Lets a row through, or throws what closed the gate. */
    void pass() throws SmcException {
        Closed now = closed;
        if (now == null) {
            return;
        }
        if (!clock.instant().isBefore(now.until())) {
            closed = null;
            return;
        }
        SmcFailure failure = now.cause().failure();
        throw ErrorClass.ofId(now.cause().errorClass())
                .exception(
                        new SmcFailure(
                                failure.operation(),
                                failure.code(),
                                "not sent, since the whole account was refused before: " + failure.message(),
                                failure.httpStatus(),
                                failure.requestId(),
                                failure.advice(),
                                true,
                                SmcFailure.Executed.NO,
                                failure.retryAfter(),
                                failure.serverTime()),
                        now.cause());
    }

    /** Closes the gate if a failure concerns the whole account. A closed gate keeps its time, or it would never open. */
    void note(SmcException failure) {
        Instant now = clock.instant();
        Closed before = closed;
        if (failure.accountWide() && (before == null || !now.isBefore(before.until()))) {
            closed = new Closed(failure, now.plus(CLOSED_FOR));
        }
    }
}
