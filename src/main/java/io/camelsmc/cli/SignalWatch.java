package io.camelsmc.cli;

/** Interrupts the thread that made it when a signal comes, until it is closed. */
final class SignalWatch implements AutoCloseable {

    private final Thread watch;

    SignalWatch() {
        Thread worker = Thread.currentThread();
        watch = new Thread(() -> interruptOnSignal(worker), "smc-apply-signal");
        watch.setDaemon(true);
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
    }
}
