package io.camelsmc.provision.pace;

/** Gives each call its moment, evenly spaced at the rate that holds then. Safe to share between threads. */
final class RateLimiter {

    /** Who wakes late by so much costs those behind nothing. */
    private static final double LATE_NANOS = 20e6;

    private final Throughput passed = new Throughput();
    private AdaptiveRate rate;
    private double nextNanos;
    private boolean begun;

    RateLimiter(double bound) {
        this.rate = AdaptiveRate.upTo(bound);
    }

    /** Reserves the next free moment; returns how many nanoseconds lie before it. */
    synchronized long reserve(long nanos) {
        double perSecond = rate.at(nanos);
        if (Double.isInfinite(perSecond)) {
            return 0;
        }
        nextNanos = begun ? Math.max(nextNanos, (double) nanos - LATE_NANOS) : (double) nanos;
        begun = true;
        long wait = Math.max(0, Math.round(nextNanos - nanos));
        nextNanos += 1e9 / perSecond;
        return wait;
    }

    /** The service has dealt with a call, whatever it said. */
    synchronized void passed(long nanos) {
        passed.count(nanos);
    }

    /** The service has asked to slow down. */
    synchronized void throttled(long nanos) {
        rate = rate.throttled(nanos, passed.perSecond(nanos));
    }

    /** Calls a second allowed now; infinite before the first throttling when there is no bound. */
    synchronized double perSecond(long nanos) {
        return rate.at(nanos);
    }
}
