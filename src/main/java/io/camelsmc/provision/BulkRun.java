package io.camelsmc.provision;

import io.camelsmc.client.DescribeReplicationJobsRequest;
import io.camelsmc.client.SmcException;
import io.camelsmc.job.JobRequest;
import io.camelsmc.spec.InvalidSpecException;
import io.camelsmc.spec.ReplicationJobSpec;
import io.camelsmc.state.JournalException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Many rows by the same protocol as one: a batch asks once what exists and writes its intents in one transaction before
 * its first request leaves. While some batches are sent, the next ones are prepared, a few at a time, and outcomes are
 * recorded in groups by a thread of their own. The sources of batches are locked one batch after the other, so two rows
 * of one source keep their order.
 */
final class BulkRun {

    static final int BATCH = DescribeReplicationJobsRequest.MAX_IDS;

    /** Batches prepared at a time; they share their commits, and the service answers one while another is written. */
    private static final int AHEAD = 6;

    private final Protocol protocol;
    private final BulkOutcomes outcomes;
    private final BulkSender sender;
    private final BulkBatch batches;
    private final ExecutorService preparers = BulkSender.threads("smc-preparer", AHEAD);
    private final Semaphore ahead = new Semaphore(1);
    private final AtomicBoolean begun = new AtomicBoolean();

    BulkRun(Protocol protocol, Predicate<ReplicationJobSpec> updates, int parallelism, ProvisionListener listener) {
        this.protocol = protocol;
        this.outcomes = new BulkOutcomes(listener);
        this.sender = new BulkSender(protocol, outcomes, parallelism);
        this.batches = new BulkBatch(protocol, updates, outcomes, sender);
    }

    void run(Collection<ReplicationJobSpec> specs) throws InterruptedException {
        try {
            List<BulkRow> batch = new ArrayList<>();
            Set<String> sources = new HashSet<>();
            for (ReplicationJobSpec spec : specs) {
                JobRequest request = request(spec);
                if (request == null) {
                    continue;
                }
                if (batch.size() == BATCH || !sources.add(request.key().sourceId())) {
                    begin(batch);
                    batch.clear();
                    sources.clear();
                    sources.add(request.key().sourceId());
                }
                batch.add(new BulkRow(spec, request, null));
            }
            begin(batch);
        } finally {
            sender.await(preparers);
            sender.finish();
        }
        Exception stop = outcomes.stop();
        if (stop instanceof JournalException e) {
            throw e;
        }
        if (stop instanceof InterruptedException) {
            throw new InterruptedException("stopped; what was not settled is pending");
        }
    }

    private @Nullable JobRequest request(ReplicationJobSpec spec) {
        try {
            return protocol.request(spec);
        } catch (SmcException | InvalidSpecException e) {
            outcomes.failed(spec, e);
            return null;
        }
    }

    /** Locks the rows of a batch and has it prepared. */
    private void begin(List<BulkRow> batch) {
        List<BulkRow> rows = new ArrayList<>(batch);
        // One order for all who take several locks, or two batches could wait for each other.
        rows.sort(Comparator.comparing(row -> row.request().key().sourceId()));
        List<BulkRow> locked = new ArrayList<>(rows.size());
        for (BulkRow row : rows) {
            if (lock(row)) {
                locked.add(row);
            }
        }
        if (locked.isEmpty()) {
            return;
        }
        try {
            ahead.acquire();
        } catch (InterruptedException e) {
            outcomes.stop(e);
            locked.forEach(this::leave);
            return;
        }
        preparers.execute(() -> {
            try {
                batches.prepare(locked);
            } finally {
                // The first batch goes alone: what is wrong with the account need not be found several times.
                ahead.release(begun.compareAndSet(false, true) ? AHEAD : 1);
            }
        });
    }

    private boolean lock(BulkRow row) {
        if (outcomes.stop() != null) {
            outcomes.pending(row.spec());
            return false;
        }
        try {
            protocol.lock(row.request());
            return true;
        } catch (InterruptedException e) {
            outcomes.failed(row.spec(), e);
            return false;
        }
    }

    private void leave(BulkRow row) {
        outcomes.pending(row.spec());
        protocol.unlock(row.request());
    }
}
