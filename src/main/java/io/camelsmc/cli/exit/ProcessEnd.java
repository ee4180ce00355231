package io.camelsmc.cli.exit;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Ends the process with our own exit code, also after a signal: the virtual machine alone would answer SIGTERM with 143,
 * however well the run ended. A command that has begun to change something winds up first; any other ends at once.
 */
public final class ProcessEnd {

    /** Longest time that a command may take to wind up after a signal. */
    private static final int GRACE_SECONDS = 40;

    private final CountDownLatch signalled = new CountDownLatch(1);
    private final CountDownLatch finished = new CountDownLatch(1);
    private volatile int code = ExitCode.INTERRUPTED.code();
    private volatile boolean windsUp;

    /** The one of this process; commands wait on it, the entry finishes it. */
    public static final ProcessEnd CURRENT = new ProcessEnd();

    private ProcessEnd() {}

    /** Lets a signal end waiting commands instead of the process. Called once, by the entry. */
    public void listen() {
        Thread hook = new Thread(this::onShutdown, "smc-signal");
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /**
     * From here on a signal does not break the command off: it hears of it, ends in order and says what it came to. Until
     * then nothing is lost by an end at once.
     */
    public void windUp() {
        windsUp = true;
    }

    private void onShutdown() {
        signalled.countDown();
        try {
            if (!windsUp && finished.getCount() > 0) {
                System.err.println("error: interrupted; no job was created or changed");
            } else if (finished.await(GRACE_SECONDS, TimeUnit.SECONDS)) {
                System.out.flush();
                System.err.flush();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Runtime.getRuntime().halt(code);
    }

    /** Whether a signal arrives within some time. */
    public boolean signalledWithin(long millis) throws InterruptedException {
        return signalled.await(millis, TimeUnit.MILLISECONDS);
    }

    /** Waits for a signal. */
    public void awaitSignal() throws InterruptedException {
        signalled.await();
    }

    /** Ends the process. Called by the entry alone. */
    public void finish(int exitCode) {
        code = exitCode;
        finished.countDown();
        System.exit(exitCode);
    }
}
