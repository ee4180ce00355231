package io.camelsmc.client.http;

import java.time.Duration;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Cuts one call when its time is over. The executor counts monotonic time, so a stepping clock cannot stretch it. */
final class CallDeadline implements AutoCloseable {

    private final ScheduledFuture<?> timer;
    private volatile boolean passed;

    private CallDeadline(ScheduledThreadPoolExecutor executor, Duration allowed, Runnable cut) {
        timer = executor.schedule(
                () -> {
                    passed = true;
                    cut.run();
                },
                allowed.toNanos(),
                TimeUnit.NANOSECONDS);
    }

    static CallDeadline start(ScheduledThreadPoolExecutor executor, Duration allowed, Runnable cut) {
        return new CallDeadline(executor, allowed, cut);
    }

    /** One daemon thread that serves all deadlines of a transport. */
    static ScheduledThreadPoolExecutor executor() {
        ScheduledThreadPoolExecutor executor = new ScheduledThreadPoolExecutor(1, task -> {
            Thread thread = new Thread(task, "smc-call-deadline");
            thread.setDaemon(true);
            return thread;
        });
        executor.setRemoveOnCancelPolicy(true);
        return executor;
    }

    boolean passed() {
        return passed;
    }

    @Override
    public void close() {
        timer.cancel(false);
    }
}
