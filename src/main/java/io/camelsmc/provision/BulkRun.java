package io.camelsmc.provision;

import io.camelsmc.client.DescribeReplicationJobsRequest;
import io.camelsmc.client.SmcException;
import io.camelsmc.spec.InvalidSpecException;
import io.camelsmc.spec.ReplicationJobSpec;
import io.camelsmc.state.Intent;
import io.camelsmc.state.IntentResult;
import io.camelsmc.state.JobRecord;
import io.camelsmc.state.JournalException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Many rows by the same protocol as one: a batch asks once what exists and writes its intents in one transaction before
 * its first request leaves. While a batch is sent, the next one is prepared. Rows in doubt take the way of single rows.
 */
final class BulkRun {

    static final int BATCH = DescribeReplicationJobsRequest.MAX_IDS;

    private static final int GRACE_SECONDS = 20;

    private final Protocol protocol;
    private final Predicate<ReplicationJobSpec> updates;
    private final BulkOutcomes outcomes;
    private final ExecutorService senders;
    private final Semaphore room;

    BulkRun(Protocol protocol, Predicate<ReplicationJobSpec> updates, int parallelism, ProvisionListener listener) {
        this.protocol = protocol;
        this.updates = updates;
        this.outcomes = new BulkOutcomes(listener);
        this.senders = Executors.newFixedThreadPool(parallelism, task -> {
            Thread thread = new Thread(task, "smc-sender");
            thread.setDaemon(true);
            return thread;
        });
        this.room = new Semaphore(parallelism + BATCH);
    }

    /** One row on its way; the source is locked. */
    private record Row(ReplicationJobSpec spec, JobRequest request, @Nullable JobRecord prior) {}

    /** The run has stopped, and nothing was sent for the row. */
    private static final class StoppedException extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    @FunctionalInterface
    private interface Send {
        ProvisionResult send() throws SmcException, InvalidSpecException, InterruptedException;
    }

    void run(Collection<ReplicationJobSpec> specs) throws InterruptedException {
        try {
            List<JobRequest> batch = new ArrayList<>();
            List<ReplicationJobSpec> written = new ArrayList<>();
            Set<String> sources = new HashSet<>();
            for (ReplicationJobSpec spec : specs) {
                JobRequest request = request(spec);
                if (request == null) {
                    continue;
                }
                if (batch.size() == BATCH || !sources.add(request.key().sourceId())) {
                    runBatch(written, batch);
                    written.clear();
                    batch.clear();
                    sources.clear();
                    sources.add(request.key().sourceId());
                }
                written.add(spec);
                batch.add(request);
            }
            runBatch(written, batch);
        } finally {
            finish();
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

    private void runBatch(List<ReplicationJobSpec> specs, List<JobRequest> requests) {
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < requests.size(); i++) {
            order.add(i);
        }
        // One order for all who take several locks, or two batches could wait for each other.
        order.sort(Comparator.comparing(i -> requests.get(i).key().sourceId()));
        List<Row> fresh = new ArrayList<>();
        List<Row> changed = new ArrayList<>();
        for (int i : order) {
            Row row = take(specs.get(i), requests.get(i));
            if (row != null) {
                (updates.test(row.spec()) ? changed : fresh).add(row);
            }
        }
        sendUpdates(changed);
        try {
            List<Row> absent = fresh.isEmpty() ? fresh : withoutJob(fresh);
            if (!absent.isEmpty()) {
                intendAndSend(absent);
            }
        } catch (JournalException e) {
            outcomes.stop(e);
        } finally {
            // Whoever is still here was neither settled nor handed to a sender.
            for (Row row : fresh) {
                outcomes.pending(row.spec());
                unlock(row);
            }
        }
    }

    /**
     * Locks a row and settles it, or sends it on the way of single rows; returns it if it is to be made, or its job is to
     * be changed, in the batch.
     */
    private @Nullable Row take(ReplicationJobSpec spec, JobRequest request) {
        if (outcomes.stop() != null) {
            outcomes.pending(spec);
            return null;
        }
        try {
            protocol.lock(request);
        } catch (InterruptedException e) {
            outcomes.failed(spec, e);
            return null;
        }
        Row row = new Row(spec, request, null);
        try {
            JobRecord prior = protocol.record(request);
            row = new Row(spec, request, prior);
            if (updates.test(spec)) {
                return row;
            }
            if (prior != null && prior.state().jobExists()) {
                ended(row, () -> Protocol.unchanged(request, prior));
            } else if (protocol.inDoubt(request, prior)) {
                if (prior != null && prior.state().inDoubt() && protocol.asksFirst()) {
                    return row;
                }
                hand(row, goingOn(() -> protocol.provision(request)));
            } else {
                InvalidSpecException invalid = protocol.problems(request.spec());
                if (invalid == null) {
                    return row;
                }
                throw invalid;
            }
        } catch (InvalidSpecException | JournalException | InterruptedException e) {
            outcomes.failed(spec, e);
            unlock(row);
        }
        return null;
    }

    /** Asks for the jobs of all rows at once, and hands each row out to have its job changed. */
    private void sendUpdates(List<Row> rows) {
        if (rows.isEmpty()) {
            return;
        }
        Listing listing;
        try {
            listing = protocol.existing(rows.stream().map(Row::request).toList());
        } catch (SmcException | InterruptedException | JournalException e) {
            failAll(rows, e);
            return;
        }
        while (!rows.isEmpty()) {
            Row row = rows.remove(0);
            try {
                hand(row, goingOn(() -> protocol.update(row.request(), listing)));
            } catch (InterruptedException e) {
                outcomes.failed(row.spec(), e);
                unlock(row);
            }
        }
    }

    private void failAll(List<Row> rows, Exception failure) {
        while (!rows.isEmpty()) {
            Row row = rows.remove(0);
            outcomes.failed(row.spec(), failure);
            unlock(row);
        }
    }

    /** Asks for all rows at once; takes the rows that end here off the list, and returns what is left. */
    private List<Row> withoutJob(List<Row> rows) {
        Listing listing;
        try {
            listing = protocol.listing(rows.stream().map(Row::request).toList());
        } catch (SmcException | InterruptedException e) {
            failAll(rows, e);
            return rows;
        }
        if (listing != null) {
            for (Row row : List.copyOf(rows)) {
                JobRecord prior = row.prior();
                try {
                    if (prior != null && prior.state().inDoubt()) {
                        rows.remove(row);
                        hand(row, goingOn(() -> protocol.resolve(row.request(), prior, listing)));
                        continue;
                    }
                    ProvisionResult found = protocol.adoptExisting(row.request(), prior, listing);
                    if (found != null) {
                        rows.remove(row);
                        ended(row, () -> found);
                    }
                } catch (SmcException | InterruptedException e) {
                    rows.remove(row);
                    outcomes.failed(row.spec(), e);
                    unlock(row);
                }
            }
        }
        return rows;
    }

    private void intendAndSend(List<Row> rows) {
        List<Row> asked = List.copyOf(rows);
        List<Intent> intents =
                asked.stream().map(row -> row.request().intent(row.prior())).toList();
        List<IntentResult> results = protocol.intendAll(intents);
        for (int i = 0; i < asked.size(); i++) {
            Row row = asked.get(i);
            IntentResult result = results.get(i);
            rows.remove(row);
            try {
                hand(
                        row,
                        () -> outcomes.stop() == null
                                ? protocol.sendGranted(row.request(), result)
                                : withdrawn(row, result));
            } catch (InterruptedException e) {
                outcomes.stop(e);
                ended(row, () -> withdrawn(row, result));
            }
        }
    }

    /** Gives up an intent whose request never left. */
    private ProvisionResult withdrawn(Row row, IntentResult result) throws SmcException {
        protocol.withdraw(row.request(), result);
        throw new StoppedException();
    }

    private Send goingOn(Send send) {
        return () -> {
            if (outcomes.stop() != null) {
                throw new StoppedException();
            }
            return send.send();
        };
    }

    private void hand(Row row, Send send) throws InterruptedException {
        room.acquire();
        senders.execute(() -> {
            try {
                ended(row, send);
            } finally {
                room.release();
            }
        });
    }

    private void ended(Row row, Send send) {
        try {
            outcomes.succeeded(row.spec(), send.send());
        } catch (StoppedException e) {
            outcomes.pending(row.spec());
        } catch (SmcException | InvalidSpecException | InterruptedException | JournalException e) {
            outcomes.failed(row.spec(), e);
        } finally {
            unlock(row);
        }
    }

    private void unlock(Row row) {
        protocol.unlock(row.request());
    }

    /** Lets what is in flight end by its own deadlines; after an interruption only for a while. */
    private void finish() {
        senders.shutdown();
        for (boolean ended = false; !ended; ) {
            try {
                ended = senders.awaitTermination(GRACE_SECONDS, TimeUnit.SECONDS);
                if (!ended && outcomes.stop() instanceof InterruptedException) {
                    senders.shutdownNow().forEach(Runnable::run);
                }
            } catch (InterruptedException e) {
                outcomes.stop(e);
            }
        }
    }
}
