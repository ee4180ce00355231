package io.camelsmc.provision.pace;

/** Counts what happened in the last ten seconds, in tenths. Not safe to share between threads. */
final class Throughput {

    private static final long SLOT_NANOS = 100_000_000;
    private static final int SLOTS = 100;
    private static final int SLOTS_A_SECOND = 10;
    private static final int RECENT_SLOTS = SLOTS_A_SECOND;

    private final long[] counts = new long[SLOTS];
    private long slot;
    private long firstSlot;
    private boolean begun;

    void count(long nanos) {
        advance(nanos);
        counts[Math.floorMod(slot, SLOTS)]++;
    }

    /**
     * Events a second, over the last ten seconds or the last one, whichever is more: an idle or a slow time before says
     * nothing about what is possible. Over a shorter time after the first event, but never over less than a second.
     */
    double perSecond(long nanos) {
        advance(nanos);
        return Math.max(perSecondOver(SLOTS), perSecondOver(RECENT_SLOTS));
    }

    private double perSecondOver(int most) {
        long sum = 0;
        for (int i = 0; i < most; i++) {
            sum += counts[Math.floorMod(slot - i, SLOTS)];
        }
        long slots = Math.min(most, Math.max(SLOTS_A_SECOND, slot - firstSlot + 1));
        return (double) sum * SLOTS_A_SECOND / slots;
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
