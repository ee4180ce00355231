package io.camelsmc.provision;

import io.camelsmc.client.SmcException;
import io.camelsmc.spec.InvalidSpecException;
import io.camelsmc.state.JournalException;
import io.camelsmc.state.RefusalException;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
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
    private final int enough;
    private final ExecutorService thread = BulkSender.threads("smc-settler", 1);
    private final Queue<Waiting> waiting = new ConcurrentLinkedQueue<>();
    private final AtomicInteger count = new AtomicInteger();
    private volatile @Nullable Thread lingering;

    /**
     * A settler without work.
     *
     * @param enough how many rows are worth a commit at once
     */
    Settler(Protocol protocol, Next next, int enough) {
        this.protocol = protocol;
        this.next = next;
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
        void settled(BulkRow row, Result result);
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
        List<ProvisionResult> results;
        try {
            results = protocol.made(group.stream().map(Waiting::made).toList());
        } catch (RefusalException e) {
            // Somebody else took one of them over; each on its own, then.
            group.forEach(one -> next.settled(one.row(), () -> protocol.made(one.made())));
            return;
        } catch (JournalException e) {
            group.forEach(one -> next.settled(one.row(), () -> {
                throw e;
            }));
            return;
        }
        for (int i = 0; i < group.size(); i++) {
            ProvisionResult result = results.get(i);
            next.settled(group.get(i).row(), () -> result);
        }
    }
}
