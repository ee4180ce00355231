package io.camelsmc.provision.pace;

/**
 * The rate that a service allows, as far as its throttling shows it. Arithmetic only. Until the first throttling there is
 * no rate but the bound. A throttling halves the rate for a second, which lets the service's bucket fill; the rate then
 * returns just below what got through before, stays there, and feels its way up along a cubic curve. Throttling that goes
 * on halves it again and waits twice as long; from the third in a row on, the way up begins at the bottom.
 *
 * @param bound the rate that is never exceeded; infinite for none
 * @param ceiling what the service let through at the last throttling; 0 before the first
 * @param streak throttlings in a row
 * @param cutNanos when the rate was last cut
 */
record AdaptiveRate(double bound, double ceiling, int streak, long cutNanos) {

    /** One call in two seconds is always tried. */
    static final double FLOOR = 0.5;

    private static final double RETURN = 0.95;
    /** Brings the rate from {@link #RETURN} to the ceiling in 20 s, and 5 % above it in another 20 s. */
    private static final double STEEPNESS = 6.25e-6;

    /** Well below the ceiling, what gets through is a better estimate of it, and no outage. */
    private static final double CORRECTION = 0.8;

    /** The first estimate may be off by a full bucket, and the second throttling corrects it; more are an outage. */
    private static final int FEW = 2;

    private static final double LONGEST_HOLD_SECONDS = 20;

    static AdaptiveRate upTo(double bound) {
        return new AdaptiveRate(bound > 0 ? bound : Double.POSITIVE_INFINITY, 0, 0, 0);
    }

    /** Calls a second at a moment. */
    double at(long nanos) {
        if (streak == 0) {
            return bound;
        }
        double seconds = seconds(nanos) - hold();
        if (seconds < 0) {
            return Math.min(bound, low());
        }
        double start = streak <= FEW ? Math.max(FLOOR, RETURN * ceiling) : low();
        double toCeiling = Math.cbrt(Math.max(0, ceiling - start) / (STEEPNESS * ceiling));
        double rate = ceiling * (1 + STEEPNESS * Math.pow(seconds - toCeiling, 3));
        return Math.min(bound, Math.max(start, rate));
    }

    /**
     * The rate after a throttling.
     *
     * @param passed calls a second that the service answered of late; 0 when it answered none, which is an outage and
     *     says nothing about the rate
     */
    AdaptiveRate throttled(long nanos, double passed) {
        if (streak > 0 && seconds(nanos) < hold()) {
            return this;
        }
        boolean goesOn = streak > 0 && seconds(nanos) < 2 * hold();
        double known = ceiling > 0 ? ceiling : Math.max(FLOOR, passed);
        double reached = passed > 0 ? Math.max(FLOOR, Math.min(at(nanos), passed)) : known;
        boolean corrected = passed > 0 && reached < CORRECTION * ceiling;
        return new AdaptiveRate(bound, reached, goesOn && !corrected ? Math.min(streak + 1, 30) : 1, nanos);
    }

    private double low() {
        return Math.max(FLOOR, ceiling * Math.pow(0.5, streak));
    }

    private double hold() {
        return Math.min(LONGEST_HOLD_SECONDS, Math.pow(2, streak - 1.0));
    }

    private double seconds(long nanos) {
        return (nanos - cutNanos) / 1e9;
    }
}
