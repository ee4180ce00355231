package io.camelsmc.cli;

import java.util.function.Supplier;

/** Interrupts a thread when a signal comes while it is at work; no interruption is left over afterwards. */
final class SignalWatch {

    private final Thread watch;

    private SignalWatch() {
        Thread worker = Thread.currentThread();
        watch = new Thread(() -> interruptOnSignal(worker), "smc-apply-signal");
        watch.setDaemon(true);
    }

    /** From now on a signal interrupts the thread that made this. */
    void start() {
        watch.start();
    }

    /** Does some work in this thread, which a signal interrupts. */
    static <T> T during(Supplier<T> work) {
        SignalWatch watch = new SignalWatch();
        try {
            return work.get();
        } finally {
            watch.end();
        }
    }

    private static void interruptOnSignal(Thread worker) {
        try {
            ProcessEnd.CURRENT.awaitSignal();
            worker.interrupt();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void end() {
        watch.interrupt();
        boolean gone = false;
        while (!gone) {
            try {
                watch.join();
                gone = true;
            } catch (InterruptedException e) {
                // The signal came just now: the run is over, and what is written afterwards must not be broken off.
            }
        }
        Thread.interrupted();
    }
}
