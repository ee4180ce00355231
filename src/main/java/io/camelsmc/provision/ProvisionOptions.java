package io.camelsmc.provision;

import java.time.Duration;

/**
 * How hard to try.
 *
 * @param maxAttempts create calls that one invocation makes at most
 * @param backoff wait between them
 * @param settleDelay wait before the service is asked again whether a job of unknown outcome exists
 * @param readBeforeCreate whether to look for an equal job before the first create of a key that the journal does not
 *     know; protects against migrating again after the loss of the state
 * @param maxRetryAfter longest wait that the service may ask for within one invocation; beyond it the row is left for
 *     later
 */
public record ProvisionOptions(
        int maxAttempts, Backoff backoff, Duration settleDelay, boolean readBeforeCreate, Duration maxRetryAfter) {

    /** 3 tries, settle delay 3 s, read before create, Retry-After honoured up to 60 s. */
    public static ProvisionOptions standard() {
        return new ProvisionOptions(3, Backoff.standard(), Duration.ofSeconds(3), true, Duration.ofSeconds(60));
    }
}
