package io.camelsmc.emulator;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;

/**
 * How many jobs run at once. A job whose scheduled start or next cycle finds no room waits here and begins when another
 * one leaves; the service documents no such thing, so that is a choice of ours. Not safe for use by many threads.
 */
final class Slots {

    private final IntSupplier quota;
    private final Set<String> running = new HashSet<>();
    private final Deque<LiveJob> queue = new ArrayDeque<>();

    Slots(IntSupplier quota) {
        this.quota = quota;
    }

    boolean full() {
        return running.size() >= quota.getAsInt();
    }

    /** Notes whether a job runs, and says whether it did before. */
    boolean note(LiveJob job) {
        if (job.status() == EmulatedStatus.RUNNING) {
            return !running.add(job.jobId());
        }
        return running.remove(job.jobId());
    }

    void queue(LiveJob job) {
        job.waitForSlot(true);
        queue.addLast(job);
    }

    /** The next job that may begin, or null. */
    @Nullable
    LiveJob next(JobLife life, Instant now) {
        while (!queue.isEmpty() && !full()) {
            LiveJob job = queue.removeFirst();
            if (job.waitsForSlot() && life.wantsToStart(job, now)) {
                return job;
            }
        }
        return null;
    }

    void clear() {
        running.clear();
        queue.clear();
    }
}
