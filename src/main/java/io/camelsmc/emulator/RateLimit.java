package io.camelsmc.emulator;

/**
 * How the service throttles.
 *
 * @param perSecond requests a second for the whole account, 0 for no limit
 * @param burst requests that may come at once after a pause, at least 1
 * @param status HTTP status of a throttled call
 * @param code error code of a throttled call
 * @param retryAfterHeader whether {@code x-acs-retry-after} tells the milliseconds to wait
 */
public record RateLimit(double perSecond, int burst, int status, String code, boolean retryAfterHeader) {

    /** No throttling. */
    public static final RateLimit NONE = new RateLimit(0, 1, 400, "Throttling.User", false);

    /** Checks the figures. */
    public RateLimit {
        if (perSecond < 0 || burst < 1) {
            throw new IllegalArgumentException("rate must not be negative and burst must be at least 1");
        }
    }

    /** A limit with one second's worth of burst, answered with {@code Throttling.User}, status 400 and no header. */
    public static RateLimit perSecond(double rate) {
        return rate == 0
                ? NONE
                : new RateLimit(rate, Math.max(1, (int) Math.ceil(rate)), 400, "Throttling.User", false);
    }

    /** The same limit with another burst. */
    public RateLimit withBurst(int requests) {
        return new RateLimit(perSecond, requests, status, code, retryAfterHeader);
    }

    /** The same limit that tells the time to wait. */
    public RateLimit withRetryAfterHeader() {
        return new RateLimit(perSecond, burst, status, code, true);
    }

    /** The same limit with another answer. */
    public RateLimit answering(int otherStatus, String otherCode) {
        return new RateLimit(perSecond, burst, otherStatus, otherCode, retryAfterHeader);
    }
}
