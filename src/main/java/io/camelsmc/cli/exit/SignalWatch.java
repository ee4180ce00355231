package io.camelsmc.cli.exit;

import java.util.function.Supplier;

/** Interrupts a thread when a signal comes while it is at work; no interruption is left over afterwards. */
public final class SignalWatch {

    private final Thread worker = Thread.currentThread();
    private boolean over;

    private SignalWatch() {}

    /** Does some work in this thread, which a signal interrupts. */
    public static <T> T during(Supplier<T> work) {
        SignalWatch watch = new SignalWatch();
        ProcessEnd.CURRENT.windUp();
        Thread waiting = new Thread(watch::interruptOnSignal, "smc-apply-signal");
        waiting.setDaemon(true);
        waiting.start();
        try {
            return work.get();
        } finally {
            watch.end();
            waiting.interrupt();
        }
    }

    private void interruptOnSignal() {
        try {
            ProcessEnd.CURRENT.awaitSignal();
            interruptWorker();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void interruptWorker() {
        if (!over) {
            worker.interrupt();
        }
    }

    /** What is written after the work, such as a report, must not be broken off. */
    private synchronized void end() {
        over = true;
        Thread.interrupted();
    }
}
