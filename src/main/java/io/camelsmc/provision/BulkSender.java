package io.camelsmc.provision;

import io.camelsmc.client.SmcException;
import io.camelsmc.spec.InvalidSpecException;
import io.camelsmc.state.JournalException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Sends the rows of a bulk run, some at a time, and ends them: tells their outcome and unlocks their source. A job that
 * was made goes to the {@link Settler}; its sender does not wait for the commit.
 */
final class BulkSender {

    /** Rows handed in and not yet begun at most. */
    private static final int WAITING = 6 * BulkRun.BATCH;

    /** Rows in flight, or made and not recorded, at most: so many times what is in flight at most. */
    private static final int UNRECORDED = 16;

    /** So many are worth a commit at once. */
    private static final int RECORDED_AT_ONCE = 4;

    private static final long GRACE_NANOS = TimeUnit.SECONDS.toNanos(20);

    private final Protocol protocol;
    private final BulkOutcomes outcomes;
    private final ExecutorService senders;
    private final Settler settler;
    private final Semaphore room;
    private final Semaphore unrecorded;
    private long interruptedAt;
    private boolean interrupted;

    BulkSender(Protocol protocol, BulkOutcomes outcomes, int parallelism) {
        this.protocol = protocol;
        this.outcomes = outcomes;
        this.senders = threads("smc-sender", parallelism);
        this.settler = new Settler(protocol, this::ended, this::release, RECORDED_AT_ONCE * parallelism);
        this.room = new Semaphore(UNRECORDED * parallelism + WAITING);
        this.unrecorded = new Semaphore(UNRECORDED * parallelism);
    }

    /** The run has stopped, and nothing was sent for the row. */
    static final class StoppedException extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /** Work on one row. */
    @FunctionalInterface
    interface Send {
        Sent send() throws SmcException, InvalidSpecException, InterruptedException;
    }

    static ExecutorService threads(String name, int count) {
        return Executors.newFixedThreadPool(count, task -> {
            Thread thread = new Thread(task, name);
            thread.setDaemon(true);
            return thread;
        });
    }

    /** Has a thread work on a row as soon as there is room; that ends the row. */
    void hand(BulkRow row, Send send) throws InterruptedException {
        room.acquire();
        senders.execute(() -> {
            unrecorded.acquireUninterruptibly();
            boolean ended = true;
            try {
                ended = end(row, send);
            } finally {
                if (ended) {
                    release(1);
                }
            }
        });
    }

    /** Ends a row. */
    void ended(BulkRow row, Settler.Result result) {
        try {
            outcomes.succeeded(row.spec(), result.get());
        } catch (StoppedException e) {
            outcomes.pending(row.spec());
        } catch (SmcException | InvalidSpecException | InterruptedException | JournalException e) {
            outcomes.failed(row.spec(), e);
        } finally {
            unlock(row);
        }
    }

    private void release(int rows) {
        unrecorded.release(rows);
        room.release(rows);
    }

    /** Returns whether the row has ended; if not, it ends when its record is written. */
    private boolean end(BulkRow row, Send send) {
        Sent sent;
        try {
            sent = send.send();
        } catch (StoppedException | SmcException | InvalidSpecException | InterruptedException | JournalException e) {
            ended(row, () -> {
                throw e;
            });
            return true;
        } catch (RuntimeException | Error e) {
            unlock(row);
            throw e;
        }
        if (sent instanceof Sent.Made made) {
            settler.settle(row, made);
            return false;
        }
        ended(row, ((Sent.Settled) sent)::result);
        return true;
    }

    private void unlock(BulkRow row) {
        protocol.unlock(row.request());
    }

    /** Lets what is in flight end by its own deadlines, and records what was made. */
    void finish() {
        await(senders);
        await(settler.thread());
    }

    /** Lets the tasks of some threads end; after an interruption only for a while, which all of them share. */
    void await(ExecutorService threads) {
        threads.shutdown();
        for (boolean ended = false; !ended; ) {
            try {
                ended = threads.awaitTermination(1, TimeUnit.SECONDS);
                if (!ended && graceIsOver()) {
                    threads.shutdownNow().forEach(Runnable::run);
                }
            } catch (InterruptedException e) {
                outcomes.stop(e);
            }
        }
    }

    private boolean graceIsOver() {
        if (!(outcomes.stop() instanceof InterruptedException)) {
            return false;
        }
        if (!interrupted) {
            interrupted = true;
            interruptedAt = System.nanoTime();
        }
        return System.nanoTime() - interruptedAt > GRACE_NANOS;
    }
}
