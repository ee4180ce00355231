package io.camelsmc.provision;

import java.util.Arrays;

/** Counts what happened in the last ten seconds, in tenths. Not safe to share between threads. */
final class Throughput {

    private static final long SLOT_NANOS = 100_000_000;
    private static final int SLOTS = 100;
    private static final int SLOTS_A_SECOND = 10;

    private final long[] counts = new long[SLOTS];
    private long slot;
    private long firstSlot;
    private boolean begun;

    void count(long nanos) {
        advance(nanos);
        counts[Math.floorMod(slot, SLOTS)]++;
    }

    /** Events a second; over a shorter time after the first event, but never over less than a second. */
    double perSecond(long nanos) {
        advance(nanos);
        long slots = Math.min(SLOTS, Math.max(SLOTS_A_SECOND, slot - firstSlot + 1));
        return (double) Arrays.stream(counts).sum() * SLOTS_A_SECOND / slots;
    }

    private void advance(long nanos) {
        long now = Math.floorDiv(nanos, SLOT_NANOS);
        if (!begun) {
            begun = true;
            slot = now;
            firstSlot = now;
        }
        for (long next = Math.max(slot + 1, now - SLOTS + 1); next <= now; next++) {
            counts[Math.floorMod(next, SLOTS)] = 0;
        }
        slot = Math.max(slot, now);
    }
}
