package io.camelsmc.provision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.PriorityQueue;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AdaptiveRateTest {

    private static final long SECOND = 1_000_000_000L;

    @Test
    void isUnboundedUntilTheServiceThrottles() {
        assertThat(AdaptiveRate.upTo(0).at(5 * SECOND)).isInfinite();
        assertThat(AdaptiveRate.upTo(7).at(5 * SECOND)).isEqualTo(7);
    }

    @ParameterizedTest(name = "{0} s after the first throttling the rate is {1}")
    @CsvSource({"0, 50", "0.9, 50", "1, 95", "11, 99.375", "21, 100", "31, 100.625", "41, 105", "61, 140"})
    void halvesForASecondReturnsBelowTheCeilingAndFeelsItsWayUp(double seconds, double expected) {
        AdaptiveRate rate = AdaptiveRate.upTo(0).throttled(0, 100);

        assertThat(rate.at((long) (seconds * SECOND))).isCloseTo(expected, within(0.001));
    }

    @ParameterizedTest(name = "throttling number {0} holds {1}/s for {2} s")
    @CsvSource({"1, 50, 1", "2, 25, 2", "3, 12.5, 4", "4, 6.25, 8", "5, 3.125, 16", "6, 1.5625, 20", "9, 0.5, 20"})
    void halvesAgainAndHoldsLongerWhileNothingGetsThrough(int number, double held, double seconds) {
        AdaptiveRate rate = AdaptiveRate.upTo(0).throttled(0, 100);
        long now = 0;
        for (int i = 1; i < number; i++) {
            now += 25 * SECOND;
            rate = new AdaptiveRate(rate.bound(), rate.ceiling(), rate.streak(), now - holdNanos(rate));
            rate = rate.throttled(now, 0);
        }

        assertThat(rate.at(now)).isCloseTo(held, within(0.001));
        assertThat(rate.at(now + (long) (seconds * SECOND) - 1)).isCloseTo(held, within(0.001));
        assertThat(rate.at(now + (long) (seconds * SECOND) + 20 * SECOND)).isGreaterThan(held);
    }

    @Test
    void countsTheThrottlingOfCallsThatWereOnTheirWayOnce() {
        AdaptiveRate rate = AdaptiveRate.upTo(0).throttled(0, 100);

        assertThat(rate.throttled(SECOND / 2, 90)).isSameAs(rate);
    }

    @Test
    void isBackWhereItWasAMinuteAfterAnOutage() {
        AdaptiveRate rate = AdaptiveRate.upTo(0).throttled(0, 100);
        long now = 0;
        for (int i = 0; i < 5; i++) {
            now += holdNanos(rate) + 1;
            rate = rate.throttled(now, 0);
        }

        assertThat(rate.at(now)).isLessThan(2);
        assertThat(rate.at(now + 80 * SECOND)).isGreaterThan(99);
    }

    /** The shape of an apply: one caller reads for a while, slowly at first, and then many create. */
    @ParameterizedTest(name = "a service that allows {0}/s, {1} callers, {2} ms away, after {3} reads")
    // At 5 a second there are 400 calls in all, and the search for the rate alone costs a dozen.
    @CsvSource({
        "5, 8, 5, 9, 0.04",
        "20, 8, 5, 33, 0.02",
        "20, 8, 40, 33, 0.02",
        "50, 8, 5, 81, 0.02",
        "50, 8, 40, 81, 0.02",
        "50, 32, 40, 10, 0.02"
    })
    void usesWhatTheServiceAllowsWithinAMinuteAndAHalf(
            double allowed, int callers, long millis, int reads, double most) {
        Random random = new Random(7);
        RateLimiter limiter = new RateLimiter(0);
        Bucket bucket = new Bucket(allowed, (int) allowed);
        long now = 0;
        for (int i = 0; i < reads; i++) {
            long slow = i < 5 ? 300_000_000L : millis * 1_000_000L;
            now += limiter.reserve(now) + slow;
            bucket.take(now, limiter);
        }
        PriorityQueue<long[]> queue = new PriorityQueue<>((a, b) -> Long.compare(a[0], b[0]));
        for (int i = 0; i < callers; i++) {
            queue.add(new long[] {now, 0});
        }
        for (long end = now + 80 * SECOND; now < end; ) {
            long[] caller = queue.remove();
            now = caller[0];
            if (caller[1] == 0) {
                caller[0] = now + limiter.reserve(now) + (long) (millis * 500_000L * (1 + random.nextDouble()));
                caller[1] = 1;
            } else {
                bucket.take(now, limiter);
                caller[0] = now + millis * 500_000L;
                caller[1] = 0;
            }
            queue.add(caller);
        }

        assertThat((double) bucket.passed * SECOND / now)
                .as("calls a second that got through")
                .isGreaterThanOrEqualTo(0.95 * allowed);
        assertThat((double) bucket.throttled / (bucket.passed + bucket.throttled))
                .as("share of calls that were throttled")
                .isLessThanOrEqualTo(most);
    }

    private static final class Bucket {
        private final double allowed;
        private final int burst;
        private double tokens;
        private long filled;
        private long passed;
        private long throttled;

        Bucket(double allowed, int burst) {
            this.allowed = allowed;
            this.burst = burst;
            this.tokens = burst;
        }

        void take(long now, RateLimiter limiter) {
            tokens = Math.min(burst, tokens + (double) (now - filled) / SECOND * allowed);
            filled = now;
            if (tokens >= 1) {
                tokens--;
                passed++;
                limiter.passed(now);
            } else {
                throttled++;
                limiter.throttled(now);
            }
        }
    }

    /** A service with a token bucket, in virtual time: what gets through, and what is throttled. */
    @ParameterizedTest(name = "a service that allows {0}/s with a burst of {1}, {2} callers, {3} ms away")
    @CsvSource({
        "5, 5, 8, 40",
        "10, 10, 8, 40",
        "20, 20, 8, 5",
        "50, 50, 8, 40",
        "50, 50, 32, 40",
        "200, 200, 32, 10",
        "20, 200, 8, 40"
    })
    void usesWhatTheServiceAllowsAndIsThrottledRarely(double allowed, int burst, int callers, long millis) {
        Random random = new Random(7);
        RateLimiter limiter = new RateLimiter(0);
        PriorityQueue<long[]> queue = new PriorityQueue<>((a, b) -> Long.compare(a[0], b[0]));
        for (int i = 0; i < callers; i++) {
            queue.add(new long[] {0, 0});
        }
        Bucket bucket = new Bucket(allowed, burst);
        long end = 600 * SECOND;
        for (long now = 0; now < end; ) {
            long[] caller = queue.remove();
            now = caller[0];
            if (caller[1] == 0) {
                caller[0] = now + limiter.reserve(now) + (long) (millis * 500_000L * (1 + random.nextDouble()));
                caller[1] = 1;
            } else {
                bucket.take(now, limiter);
                caller[0] = now + millis * 500_000L;
                caller[1] = 0;
            }
            queue.add(caller);
        }

        assertThat(bucket.passed / 600.0).as("calls a second that got through").isGreaterThanOrEqualTo(0.95 * allowed);
        assertThat((double) bucket.throttled / (bucket.passed + bucket.throttled))
                .as("share of calls that were throttled")
                .isLessThanOrEqualTo(0.02);
    }

    private static long holdNanos(AdaptiveRate rate) {
        return (long) (Math.min(20, Math.pow(2, rate.streak() - 1.0)) * SECOND);
    }
}
