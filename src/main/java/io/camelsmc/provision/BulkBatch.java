package io.camelsmc.provision;

import io.camelsmc.client.SmcException;
import io.camelsmc.job.JobRequest;
import io.camelsmc.spec.InvalidSpecException;
import io.camelsmc.spec.ReplicationJobSpec;
import io.camelsmc.state.Intent;
import io.camelsmc.state.IntentResult;
import io.camelsmc.state.JobRecord;
import io.camelsmc.state.JournalException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Prepares one batch of rows, whose sources are locked: asks the journal and the service once for all of them, writes
 * their intents in one commit, and hands them to the senders. Rows in doubt take the way of single rows.
 */
final class BulkBatch {

    private final Protocol protocol;
    private final Predicate<ReplicationJobSpec> updates;
    private final BulkOutcomes outcomes;
    private final BulkSender sender;

    BulkBatch(Protocol protocol, Predicate<ReplicationJobSpec> updates, BulkOutcomes outcomes, BulkSender sender) {
        this.protocol = protocol;
        this.updates = updates;
        this.outcomes = outcomes;
        this.sender = sender;
    }

    /** Settles each row, or hands it to a sender. */
    void prepare(List<BulkRow> rows) {
        List<BulkRow> fresh = new ArrayList<>();
        List<BulkRow> changed = new ArrayList<>();
        // Whatever goes wrong here, a row is in one of these lists until it was settled or handed to a sender.
        Deque<BulkRow> taken = new ArrayDeque<>(rows);
        if (outcomes.stop() != null) {
            leave(taken);
            return;
        }
        try {
            PriorRecords records =
                    protocol.records(rows.stream().map(BulkRow::request).toList());
            for (BulkRow row = taken.poll(); row != null; row = taken.poll()) {
                BulkRow left = take(row, records);
                if (left != null) {
                    (updates.test(row.spec()) ? changed : fresh).add(left);
                }
            }
            sendUpdates(changed);
            List<BulkRow> absent = fresh.isEmpty() ? fresh : withoutJob(fresh);
            if (!absent.isEmpty()) {
                intendAndSend(absent);
            }
        } catch (JournalException e) {
            outcomes.stop(e);
        } finally {
            leave(taken);
            leave(changed);
            leave(fresh);
        }
    }

    private void leave(Collection<BulkRow> rows) {
        for (BulkRow row : rows) {
            outcomes.pending(row.spec());
            protocol.unlock(row.request());
        }
    }

    /** Settles a row, or sends it on the way of single rows; returns it if it goes on in the batch. */
    private @Nullable BulkRow take(BulkRow locked, PriorRecords records) {
        JobRequest request = locked.request();
        JobRecord prior = records.of(request);
        BulkRow row = locked.with(prior);
        try {
            if (updates.test(row.spec())) {
                return row;
            }
            if (prior != null && prior.state().jobExists()) {
                sender.ended(row, () -> protocol.unchanged(request, prior));
            } else if (records.inDoubt(request)) {
                if (prior != null && prior.state().inDoubt() && protocol.asksFirst()) {
                    return row;
                }
                sender.hand(row, goingOn(() -> protocol.provision(request)));
            } else {
                InvalidSpecException invalid = protocol.problems(request.spec());
                if (invalid == null) {
                    return row;
                }
                throw invalid;
            }
        } catch (InvalidSpecException | JournalException | InterruptedException e) {
            fail(row, e);
        }
        return null;
    }

    private void fail(BulkRow row, Exception failure) {
        outcomes.failed(row.spec(), failure);
        protocol.unlock(row.request());
    }

    private void failAll(List<BulkRow> rows, Exception failure) {
        while (!rows.isEmpty()) {
            fail(rows.remove(rows.size() - 1), failure);
        }
    }

    /** Asks for the jobs of all rows at once, and hands each row out to have its job changed. */
    private void sendUpdates(List<BulkRow> rows) {
        if (rows.isEmpty()) {
            return;
        }
        Listing listing;
        try {
            listing = protocol.existing(rows.stream().map(BulkRow::request).toList());
        } catch (SmcException | InterruptedException | JournalException e) {
            failAll(rows, e);
            return;
        }
        while (!rows.isEmpty()) {
            BulkRow row = rows.remove(0);
            try {
                sender.hand(row, goingOn(() -> protocol.update(row.request(), listing)));
            } catch (InterruptedException e) {
                fail(row, e);
            }
        }
    }

    /** Asks for all rows at once; takes the rows that end here off the list, and returns what is left. */
    private List<BulkRow> withoutJob(List<BulkRow> rows) {
        Listing listing;
        try {
            listing = protocol.listing(rows.stream().map(BulkRow::request).toList());
        } catch (SmcException | InterruptedException e) {
            failAll(rows, e);
            return rows;
        }
        if (listing != null) {
            for (BulkRow row : List.copyOf(rows)) {
                JobRecord prior = row.prior();
                try {
                    if (prior != null && prior.state().inDoubt()) {
                        rows.remove(row);
                        sender.hand(row, goingOn(() -> protocol.resolve(row.request(), prior, listing)));
                        continue;
                    }
                    ProvisionResult found = protocol.adoptExisting(row.request(), prior, listing);
                    if (found != null) {
                        rows.remove(row);
                        sender.ended(row, () -> found);
                    }
                } catch (SmcException | InterruptedException e) {
                    rows.remove(row);
                    fail(row, e);
                }
            }
        }
        return rows;
    }

    private void intendAndSend(List<BulkRow> rows) {
        List<BulkRow> asked = List.copyOf(rows);
        List<Intent> intents =
                asked.stream().map(row -> Intent.of(row.request(), row.prior())).toList();
        List<IntentResult> results = protocol.intendAll(intents);
        rows.clear();
        for (int i = 0; i < asked.size(); i++) {
            BulkRow row = asked.get(i);
            IntentResult result = results.get(i);
            try {
                sender.hand(
                        row,
                        () -> outcomes.stop() == null
                                ? protocol.sendGranted(row.request(), result)
                                : withdrawn(row, result));
            } catch (InterruptedException e) {
                outcomes.stop(e);
                sender.ended(row, () -> {
                    withdrawn(row, result);
                    throw new BulkSender.StoppedException();
                });
            }
        }
    }

    /** Gives up an intent whose request never left. */
    private Sent withdrawn(BulkRow row, IntentResult result) throws SmcException {
        protocol.withdraw(row.request(), result);
        throw new BulkSender.StoppedException();
    }

    private BulkSender.Send goingOn(Settler.Result send) {
        return () -> {
            if (outcomes.stop() != null) {
                throw new BulkSender.StoppedException();
            }
            return new Sent.Settled(send.get());
        };
    }
}
