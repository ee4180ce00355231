package io.camelsmc.provision.pace;

import io.camelsmc.client.ErrorClass;
import io.camelsmc.client.SmcCall;
import io.camelsmc.client.SmcException;
import io.camelsmc.client.SmcFailure.Executed;
import java.time.Duration;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one policy on another try, of reads and writes: which failures go again, how often, after what wait, and how long
 * in all. A write that is not idempotent never goes again while an earlier one may have had its effect.
 */
public final class Retries {

    private static final Logger LOG = LoggerFactory.getLogger(Retries.class);

    /** Codes that one more try may cure, since the client has corrected its clock or fetched new credentials. */
    private static final Set<String> CURED_BY_CLIENT =
            Set.of("InvalidTimeStamp.Expired", "IllegalTimestamp", "InvalidSecurityToken.Expired");

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
     * Begins the tries of one call.
     *
     * @param what what is called for, for the log
     */
    public Tries begin(Object what, Deadline deadline) {
        return new Tries(what, deadline);
    }

    /** The tries of one call. For one thread. */
    public final class Tries {
        private final Object what;
        private final Deadline deadline;
        private int failed;
        private boolean cured;

        private Tries(Object what, Deadline deadline) {
            this.what = what;
            this.deadline = deadline;
        }

        /**
         * Waits before another try.
         *
         * @return false, without a wait, when the same call has no better chance, may not go again, or when the tries,
         *     the time or the budget are used up
         */
        public boolean again(SmcCall<?> call, SmcException failure) throws InterruptedException {
            failed++;
            if (!call.isIdempotent() && failure.failure().executed() == Executed.UNKNOWN) {
                return false;
            }
            if (!cured && failure.errorClass() == ErrorClass.ACCESS && CURED_BY_CLIENT.contains(failure.code())) {
                cured = true;
                LOG.info("{}: {}; the client has corrected it, and the call goes again", what, failure.getMessage());
                return true;
            }
            return failure.retryable() && !failure.accountWide() && waits(what, failure, failed, deadline);
        }
    }

    /** Makes a read that changes nothing, until it succeeds or another try is of no use. */
    public <R> R read(Object what, SmcCall<R> call, Pace.Call<R> read, Deadline deadline)
            throws SmcException, InterruptedException {
        Tries tries = begin(what, deadline);
        while (true) {
            try {
                return read.make();
            } catch (SmcException e) {
                if (!tries.again(call, e)) {
                    throw e;
                }
            }
        }
    }

    private boolean waits(Object what, SmcException failure, int failed, Deadline deadline)
            throws InterruptedException {
        Duration asked = failure.failure().retryAfter();
        if (failed >= options.maxAttempts() || (asked != null && asked.compareTo(options.maxRetryAfter()) > 0)) {
            return false;
        }
        Duration wait = options.backoff().after(failed, random);
        if (asked != null && asked.compareTo(wait) > 0) {
            wait = asked;
        }
        if (!deadline.allows(wait) || !pace.mayRetry(failure)) {
            return false;
        }
        LOG.debug(
                "{}: try {} of {} failed with {} (RequestId {}); next try in {} ms",
                what,
                failed,
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
