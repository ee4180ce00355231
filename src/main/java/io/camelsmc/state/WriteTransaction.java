package io.camelsmc.state;

import io.camelsmc.diag.SafeText;
import io.camelsmc.spec.JobKey;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The rules of the journal, inside one transaction. Each operation decides before it writes: when it throws a
 * {@link RefusalException} it has written nothing, so that others in the same transaction can go on.
 */
final class WriteTransaction {

    private final Database database;
    private final JobsTable jobs;
    private final EventsTable events;
    private final MetaTable meta;
    private final MetaTable.Turn turn;
    private final OpenIntents openIntents;
    private final Instant now;
    private final long leaseMillis;
    private final VerbRules verbs;
    private boolean changed;

    WriteTransaction(Database database, Statements sql, JournalOptions options, OpenIntents openIntents)
            throws SQLException {
        this.database = database;
        this.jobs = new JobsTable(sql, database.location());
        this.events = new EventsTable(sql);
        this.meta = new MetaTable(sql);
        this.turn = meta.begin(database.millis());
        this.openIntents = openIntents;
        this.now = options.clock().instant().truncatedTo(ChronoUnit.MICROS);
        this.leaseMillis = options.lease().toMillis();
        this.verbs = new VerbRules(
                new VerbsTable(sql, database.location()),
                jobs,
                now,
                database.leaseHolder(),
                turn.databaseMillis(),
                leaseMillis);
    }

    /** Whether there is anything to commit. */
    boolean changed() {
        return changed;
    }

    /** Returns whether the state was bound by this very call. */
    boolean bind(String account) throws SQLException {
        String bound = meta.read(database.location()).account();
        if (bound == null) {
            meta.bind(account);
            changed = true;
            return true;
        }
        if (!bound.equals(account)) {
            throw new RefusalException(OtherAccount.message(database.location(), bound, account));
        }
        return false;
    }

    /**
     * Writes intents.
     *
     * @param parameters those of the intents as they are stored, in the same order
     */
    List<IntentResult> intend(List<Intent> intents, List<PlainText> parameters) throws SQLException {
        Map<JobKey, List<StoredJob>> known = bySource(intents);
        List<IntentResult> results = new ArrayList<>(intents.size());
        List<StoredJob> granted = new ArrayList<>(intents.size());
        for (int i = 0; i < intents.size(); i++) {
            Intent intent = intents.get(i);
            List<StoredJob> ofSource = known.computeIfAbsent(firstOfSource(intent.key()), key -> new ArrayList<>());
            results.add(intend(intent, parameters.get(i), ofSource, granted));
        }
        save(granted);
        return results;
    }

    /** What the table holds of the sources of some intents, by the first key of each source. */
    private Map<JobKey, List<StoredJob>> bySource(List<Intent> intents) throws SQLException {
        Map<JobKey, List<String>> asked = new LinkedHashMap<>();
        for (Intent intent : intents) {
            JobKey key = intent.key();
            asked.computeIfAbsent(new JobKey(key.account(), key.region(), "", 0), scope -> new ArrayList<>())
                    .add(key.sourceId());
        }
        Map<JobKey, List<StoredJob>> known = new HashMap<>();
        for (Map.Entry<JobKey, List<String>> scope : asked.entrySet()) {
            JobKey of = scope.getKey();
            for (StoredJob stored : jobs.bySources(of.account(), of.region(), scope.getValue())) {
                known.computeIfAbsent(firstOfSource(stored.job().key()), key -> new ArrayList<>())
                        .add(stored);
            }
        }
        return known;
    }

    private static JobKey firstOfSource(JobKey key) {
        return key.generation() == 0 ? key : new JobKey(key.account(), key.region(), key.sourceId(), 0);
    }

    private IntentResult intend(
            Intent intent, PlainText parameters, List<StoredJob> ofSource, List<StoredJob> granted) {
        JobKey key = intent.key();
        StoredJob own = null;
        for (StoredJob stored : ofSource) {
            if (stored.job().key().equals(key)) {
                own = stored;
            } else if (stored.job().state().inDoubt()) {
                return new IntentResult.Refused(stored.job());
            }
        }
        if (own != null && !open(own, intent)) {
            return new IntentResult.Refused(own.job());
        }
        StoredJob next = next(Records.intended(intent, version(own) + 1, now), parameters, own);
        if (own != null) {
            ofSource.remove(own);
        }
        ofSource.add(next);
        granted.add(next);
        return new IntentResult.Granted(next.job());
    }

    private boolean open(StoredJob own, Intent intent) {
        return own.job().version() == intent.expectedVersion()
                && !own.job().state().jobExists()
                && !own.heldByOther(database.leaseHolder(), turn.databaseMillis());
    }

    List<JobRecord> settle(List<Settlement> settlements) throws SQLException {
        List<StoredJob> found = new ArrayList<>(settlements.size());
        for (Settlement settlement : settlements) {
            found.add(settleable(settlement));
        }
        if (settlements.stream().map(Settlement::key).distinct().count() < settlements.size()) {
            throw new RefusalException("one record is settled twice in one call");
        }
        List<StoredJob> settled = new ArrayList<>(settlements.size());
        for (int i = 0; i < found.size(); i++) {
            StoredJob stored = found.get(i);
            // An outcome leaves the parameters as they are.
            settled.add(next(Records.settled(stored.job(), settlements.get(i), now), stored.parameters(), stored));
        }
        jobs.settle(settled);
        written(settled);
        return records(settled);
    }

    private StoredJob settleable(Settlement settlement) throws SQLException {
        StoredJob stored = openIntents.find(settlement.key());
        if (stored == null) {
            stored = find(settlement.key())
                    .orElseThrow(() -> conflict(settlement.key(), "the journal has no record of it"));
        }
        if (stored.job().version() != settlement.expectedVersion()
                || !stored.job().state().inDoubt()) {
            throw changed(stored, settlement.expectedVersion());
        }
        refuseHeld(stored);
        return stored;
    }

    JobRecord adopt(Intent intent, String jobId, String requestId) throws SQLException {
        StoredJob own = adoptable(intent);
        return save(next(Records.adopted(intent, version(own) + 1, jobId, requestId, now), own));
    }

    List<JobRecord> adoptAll(List<Adoption> found) throws SQLException {
        List<@Nullable StoredJob> before = new ArrayList<>(found.size());
        for (Adoption one : found) {
            before.add(adoptable(one.found()));
        }
        if (found.stream().map(one -> one.found().key()).distinct().count() < found.size()) {
            throw new RefusalException("one record is adopted twice in one call");
        }
        List<StoredJob> adopted = new ArrayList<>(found.size());
        for (int i = 0; i < found.size(); i++) {
            Adoption one = found.get(i);
            StoredJob own = before.get(i);
            adopted.add(next(Records.adopted(one.found(), version(own) + 1, one.jobId(), one.requestId(), now), own));
        }
        save(adopted);
        return records(adopted);
    }

    private @Nullable StoredJob adoptable(Intent intent) throws SQLException {
        StoredJob own = find(intent.key()).orElse(null);
        if (own != null) {
            if (own.job().version() != intent.expectedVersion()) {
                throw changed(own, intent.expectedVersion());
            }
            refuseHeld(own);
        }
        return own;
    }

    JobRecord amend(Intent intent, @Nullable String requestId) throws SQLException {
        StoredJob own = find(intent.key()).orElseThrow(() -> conflict(intent.key(), "the journal has no record of it"));
        if (own.job().version() != intent.expectedVersion()
                || !own.job().state().jobExists()) {
            throw changed(own, intent.expectedVersion());
        }
        refuseHeld(own);
        return save(next(Records.amended(own.job(), intent, requestId, now), own));
    }

    List<VerbIntentResult> intendVerbs(List<VerbIntent> intents) throws SQLException {
        List<VerbIntentResult> results = verbs.intend(intents);
        changed |= results.stream().anyMatch(VerbIntentResult.Granted.class::isInstance);
        return results;
    }

    List<VerbRecord> settleVerbs(List<VerbSettlement> settlements) throws SQLException {
        List<VerbRecord> settled = verbs.settle(settlements);
        changed |= !settled.isEmpty();
        return settled;
    }

    private JobRecord save(StoredJob stored) throws SQLException {
        save(List.of(stored));
        return stored.job();
    }

    private void save(List<StoredJob> all) throws SQLException {
        jobs.save(all);
        written(all);
    }

    private static List<JobRecord> records(List<StoredJob> all) {
        return all.stream().map(StoredJob::job).toList();
    }

    private StoredJob next(JobRecord job, @Nullable StoredJob before) {
        return next(job, PlainText.of(job.parameters()), before);
    }

    private StoredJob next(JobRecord job, PlainText parameters, @Nullable StoredJob before) {
        String owner = database.leaseHolder();
        boolean sameOwner = before != null && owner != null && owner.equals(before.owner());
        long fence = (before == null ? 0 : before.fence()) + (sameOwner ? 0 : 1);
        return new StoredJob(job, parameters, owner, turn.databaseMillis() + leaseMillis, fence);
    }

    private void written(List<StoredJob> all) throws SQLException {
        events.append(turn.serial(), all);
        all.forEach(openIntents::wrote);
        changed |= !all.isEmpty();
    }

    private void refuseHeld(StoredJob stored) {
        if (stored.heldByOther(database.leaseHolder(), turn.databaseMillis())) {
            throw conflict(
                    stored.job().key(),
                    "worker " + SafeText.excerpt(String.valueOf(stored.owner())) + " is at work on it");
        }
    }

    private Optional<StoredJob> find(JobKey key) throws SQLException {
        return jobs.byKey(key).stream().findFirst();
    }

    private static long version(@Nullable StoredJob stored) {
        return stored == null ? 0 : stored.job().version();
    }

    private static RefusalException changed(StoredJob stored, long expected) {
        return conflict(
                stored.job().key(),
                "it is " + stored.job().state() + " in version " + stored.job().version() + ", expected version "
                        + expected + "; somebody else changed it");
    }

    private static RefusalException conflict(JobKey key, String why) {
        return new RefusalException("the record of " + SafeText.excerpt(key.sourceId()) + " generation "
                + key.generation() + " cannot be written: " + why + "; run the same command again");
    }
}
