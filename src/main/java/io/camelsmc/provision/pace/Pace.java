package io.camelsmc.provision.pace;

import io.camelsmc.client.CallInterceptor;
import io.camelsmc.client.DescribeReplicationJobsRequest;
import io.camelsmc.client.SmcCall;
import io.camelsmc.client.SmcClient;
import io.camelsmc.client.SmcException;
import io.camelsmc.client.SmcFailure;
import io.camelsmc.client.SmcOperation;
import io.camelsmc.client.SmcThrottledException;
import io.camelsmc.client.SmcUnavailableException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * How fast the service is called, and when not at all: an adaptive rate, a bound on calls in flight, a budget for
 * retries, and a breaker that opens when the budget is spent. One for each account and region, shared by every thread
 * that calls. Safe to share between threads.
 */
public final class Pace implements CallInterceptor {

    private static final int EARNED_BY_SUCCESS = 1;
    private static final int EARNED_BY_PROBE = 50;

    private final Semaphore slots;
    /** One caller at a time waits for its moment, so that no more than one has been given it at a rate that was too high. */
    private final Semaphore turn = new Semaphore(1, true);

    private final RateLimiter limiter;
    private final RetryBudget budget;
    private final Breaker breaker = new Breaker();
    private final LongSupplier nanos;
    private final Sleeper sleeper;

    public Pace(PaceOptions options, LongSupplier nanos, Sleeper sleeper) {
        // Not fair: with a queue, every call would cost a change of threads.
        this.slots = new Semaphore(options.parallelism());
        this.limiter = new RateLimiter(options.ratePerSecond());
        this.budget = new RetryBudget(options.retryBudget());
        this.nanos = nanos;
        this.sleeper = sleeper;
    }

    /** A pace of its own. */
    public static Pace of(PaceOptions options) {
        return new Pace(
                options, System::nanoTime, waited -> Thread.sleep(waited.toMillis(), waited.toNanosPart() % 1_000_000));
    }

    /** A pace of its own with {@link PaceOptions#standard()}. */
    public static Pace standard() {
        return of(PaceOptions.standard());
    }

    /** One call to the service. */
    @FunctionalInterface
    public interface Call<T> {
        T make() throws SmcException;
    }

    /**
     * Makes a call in its turn. A write is held back while the service does not answer.
     *
     * @throws SmcUnavailableException if held back, or interrupted before its turn; nothing was sent
     */
    @Override
    public <R> R intercept(SmcCall<R> call, Next next) throws SmcException {
        if (call.isWrite() && breaker.isOpen()) {
            throw closed(call.operation(), null);
        }
        try {
            return call(() -> next.call(call));
        } catch (InterruptedException e) {
            throw interrupted(call.operation(), e);
        }
    }

    /** What to tell of a call that was interrupted while it waited; the thread stays interrupted. */
    static SmcUnavailableException interrupted(SmcOperation operation, InterruptedException cause) {
        Thread.currentThread().interrupt();
        return new SmcUnavailableException(
                SmcFailure.of(operation, "Pace.Interrupted", SmcFailure.Executed.NO)
                        .message("interrupted while waiting for its turn; nothing left this machine")
                        .advice("run the same command again")
                        .build(),
                cause);
    }

    /** Makes a call in its turn and learns from its end. */
    <T> T call(Call<T> call) throws SmcException, InterruptedException {
        slots.acquire();
        try {
            awaitMoment();
            T result = call.make();
            limiter.passed(nanos.getAsLong());
            budget.earn(EARNED_BY_SUCCESS);
            return result;
        } catch (SmcThrottledException e) {
            limiter.throttled(nanos.getAsLong());
            throw e;
        } catch (SmcException e) {
            if (e.httpStatus() > 0) {
                limiter.passed(nanos.getAsLong());
            }
            throw e;
        } finally {
            slots.release();
        }
    }

    private void awaitMoment() throws InterruptedException {
        if (Double.isInfinite(limiter.perSecond(nanos.getAsLong()))) {
            return;
        }
        turn.acquire();
        try {
            long wait = limiter.reserve(nanos.getAsLong());
            if (wait > 0) {
                sleeper.sleep(Duration.ofNanos(wait));
            }
        } finally {
            turn.release();
        }
    }

    /** Whether the budget has room for another try; when it has not, nothing new is begun until a read succeeds. */
    boolean mayRetry(SmcException failure) {
        boolean throttled = failure instanceof SmcThrottledException;
        boolean paid = budget.pay(throttled ? RetryBudget.THROTTLING_COST : RetryBudget.FAILURE_COST);
        if (!paid) {
            breaker.open(nanos.getAsLong());
        }
        return paid;
    }

    /**
     * Lets a new row through.
     *
     * @param client asked for a read when it is time to see whether the service is back
     * @throws SmcUnavailableException while the breaker is open; nothing was sent for the row
     */
    public void pass(SmcClient client) throws SmcException, InterruptedException {
        switch (breaker.ask(nanos.getAsLong())) {
            case GO -> {}
            case WAIT -> throw closed(SmcOperation.CREATE_REPLICATION_JOB, null);
            case PROBE -> probe(client);
        }
    }

    /** Calls a second allowed now; infinite when nothing limits them. */
    public double ratePerSecond() {
        return limiter.perSecond(nanos.getAsLong());
    }

    /** What is left of the retry budget. */
    public int retryBudget() {
        return budget.left();
    }

    /** Whether the breaker is open: rows are left pending until the service answers a read. */
    public boolean suspended() {
        return breaker.isOpen();
    }

    private void probe(SmcClient client) throws SmcException, InterruptedException {
        try {
            call(() -> client.call(DescribeReplicationJobsRequest.all().withPageSize(1)));
        } catch (SmcException e) {
            breaker.probeFailed(nanos.getAsLong());
            throw closed(SmcOperation.CREATE_REPLICATION_JOB, e);
        }
        budget.earn(EARNED_BY_PROBE);
        breaker.close();
    }

    private static SmcUnavailableException closed(SmcOperation operation, @Nullable SmcException cause) {
        String message = "not sent: too many calls failed of late"
                + (cause == null ? "" : ", and the service still does not answer (" + cause.code() + ")");
        return new SmcUnavailableException(
                SmcFailure.of(operation, "Pace.Suspended", SmcFailure.Executed.NO)
                        .message(message)
                        .advice("nothing to do: rows go on when the service answers; run the same command again")
                        .build(),
                cause);
    }
}
