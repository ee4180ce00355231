package io.camelsmc.provision.pace;

/**
 * Open while the service does not answer: nothing is created then, and from time to time one caller probes with a read.
 * Safe to share between threads.
 */
final class Breaker {

    private static final long FIRST_NANOS = 1_000_000_000L;
    private static final int MOST_DOUBLINGS = 6;

    private boolean open;
    private int failedProbes;
    private long nextProbe;

    /** What a caller may do. */
    enum Pass {
        GO,
        WAIT,
        PROBE
    }

    /** {@link Pass#PROBE} goes to one caller at a time. */
    synchronized Pass ask(long nanos) {
        if (!open) {
            return Pass.GO;
        }
        if (nanos - nextProbe < 0) {
            return Pass.WAIT;
        }
        schedule(nanos);
        return Pass.PROBE;
    }

    synchronized boolean isOpen() {
        return open;
    }

    /** Opens; waits twice as long, up to a minute, after each probe that failed. */
    synchronized void open(long nanos) {
        if (!open) {
            open = true;
            failedProbes = 0;
            schedule(nanos);
        }
    }

    synchronized void probeFailed(long nanos) {
        failedProbes = Math.min(MOST_DOUBLINGS, failedProbes + 1);
        schedule(nanos);
    }

    synchronized void close() {
        open = false;
    }

    private void schedule(long nanos) {
        nextProbe = nanos + Math.min(60 * FIRST_NANOS, FIRST_NANOS << failedProbes);
    }
}
