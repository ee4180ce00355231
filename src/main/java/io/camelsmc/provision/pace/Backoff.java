package io.camelsmc.provision.pace;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How long to wait before another try: exponential, with jitter, capped. Arithmetic only; the caller sleeps.
 *
 * @param first wait before the second try, without jitter
 * @param factor growth from try to try
 * @param cap longest wait
 * @param jitter share of the wait that is random, 0 to 1; 1 is full jitter
 */
public record Backoff(Duration first, double factor, Duration cap, double jitter) {

    /** Base 1 s, doubling, cap 20 s, full jitter. */
    public static Backoff standard() {
        return new Backoff(Duration.ofSeconds(1), 2, Duration.ofSeconds(20), 1);
    }

    /**
     * The wait after some failed tries.
     *
     * @param failed failed tries so far, from 1
     */
    public Duration after(int failed, RandomGenerator random) {
        double millis = Math.min((double) cap.toMillis(), first.toMillis() * Math.pow(factor, failed - 1.0));
        return Duration.ofMillis(Math.round(millis * (1 - jitter * random.nextDouble())));
    }
}
