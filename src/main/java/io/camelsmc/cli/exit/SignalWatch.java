package io.camelsmc.cli.exit;

import io.camelsmc.run.RunListener;
import io.camelsmc.run.RunResult;
import io.camelsmc.run.RunStart;
import org.jspecify.annotations.Nullable;

/**
 * Interrupts the thread of a run when a signal comes while it is at work; no interruption is left over afterwards. To be
 * told first of all listeners.
 */
public final class SignalWatch implements RunListener {

    private @Nullable Thread worker;
    private @Nullable Thread waiting;

    @Override
    public void started(RunStart start) {
        begin();
    }

    /** From here on a signal interrupts the calling thread. */
    public synchronized void begin() {
        ProcessEnd.CURRENT.windUp();
        worker = Thread.currentThread();
        Thread thread = new Thread(this::interruptOnSignal, "smc-apply-signal");
        thread.setDaemon(true);
        thread.start();
        waiting = thread;
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
        if (worker != null) {
            worker.interrupt();
        }
    }

    /** What is written after the work, such as a report, must not be broken off. */
    @Override
    public void finished(RunResult result) {
        end();
    }

    /** From here on a signal interrupts nothing. */
    public synchronized void end() {
        worker = null;
        if (waiting != null) {
            waiting.interrupt();
        }
        Thread.interrupted();
    }
}
