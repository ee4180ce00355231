package io.camelsmc.provision.pace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
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
    // At 5 a second there are 400 calls in all, and the eight in flight at first are two in a hundred.
    @CsvSource({
        "5, 8, 5, 9, 0.035",
        "5, 8, 40, 9, 0.035",
        "5, 8, 200, 9, 0.035",
        "20, 8, 5, 33, 0.01",
        "20, 8, 40, 33, 0.01",
        "50, 8, 5, 81, 0.01",
        "50, 8, 40, 81, 0.01",
        "50, 32, 40, 10, 0.01"
    })
    void usesWhatTheServiceAllowsWithinAMinuteAndAHalf(
            double allowed, int callers, long millis, int reads, double most) {
        Simulation simulation = new Simulation(new Bucket(allowed, (int) allowed), millis);
        simulation.read(reads);
        simulation.call(callers, 10);
        Bucket search = simulation.bucket.copy();
        simulation.call(callers, 70);
        Bucket bucket = simulation.bucket;

        assertThat((double) bucket.passed * SECOND / simulation.now)
                .as("calls a second that got through")
                .isGreaterThanOrEqualTo(0.95 * allowed);
        assertThat(bucket.share()).as("share of calls that were throttled").isLessThanOrEqualTo(most);
        assertThat(bucket.since(search).share())
                .as("share of calls that were throttled after ten seconds")
                .isLessThanOrEqualTo(0.02);
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
        Simulation simulation = new Simulation(new Bucket(allowed, burst), millis);

        simulation.call(callers, 600);

        assertThat(simulation.bucket.passed / 600.0)
                .as("calls a second that got through")
                .isGreaterThanOrEqualTo(0.95 * allowed);
        assertThat(simulation.bucket.share())
                .as("share of calls that were throttled")
                .isLessThanOrEqualTo(0.02);
    }

    /** Callers in virtual time. As in {@link Pace}, one at a time waits for its moment. */
    private static final class Simulation {
        private final Bucket bucket;
        private final long millis;
        private final Random random = new Random(7);
        private final RateLimiter limiter = new RateLimiter(0);
        private long now;

        Simulation(Bucket bucket, long millis) {
            this.bucket = bucket;
            this.millis = millis;
        }

        private enum Next {
            WAITS,
            LEAVES,
            ARRIVES
        }

        private record Caller(long at, long order, Next next) {}

        void read(int reads) {
            for (int i = 0; i < reads; i++) {
                long slow = i < 5 ? 300_000_000L : millis * 1_000_000L;
                now += limiter.reserve(now) + slow;
                bucket.take(now, limiter);
            }
        }

        void call(int callers, int seconds) {
            PriorityQueue<Caller> events =
                    new PriorityQueue<>(Comparator.comparingLong(Caller::at).thenComparingLong(Caller::order));
            Deque<Caller> line = new ArrayDeque<>();
            boolean turnTaken = false;
            long order = 0;
            for (int i = 0; i < callers; i++) {
                events.add(new Caller(now, order++, Next.WAITS));
            }
            for (long end = now + seconds * SECOND; now < end; ) {
                Caller caller = events.remove();
                now = caller.at();
                switch (caller.next()) {
                    case WAITS -> line.add(caller);
                    case LEAVES -> {
                        turnTaken = false;
                        long way = (long) (millis * 500_000L * (1 + random.nextDouble()));
                        events.add(new Caller(now + way, order++, Next.ARRIVES));
                    }
                    case ARRIVES -> {
                        bucket.take(now, limiter);
                        events.add(new Caller(now + millis * 500_000L, order++, Next.WAITS));
                    }
                }
                if (!turnTaken && !line.isEmpty()) {
                    line.remove();
                    turnTaken = true;
                    events.add(new Caller(now + limiter.reserve(now), order++, Next.LEAVES));
                }
            }
        }
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

        Bucket copy() {
            Bucket copy = new Bucket(allowed, burst);
            copy.passed = passed;
            copy.throttled = throttled;
            return copy;
        }

        Bucket since(Bucket before) {
            Bucket since = copy();
            since.passed -= before.passed;
            since.throttled -= before.throttled;
            return since;
        }

        double share() {
            return (double) throttled / (passed + throttled);
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

    private static long holdNanos(AdaptiveRate rate) {
        return (long) (Math.min(20, Math.pow(2, rate.streak() - 1.0)) * SECOND);
    }
}
