package io.camelsmc.state;

import io.camelsmc.diag.SafeText;
import io.camelsmc.job.Verb;
import io.camelsmc.spec.JobKey;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The rules for verbs, inside one transaction: at most one of a job is open, and only its owner settles it. */
final class VerbRules {

    private final VerbsTable verbs;
    private final JobsTable jobs;
    private final Instant now;
    private final @Nullable String worker;
    private final long databaseMillis;
    private final long leaseMillis;

    VerbRules(
            VerbsTable verbs,
            JobsTable jobs,
            Instant now,
            @Nullable String worker,
            long databaseMillis,
            long leaseMillis) {
        this.verbs = verbs;
        this.jobs = jobs;
        this.now = now;
        this.worker = worker;
        this.databaseMillis = databaseMillis;
        this.leaseMillis = leaseMillis;
    }

    List<VerbIntentResult> intend(List<VerbIntent> intents) throws SQLException {
        for (VerbIntent intent : intents) {
            requireJob(intent);
        }
        List<VerbIntentResult> results = new ArrayList<>(intents.size());
        for (VerbIntent intent : intents) {
            results.add(intend(intent));
        }
        return results;
    }

    private VerbIntentResult intend(VerbIntent intent) throws SQLException {
        Optional<VerbsTable.Stored> open = verbs.openOf(intent.key());
        if (open.isPresent()) {
            boolean held = open.get().heldByOther(worker, databaseMillis);
            return new VerbIntentResult.Refused(
                    open.get().verb(), held ? open.get().leaseUntil() : 0);
        }
        VerbRecord record = new VerbRecord(
                intent.key(),
                verbs.lastNumber(intent.key()) + 1,
                intent.jobId(),
                intent.verb(),
                intent.arguments(),
                intent.seen(),
                VerbState.INTENT,
                null,
                null,
                null,
                now,
                now);
        verbs.insert(new VerbsTable.Stored(record, worker, databaseMillis + leaseMillis));
        return new VerbIntentResult.Granted(record);
    }

    /** A verb is for a job that the journal made or took over. */
    private void requireJob(VerbIntent intent) throws SQLException {
        JobRecord record = jobs.byKey(intent.key()).stream()
                .map(StoredJob::job)
                .findFirst()
                .orElseThrow(() -> refusal(intent.key(), intent.verb(), "the journal has no record of its job"));
        if (!record.state().jobExists() || !intent.jobId().equals(record.jobId())) {
            throw refusal(
                    intent.key(),
                    intent.verb(),
                    "the journal has " + record.state() + " with job " + record.jobId() + ", and the verb is for "
                            + SafeText.excerpt(intent.jobId()));
        }
    }

    List<VerbRecord> settle(List<VerbSettlement> settlements) throws SQLException {
        List<VerbRecord> settled = new ArrayList<>(settlements.size());
        for (VerbSettlement settlement : settlements) {
            requireOpen(settlement.intent());
        }
        for (VerbSettlement settlement : settlements) {
            VerbRecord intent = settlement.intent();
            VerbRecord record = new VerbRecord(
                    intent.key(),
                    intent.number(),
                    intent.jobId(),
                    intent.verb(),
                    intent.arguments(),
                    intent.seen(),
                    settlement.state(),
                    settlement.requestId(),
                    settlement.code(),
                    settlement.message(),
                    intent.intendedAt(),
                    now);
            verbs.settle(record);
            settled.add(record);
        }
        return settled;
    }

    private void requireOpen(VerbRecord intent) throws SQLException {
        VerbsTable.Stored open = verbs.openOf(intent.key()).orElse(null);
        if (open == null || open.verb().number() != intent.number()) {
            throw refusal(intent.key(), intent.verb(), "somebody else settled it");
        }
        if (open.heldByOther(worker, databaseMillis)) {
            throw refusal(
                    intent.key(),
                    intent.verb(),
                    "worker " + SafeText.excerpt(String.valueOf(open.owner())) + " is at work on it");
        }
    }

    private static RefusalException refusal(JobKey key, Verb verb, String why) {
        return new RefusalException("the " + verb.label() + " of " + SafeText.excerpt(key.sourceId()) + " generation "
                + key.generation() + " cannot be written: " + why + "; run the same command again");
    }
}
