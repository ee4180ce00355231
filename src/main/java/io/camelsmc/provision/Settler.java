package io.camelsmc.provision;

import io.camelsmc.client.SmcException;
import io.camelsmc.spec.InvalidSpecException;
import io.camelsmc.state.JournalException;
import io.camelsmc.state.RefusalException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Records the jobs that senders have made: one thread writes whatever has come meanwhile in one commit, and only then
 * passes it on. A job that is lost on the way here leaves its intent in doubt, no more. Whoever hands in bounds how much
 * waits.
 */
final class Settler {

    /** Records of one commit at most. */
    private static final int GROUP = 500;

    /** How long the first of a group waits for others. Nobody waits for it but the caller, who has other rows to send. */
    private static final long LINGER_NANOS = 5_000_000;

    private final Protocol protocol;
    private final Next next;
    private final IntConsumer settled;
    private final int enough;
    private final ExecutorService thread = BulkSender.threads("smc-settler", 1);
    private final Queue<Waiting> waiting = new ConcurrentLinkedQueue<>();
    private final AtomicInteger count = new AtomicInteger();
    private volatile @Nullable Thread lingering;

    /**
     * A settler without work.
     *
     * @param settled told how many rows have passed
     * @param enough how many rows are worth a commit at once
     */
    Settler(Protocol protocol, Next next, IntConsumer settled, int enough) {
        this.protocol = protocol;
        this.next = next;
        this.settled = settled;
        this.enough = enough;
    }

    private record Waiting(BulkRow row, Sent.Made made) {}

    /** What became of a row, told when asked for. */
    @FunctionalInterface
    interface Result {
        ProvisionResult get() throws SmcException, InvalidSpecException, InterruptedException;
    }

    /** Takes a row whose outcome is durable, or could not be made so. */
    @FunctionalInterface
    interface Next {
        void ended(BulkRow row, Result result);
    }

    void settle(BulkRow row, Sent.Made made) {
        waiting.add(new Waiting(row, made));
        int now = count.incrementAndGet();
        if (now == 1) {
            thread.execute(this::settleWaiting);
        } else if (now == enough) {
            LockSupport.unpark(lingering);
        }
    }

    /** Lets what has come end; nothing may come any more. */
    ExecutorService thread() {
        return thread;
    }

    private void settleWaiting() {
        linger();
        count.set(0);
        List<Waiting> group = new ArrayList<>();
        for (Waiting one = waiting.poll(); one != null; one = waiting.poll()) {
            group.add(one);
            if (group.size() == GROUP) {
                settle(group);
                group.clear();
            }
        }
        settle(group);
    }

    private void linger() {
        lingering = Thread.currentThread();
        if (count.get() < enough && !thread.isShutdown()) {
            LockSupport.parkNanos(LINGER_NANOS);
        }
        lingering = null;
    }

    private void settle(List<Waiting> group) {
        if (group.isEmpty()) {
            return;
        }
        RuntimeException failure = null;
        List<Result> results = results(group);
        for (int i = 0; i < group.size(); i++) {
            try {
                next.ended(group.get(i).row(), results.get(i));
            } catch (RuntimeException e) {
                // Of whoever listens; the other rows end all the same.
                failure = e;
            }
        }
        settled.accept(group.size());
        if (failure != null) {
            throw failure;
        }
    }

    private List<Result> results(List<Waiting> group) {
        try {
            return protocol.made(group.stream().map(Waiting::made).toList()).stream()
                    .<Result>map(result -> () -> result)
                    .toList();
        } catch (RefusalException e) {
            // Somebody else took one of them over; each on its own, then.
            return group.stream()
                    .<Result>map(one -> () -> protocol.made(one.made()))
                    .toList();
        } catch (JournalException e) {
            Result failed = () -> {
                throw e;
            };
            return Collections.nCopies(group.size(), failed);
        }
    }
}
