package io.camelsmc.provision.pace;

import io.camelsmc.client.DescribeReplicationJobsRequest;
import io.camelsmc.client.SmcClient;
import io.camelsmc.client.SmcException;
import io.camelsmc.client.SmcFailure;
import io.camelsmc.client.SmcOperation;
import io.camelsmc.client.SmcThrottledException;
import io.camelsmc.client.SmcUnavailableException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * How fast the service is called, and when not at all: an adaptive rate, a bound on calls in flight, a budget for
 * retries, and a breaker that opens when the budget is spent. One for each account and region, shared by every thread
 * that calls. Safe to share between threads.
 */
public final class Pace {

    private static final Map<String, Pace> SHARED = new ConcurrentHashMap<>();
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

    /** The pace of an account in a region, with {@link PaceOptions#standard()} on first use. */
    public static Pace shared(String accountScope, String region) {
        return shared(accountScope, region, PaceOptions.standard());
    }

    /** The pace of an account in a region that all callers with these options share. */
    public static Pace shared(String accountScope, String region, PaceOptions options) {
        return SHARED.computeIfAbsent(String.join("\n", accountScope, region, options.toString()), key -> of(options));
    }

    /** One call to the service. */
    @FunctionalInterface
    public interface Call<T> {
        T make() throws SmcException;
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
            case WAIT -> throw closed(null);
            case PROBE -> probe(client);
        }
    }

    /** Keeps a create back that was on its way when the breaker opened. */
    void requireService() throws SmcException {
        if (breaker.isOpen()) {
            throw closed(null);
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
            call(() -> client.describeReplicationJobs(
                    DescribeReplicationJobsRequest.all().withPageSize(1)));
        } catch (SmcException e) {
            breaker.probeFailed(nanos.getAsLong());
            throw closed(e);
        }
        budget.earn(EARNED_BY_PROBE);
        breaker.close();
    }

    private static SmcUnavailableException closed(@Nullable SmcException cause) {
        String message = "not sent: too many calls failed of late"
                + (cause == null ? "" : ", and the service still does not answer (" + cause.code() + ")");
        return new SmcUnavailableException(
                new SmcFailure(
                        SmcOperation.CREATE_REPLICATION_JOB.action(),
                        "Pace.Suspended",
                        message,
                        0,
                        null,
                        "nothing to do: rows go on when the service answers; run the same command again",
                        false,
                        SmcFailure.Executed.NO,
                        null,
                        null),
                cause);
    }
}
