package io.camelsmc.emulator;

import java.time.Duration;
import java.time.Instant;

/**
 * A run under way. Its progress grows evenly from where the last one broke off to 100.
 *
 * @param kind what it is for
 * @param manual whether somebody asked for it, rather than the schedule
 * @param startedAt when it began
 * @param phases how long its phases take from then
 * @param progressBefore the progress a broken run had reached, 0 for a new run
 * @param transferredBefore the share of the transfer a broken run had done, 0 for a new run
 */
record ActiveRun(
        RunKind kind,
        boolean manual,
        Instant startedAt,
        RunPhases phases,
        double progressBefore,
        double transferredBefore) {

    Instant end() {
        return startedAt.plus(phases.total());
    }

    String businessStatusAt(Instant now) {
        return phases.businessStatusAfter(elapsed(now));
    }

    double progressAt(Instant now) {
        Duration total = phases.total();
        if (total.isZero() || !now.isBefore(end())) {
            return 100;
        }
        double share = RunPhases.seconds(elapsed(now)) / RunPhases.seconds(total);
        return progressBefore + (100 - progressBefore) * share;
    }

    /** When the run reaches a progress; its start when it began beyond that. */
    Instant whenAt(double progress) {
        if (progress <= progressBefore) {
            return startedAt;
        }
        double share = (progress - progressBefore) / (100 - progressBefore);
        return startedAt.plus(RunPhases.scaled(phases.total(), Math.min(1, share)));
    }

    double transferredAt(Instant now) {
        return transferredBefore + (1 - transferredBefore) * phases.transferredAfter(elapsed(now));
    }

    private Duration elapsed(Instant now) {
        Duration elapsed = Duration.between(startedAt, now);
        return elapsed.isNegative() ? Duration.ZERO : elapsed;
    }
}
