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
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Records the jobs that senders have made: one thread writes whatever has come meanwhile in one commit, and only then
 * passes it on. A job that is lost on the way here leaves its intent in doubt, no more. Whoever hands in bounds how much
 * waits.
 */
final class Settler {

    /** Records of one commit at most. */
    private static final int GROUP = 500;

    private final Protocol protocol;
    private final Next next;
    private final ExecutorService thread = BulkSender.threads("smc-settler", 1);
    private final Queue<Waiting> waiting = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean called = new AtomicBoolean();

    Settler(Protocol protocol, Next next) {
        this.protocol = protocol;
        this.next = next;
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
        if (called.compareAndSet(false, true)) {
            thread.execute(this::settleWaiting);
        }
    }

    /** Lets what has come end; nothing may come any more. */
    ExecutorService thread() {
        return thread;
    }

    private void settleWaiting() {
        called.set(false);
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
