package io.camelsmc.provision.pace;

import io.camelsmc.client.SmcException;
import java.time.Duration;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Decides whether a failed call is worth another try now, and waits for it. The only place that does. */
public final class Retries {

    private static final Logger LOG = LoggerFactory.getLogger(Retries.class);

    private final ProvisionOptions options;
    private final Pace pace;
    private final Sleeper sleeper;
    private final RandomGenerator random;

    public Retries(ProvisionOptions options, Pace pace, Sleeper sleeper, RandomGenerator random) {
        this.options = options;
        this.pace = pace;
        this.sleeper = sleeper;
        this.random = random;
    }

    /**
     * Waits before another try.
     *
     * @param what what is called for, for the log
     * @param tries calls made so far
     * @return false, without a wait, when the tries, the time or the budget are used up
     */
    public boolean another(Object what, SmcException failure, int tries, Deadline deadline)
            throws InterruptedException {
        Duration asked = failure.failure().retryAfter();
        if (tries >= options.maxAttempts() || (asked != null && asked.compareTo(options.maxRetryAfter()) > 0)) {
            return false;
        }
        Duration wait = options.backoff().after(tries, random);
        if (asked != null && asked.compareTo(wait) > 0) {
            wait = asked;
        }
        if (!deadline.allows(wait) || !pace.mayRetry(failure)) {
            return false;
        }
        LOG.debug(
                "{}: try {} of {} failed with {} (RequestId {}); next try in {} ms",
                what,
                tries,
                options.maxAttempts(),
                failure.code(),
                failure.requestId(),
                wait.toMillis());
        sleeper.sleep(wait);
        return true;
    }

    /** Waits for listings to catch up, if there is time. */
    public boolean settle(Deadline deadline) throws InterruptedException {
        if (!deadline.allows(options.settleDelay())) {
            return false;
        }
        sleeper.sleep(options.settleDelay());
        return true;
    }
}
