package io.camelsmc.provision;

import io.camelsmc.client.ErrorClass;
import io.camelsmc.client.SmcException;
import io.camelsmc.client.SmcFailure;
import java.time.Duration;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a thousand rows from failing the same way: after a refusal that concerns the whole account, rows are turned away
 * here with the same class and code, and nothing is sent for them. Every half minute one row may try again; when it is
 * not refused the same way, the gate is open. Safe to share between threads.
 */
final class AccountGate {

    /** How long rows are turned away before the next one may try. */
    static final Duration CLOSED_FOR = Duration.ofSeconds(30);

    private final LongSupplier nanos;
    private @Nullable SmcException cause;
    private long nextTry;

    AccountGate(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /** Lets a row through, or throws what closed the gate. */
    void pass() throws SmcException {
        SmcException closedBy;
        synchronized (this) {
            closedBy = cause;
            if (closedBy == null) {
                return;
            }
            if (nanos.getAsLong() - nextTry >= 0) {
                nextTry = nanos.getAsLong() + CLOSED_FOR.toNanos();
                return;
            }
        }
        throw turnedAway(closedBy);
    }

    /** The failure of a row that is not sent because of another row's. */
    static SmcException turnedAway(SmcException closedBy) {
        SmcFailure failure = closedBy.failure();
        ErrorClass errorClass = closedBy.errorClass();
        return (errorClass == ErrorClass.OUTCOME_UNKNOWN ? ErrorClass.ACCESS : errorClass)
                .exception(
                        failure.toBuilder()
                                .message("not sent, since the whole account was refused before: " + failure.message())
                                .accountWide(true)
                                .executed(SmcFailure.Executed.NO)
                                .build(),
                        closedBy);
    }

    /**
     * The failure of a row whose question another row asked. What concerns the whole account was refused to that one; this
     * row is turned away.
     */
    static SmcException sharedWith(SmcException failed) {
        return failed.accountWide() ? turnedAway(failed) : failed.errorClass().exception(failed.failure(), failed);
    }

    /** Closes the gate if a failure concerns the whole account. */
    synchronized void note(SmcException failure) {
        if (failure.accountWide() && !(failure.getCause() == cause && cause != null)) {
            if (cause == null) {
                nextTry = nanos.getAsLong() + CLOSED_FOR.toNanos();
            }
            cause = failure;
        }
    }

    /** The service has carried something out: the account is in order. */
    synchronized void open() {
        cause = null;
    }
}
