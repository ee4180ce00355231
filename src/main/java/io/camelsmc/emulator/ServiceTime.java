package io.camelsmc.emulator;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * What time it is. Jobs live by {@link #now()}, which may run fast and be moved. What belongs to the wire (signatures, nonces,
 * ClientTokens) lives by {@link #ofTheWire()}, which is never warped, since clients sign with clocks that are not. Safe for
 * use by many threads.
 */
final class ServiceTime {

    private final Clock clock;
    private volatile Duration skew;
    private volatile Warp warp;

    ServiceTime(Clock clock, Duration skew, double speed) {
        this.clock = clock;
        this.skew = skew;
        this.warp = new Warp(clock.instant(), speed, Duration.ZERO);
    }

    /** The time by which jobs live. */
    Instant now() {
        Instant machine = clock.instant();
        return machine.plus(skew).plus(warp.aheadAt(machine));
    }

    /** The time by which signatures are judged. */
    Instant ofTheWire() {
        return clock.instant().plus(skew);
    }

    /** As at the start. */
    synchronized void reset(Duration newSkew, double speed) {
        skew = newSkew;
        warp = new Warp(clock.instant(), speed, Duration.ZERO);
    }

    synchronized void skew(Duration value) {
        skew = value;
    }

    synchronized void moreSkew(Duration value) {
        skew = skew.plus(value);
    }

    /** Lets time pass for the jobs alone. */
    synchronized void pass(Duration time) {
        warp = new Warp(warp.since(), warp.speed(), warp.passed().plus(time));
    }

    /** Runs at another speed from now on. */
    synchronized void speed(double value) {
        Instant machine = clock.instant();
        warp = new Warp(machine, value, warp.aheadAt(machine));
    }

    double speed() {
        return warp.speed();
    }

    /** A clock that shows {@link #now()}. */
    Clock clock() {
        return new Shown();
    }

    private record Warp(Instant since, double speed, Duration passed) {

        Duration aheadAt(Instant machine) {
            if (speed == 1) {
                return passed;
            }
            Duration elapsed = Duration.between(since, machine);
            return passed.plus(RunPhases.scaled(elapsed, speed - 1));
        }
    }

    private final class Shown extends Clock {

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return Clock.systemUTC().withZone(zone);
        }

        @Override
        public Instant instant() {
            return now();
        }
    }
}
