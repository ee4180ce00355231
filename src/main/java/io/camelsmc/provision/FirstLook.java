package io.camelsmc.provision;

import io.camelsmc.client.DescribeReplicationJobsRequest;
import io.camelsmc.client.SmcException;
import io.camelsmc.job.JobRequest;
import io.camelsmc.provision.pace.Deadline;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Looks for the job of a single row before its first create. This finds only jobs that the journal does not know: those of
 * a journal that was lost, and those of others.
 *
 * <p>Rows that look at the same time share their questions: while one is under way, further rows gather, and go together
 * into the next one. So a question always begins after the rows that it answers have come. When many rows come within a
 * minute, the account is read once, and for a minute a source that this {@link Census} does not show needs no question;
 * one that it shows is asked for like any other. {@link CensusWorth} says when that pays off.
 *
 * <p>Why an answer that is up to a minute old is safe. It is given only to rows of whose source the journal holds nothing
 * at all, and only if the journal remembers jobs: one that this process makes meanwhile is in the journal. A job that somebody else makes meanwhile is still
 * unfinished, and the service does not let it be doubled: it answers our token, which depends on the row alone, with the
 * job that was made for it, and it refuses a second unfinished job of a source. A refusal is explained by a question of
 * its own ({@link ConflictExplainer}), and the job is adopted or named. A job that was there before is shown, finished or
 * not, unless it slipped between the pages, and {@link CensusReader} does not trust pages that shifted. Doubt is never
 * settled here: {@link DoubtResolver} asks anew each time.
 *
 * <p>Safe to share between threads.
 */
final class FirstLook {

    private final ReadBack readBack;
    private final AccountGate gate;
    private final LongSupplier nanos;
    private final CensusReader censusReader;
    private final CensusWorth worth = new CensusWorth();

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition turnEnded = lock.newCondition();

    // Guarded by the lock.
    private final List<Look> waiting = new ArrayList<>();
    private @Nullable Census census;
    private boolean turnTaken;

    FirstLook(ReadBack readBack, AccountGate gate, LongSupplier nanos) {
        this.readBack = readBack;
        this.gate = gate;
        this.nanos = nanos;
        this.censusReader = new CensusReader(readBack, nanos);
    }

    /**
     * The jobs of the row's source, and maybe of other sources.
     *
     * @param unknown whether the journal remembers jobs and holds none of the source, of no generation; only then a census may
     *     answer
     * @return null when a census shows none
     * @throws SmcException if the question failed, as it did for all who shared it; or if the time of the row was up first
     * @throws InterruptedException if this thread was interrupted; who shared its question gets another one
     */
    @Nullable
    Listing of(JobRequest request, boolean unknown, Deadline deadline) throws SmcException, InterruptedException {
        Look own = new Look(request, unknown);
        lock.lockInterruptibly();
        try {
            ruleOut(List.of(own));
            waiting.add(own);
            awaitTurn(own, deadline);
            while (!own.answered()) {
                takeTurn(own, deadline);
                awaitTurn(own, deadline);
            }
            return own.result();
        } finally {
            waiting.remove(own);
            lock.unlock();
        }
    }

    /** Waits until the row was answered, or until nobody else finds something out. */
    private void awaitTurn(Look own, Deadline deadline) throws SmcException, InterruptedException {
        while (turnTaken && !own.answered()) {
            long left = deadline.left().toNanos();
            if (left <= 0) {
                throw ProtocolFailures.unansweredInTime(own.request().address());
            }
            turnEnded.await(left, TimeUnit.NANOSECONDS);
        }
    }

    /** Finds something out for this row and for others. Whom it does not answer takes the next turn, however it ends. */
    private void takeTurn(Look own, Deadline deadline) throws SmcException, InterruptedException {
        List<Look> looks = new ArrayList<>(waiting);
        looks.remove(own);
        looks.add(0, own);
        turnTaken = true;
        try {
            if (!censusIsDue(looks) || !takeCensus(own, looks, deadline)) {
                ask(own, looks.subList(0, Math.min(looks.size(), DescribeReplicationJobsRequest.MAX_IDS)), deadline);
            }
        } finally {
            turnTaken = false;
            waiting.removeIf(Look::answered);
            turnEnded.signalAll();
        }
    }

    private boolean censusIsDue(List<Look> looks) {
        long now = nanos.getAsLong();
        boolean held = census != null && census.holds(now);
        return !held && worth.paysOff(now) && looks.stream().anyMatch(Look::unknown);
    }

    /**
     * Reads the account, and answers the rows whose sources have no job.
     *
     * @return false if that has answered nobody. A census saves questions and does nothing else: whatever keeps it from
     *     being read, the rows ask as if there were none
     */
    private boolean takeCensus(Look own, List<Look> looks, Deadline deadline) throws InterruptedException {
        census = null;
        lock.unlock();
        Census read = null;
        try {
            read = censusReader.read(own.request(), worth, deadline);
        } finally {
            lock.lock();
        }
        census = read;
        return ruleOut(looks);
    }

    private boolean ruleOut(List<Look> looks) {
        long now = nanos.getAsLong();
        boolean any = false;
        for (Look look : looks) {
            if (census != null
                    && look.unknown()
                    && census.rulesOut(look.request().key(), now)) {
                look.ruleOut();
                worth.spared(now);
                any = true;
            }
        }
        return any;
    }

    private void ask(Look own, List<Look> looks, Deadline deadline) throws SmcException, InterruptedException {
        List<String> sources = looks.stream().map(Look::sourceId).toList();
        Listing listing = null;
        SmcException failure = null;
        lock.unlock();
        try {
            listing = readBack.ofSources(own.request().address(), sources, deadline);
        } catch (SmcException e) {
            failure = e;
        } finally {
            lock.lock();
        }
        if (listing != null) {
            answer(looks, listing);
        } else if (failure != null) {
            own.fail(failure);
            // What a thread suffers because it was interrupted is no failure of the question.
            if (!Thread.currentThread().isInterrupted()) {
                failAll(looks, own, failure);
            }
        }
    }

    private void failAll(List<Look> looks, Look own, SmcException failure) {
        gate.note(failure);
        for (Look look : looks) {
            if (look != own) {
                look.fail(AccountGate.sharedWith(failure));
            }
        }
    }

    private void answer(List<Look> looks, Listing listing) {
        looks.forEach(look -> look.answer(listing));
        boolean avoidable = looks.stream().allMatch(Look::unknown)
                && looks.stream().map(Look::sourceId).noneMatch(listing::shows);
        if (avoidable) {
            worth.asked(looks.size(), nanos.getAsLong());
        }
    }
}
