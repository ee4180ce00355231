package io.camelsmc.state;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.locks.Condition;
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
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition turnEnded = lock.newCondition();
    private List<Entry<C, ?>> waiting = new ArrayList<>();
    private boolean turnTaken;

    GroupCommit(Commit<C> commit) {
        this.commit = commit;
    }

    /** Returns the work's result once it is durable. Not interruptible: half a commit is no commit. */
    <T> T submit(Work<C, T> work) {
        Entry<C, T> entry = new Entry<>(work);
        List<Entry<C, ?>> group;
        lock.lock();
        try {
            waiting.add(entry);
            while (turnTaken && !entry.settled) {
                turnEnded.awaitUninterruptibly();
            }
            if (entry.settled) {
                return entry.result();
            }
            turnTaken = true;
            group = waiting;
            waiting = new ArrayList<>();
        } finally {
            lock.unlock();
        }
        lead(group);
        return entry.result();
    }

    /** Waits for the turn and does something alone, such as closing. */
    void exclusively(Runnable action) {
        lock.lock();
        try {
            while (turnTaken) {
                turnEnded.awaitUninterruptibly();
            }
            action.run();
        } finally {
            lock.unlock();
        }
    }

    private void lead(List<Entry<C, ?>> group) {
        @Nullable RuntimeException failure = new IllegalStateException("the commit ended abruptly");
        try {
            commit.commit(group);
            failure = null;
        } catch (RuntimeException e) {
            failure = e;
        } finally {
            endTurn(group, failure);
        }
    }

    private void endTurn(List<Entry<C, ?>> group, @Nullable RuntimeException failure) {
        lock.lock();
        try {
            group.forEach(entry -> entry.settle(failure));
            turnTaken = false;
            turnEnded.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** One piece of work that waits for its commit. Touched by its thread and by the one that leads, never at once. */
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
