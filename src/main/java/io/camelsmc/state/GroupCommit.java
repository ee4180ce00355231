package io.camelsmc.state;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Commits what many threads bring at about the same time as one transaction, so that they share the cost of making it
 * durable. Whoever gets the turn commits everything that waits; the others find their work done.
 *
 * @param <C> what the work is done with
 */
final class GroupCommit<C> {

    /** A piece of work; a {@link RefusalException} fails it alone, anything else fails the group. */
    @FunctionalInterface
    interface Work<C, T> {
        T run(C context) throws Exception;
    }

    /** Runs the entries in one transaction and returns once it is durable. */
    @FunctionalInterface
    interface Commit<C> {
        void commit(List<Entry<C, ?>> group);
    }

    private final Commit<C> commit;
    private final ReentrantLock turn = new ReentrantLock();
    private final Deque<Entry<C, ?>> waiting = new ArrayDeque<>();

    GroupCommit(Commit<C> commit) {
        this.commit = commit;
    }

    /** Returns the work's result once it is durable. */
    <T> T submit(Work<C, T> work) {
        Entry<C, T> entry = new Entry<>(work);
        synchronized (waiting) {
            waiting.add(entry);
        }
        turn.lock();
        try {
            if (!entry.settled) {
                lead();
            }
        } finally {
            turn.unlock();
        }
        return entry.result();
    }

    /** Waits for the turn and does something alone, such as closing. */
    void exclusively(Runnable action) {
        turn.lock();
        try {
            action.run();
        } finally {
            turn.unlock();
        }
    }

    private void lead() {
        List<Entry<C, ?>> group;
        synchronized (waiting) {
            group = new ArrayList<>(waiting);
            waiting.clear();
        }
        RuntimeException failure = null;
        try {
            commit.commit(group);
        } catch (RuntimeException e) {
            failure = e;
        }
        for (Entry<C, ?> entry : group) {
            entry.settle(failure);
        }
    }

    /** One piece of work that waits for its commit. Guarded by the turn. */
    static final class Entry<C, T> {
        private final Work<C, T> work;
        private @Nullable T value;
        private @Nullable RuntimeException failure;
        private boolean settled;

        private Entry(Work<C, T> work) {
            this.work = work;
        }

        /** Runs the work; its own refusal is kept for the thread that brought it. */
        void run(C context) throws Exception {
            try {
                value = work.run(context);
            } catch (RefusalException e) {
                failure = e;
            }
        }

        private void settle(@Nullable RuntimeException groupFailure) {
            if (groupFailure != null) {
                failure = groupFailure;
            }
            settled = true;
        }

        private T result() {
            if (failure != null) {
                throw failure;
            }
            return Objects.requireNonNull(value, "the work has a result");
        }
    }
}
