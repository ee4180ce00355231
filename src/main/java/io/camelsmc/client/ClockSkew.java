package io.camelsmc.client;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The difference between the service's clock and ours. Measured only when the service refuses our time; zero until then.
 */
final class ClockSkew {

    private final Clock clock;
    private final AtomicReference<Duration> offset = new AtomicReference<>(Duration.ZERO);

    ClockSkew(Clock clock) {
        this.clock = clock;
    }

    /** The time to sign with. */
    Instant signingTime() {
        return clock.instant().plus(offset.get());
    }

    /** Takes over the service's time for the calls to come and says how far off we are. */
    String correct(Instant serverTime) {
        Duration skew = Duration.between(clock.instant(), serverTime);
        offset.set(skew);
        if (skew.abs().toSeconds() == 0) {
            return "the clock of this machine agrees with the service";
        }
        return "the clock of this machine is " + text(skew.abs()) + (skew.isNegative() ? " ahead of" : " behind")
                + " the service";
    }

    private static String text(Duration skew) {
        long seconds = skew.toSeconds();
        return seconds < 120 ? seconds + " s" : seconds / 60 + " min " + seconds % 60 + " s";
    }
}
