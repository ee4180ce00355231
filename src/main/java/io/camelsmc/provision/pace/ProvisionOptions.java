package io.camelsmc.provision.pace;

import java.time.Duration;

/**
 * How hard to try.
 *
 * @param maxAttempts create calls that one invocation makes at most; the same bound holds for each question it asks
 * @param backoff wait between them
 * @param settleDelay wait before the service is asked a second time whether a job of unknown outcome exists
 * @param readBeforeCreate whether to look for an equal job before the first create of an invocation; protects against
 *     migrating again after the loss of the state, or with an old copy of it
 * @param maxRetryAfter longest wait that the service may ask for within one invocation; beyond it the row is left for
 *     later
 * @param doubtPolicy when a request of unknown outcome may go out again
 * @param totalTime nothing is sent, asked or waited for beyond this; a call in flight is not cut, it has its own deadline
 */
public record ProvisionOptions(
        int maxAttempts,
        Backoff backoff,
        Duration settleDelay,
        boolean readBeforeCreate,
        Duration maxRetryAfter,
        DoubtPolicy doubtPolicy,
        Duration totalTime) {

    private static final Duration TOTAL_TIME = Duration.ofMinutes(5);

    public ProvisionOptions {
        if (maxAttempts < 1) {
            throw new IllegalArgumentException("at least one attempt");
        }
    }

    /** With {@link DoubtPolicy#ASK_AND_RESEND} and five minutes in all. */
    public ProvisionOptions(
            int maxAttempts, Backoff backoff, Duration settleDelay, boolean readBeforeCreate, Duration maxRetryAfter) {
        this(
                maxAttempts,
                backoff,
                settleDelay,
                readBeforeCreate,
                maxRetryAfter,
                DoubtPolicy.ASK_AND_RESEND,
                TOTAL_TIME);
    }

    /** 3 tries, settle delay 3 s, read before create, Retry-After honoured up to 60 s, five minutes in all. */
    public static ProvisionOptions standard() {
        return new ProvisionOptions(3, Backoff.standard(), Duration.ofSeconds(3), true, Duration.ofSeconds(60));
    }

    /** The same with another policy. */
    public ProvisionOptions with(DoubtPolicy policy) {
        return new ProvisionOptions(
                maxAttempts, backoff, settleDelay, readBeforeCreate, maxRetryAfter, policy, totalTime);
    }

    /** The same with another bound in all. */
    public ProvisionOptions withTotalTime(Duration time) {
        return new ProvisionOptions(
                maxAttempts, backoff, settleDelay, readBeforeCreate, maxRetryAfter, doubtPolicy, time);
    }
}
