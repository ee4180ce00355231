package io.camelsmc.cli;

/** Interrupts the thread that made it when a signal comes, until it is closed; no interruption is left over then. */
final class SignalWatch implements AutoCloseable {

    private final Thread watch;

    SignalWatch() {
        Thread worker = Thread.currentThread();
        watch = new Thread(() -> interruptOnSignal(worker), "smc-apply-signal");
        watch.setDaemon(true);
    }

    /** From now on a signal interrupts the thread that made this. */
    void start() {
        watch.start();
    }

    private static void interruptOnSignal(Thread worker) {
        try {
            ProcessEnd.CURRENT.awaitSignal();
            worker.interrupt();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
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
