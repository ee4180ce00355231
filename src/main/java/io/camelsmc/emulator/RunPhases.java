package io.camelsmc.emulator;

import java.time.Duration;

/** How long each phase of a run takes, in the order of the BusinessStatus; a phase without length is skipped. */
record RunPhases(Duration preparing, Duration syncing, Duration processing, Duration cleaning) {

    /** The phases of a run of a fixed length: a tenth prepares, seven copy, one and a half process, the rest cleans. */
    static RunPhases sharesOf(Duration whole) {
        return new RunPhases(
                whole.multipliedBy(10).dividedBy(100),
                whole.multipliedBy(70).dividedBy(100),
                whole.multipliedBy(15).dividedBy(100),
                whole.multipliedBy(5).dividedBy(100));
    }

    Duration total() {
        return preparing.plus(syncing).plus(processing).plus(cleaning);
    }

    /** The same run with a part of its transfer done already. */
    RunPhases without(double transferred) {
        return new RunPhases(preparing, scaled(syncing, 1 - transferred), processing, cleaning);
    }

    /** The share of this run's transfer that is done after a time, 0 to 1. */
    double transferredAfter(Duration elapsed) {
        Duration copied = elapsed.minus(preparing);
        if (copied.isNegative()) {
            return 0;
        }
        return copied.compareTo(syncing) >= 0 ? 1 : seconds(copied) / seconds(syncing);
    }

    String businessStatusAfter(Duration elapsed) {
        Duration end = preparing;
        if (elapsed.compareTo(end) < 0) {
            return "Preparing";
        }
        end = end.plus(syncing);
        if (elapsed.compareTo(end) < 0) {
            return "Syncing";
        }
        return elapsed.compareTo(end.plus(processing)) < 0 ? "Processing" : "Cleaning";
    }

    static double seconds(Duration time) {
        return time.toMillis() / 1000.0;
    }

    static Duration scaled(Duration time, double factor) {
        return Duration.ofMillis(Math.round(seconds(time) * factor * 1000));
    }
}
