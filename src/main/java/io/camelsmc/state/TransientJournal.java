package io.camelsmc.state;

import io.camelsmc.spec.JobKey;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * For users who configure no journal: remembers open intents only, in memory, and forgets the oldest when there are too
 * many. What protects against duplicates across restarts is then the deterministic token, the look before the first
 * create, and the service's own rules.
 */
public final class TransientJournal implements Journal {

    /** Open intents kept at most; they are either in flight or in doubt. */
    static final int MAX_OPEN = 10_000;

    private final Clock clock;
    private final Map<JobKey, JobRecord> open = new LinkedHashMap<>();

    public TransientJournal(Clock clock) {
        this.clock = clock;
    }

    @Override
    public StateInfo info() {
        return new StateInfo("memory", 0, "none", 0, null);
    }

    @Override
    public void bindAccount(String account) {
        // Nothing outlives the process, so nothing can belong to another account.
    }

    @Override
    public boolean remembersJobs() {
        return false;
    }

    @Override
    public synchronized Optional<JobRecord> find(JobKey key) {
        return Optional.ofNullable(open.get(key));
    }

    @Override
    public synchronized List<JobRecord> findBySource(String account, String region, String sourceId) {
        return open.values().stream()
                .filter(record -> record.key().account().equals(account)
                        && record.key().region().equals(region)
                        && record.key().sourceId().equals(sourceId))
                .toList();
    }

    @Override
    public synchronized List<JobRecord> list() {
        return List.copyOf(open.values());
    }

    @Override
    public List<JobEvent> history(JobKey key) {
        return List.of();
    }

    @Override
    public synchronized List<IntentResult> intend(List<Intent> intents) {
        List<IntentResult> results = new ArrayList<>();
        for (Intent intent : intents) {
            JobRecord blocking = blocking(intent);
            if (blocking != null) {
                results.add(new IntentResult.Refused(blocking));
            } else {
                JobRecord record = opened(intent);
                open.put(intent.key(), record);
                results.add(new IntentResult.Granted(record));
            }
        }
        while (open.size() > MAX_OPEN) {
            open.remove(open.keySet().iterator().next());
        }
        return results;
    }

    @Override
    public synchronized List<JobRecord> settle(List<Settlement> settlements) {
        for (Settlement settlement : settlements) {
            if (!open.containsKey(settlement.key())) {
                throw new RefusalException("no open intent for source "
                        + settlement.key().sourceId() + " is remembered; configure a journal to keep them all");
            }
        }
        List<JobRecord> records = new ArrayList<>();
        for (Settlement settlement : settlements) {
            JobRecord intent = open.remove(settlement.key());
            if (intent == null) {
                throw new RefusalException("one record is settled twice in one call");
            }
            records.add(settled(intent, settlement));
        }
        return records;
    }

    @Override
    public JobRecord adopt(Intent found, String jobId, String requestId) {
        Settlement adopted = new Settlement(found.key(), 0, JobState.ADOPTED, jobId, requestId, null, null);
        return settled(opened(found), adopted);
    }

    /** A job that exists is not remembered, so there is nothing to change. */
    @Override
    public JobRecord amend(Intent changed, @Nullable String requestId) {
        throw new RefusalException("no job of source " + changed.key().sourceId()
                + " is remembered; configure a journal to change the jobs it made");
    }

    @Override
    public void close() {
        // Holds nothing that needs closing.
    }

    /** The same rule as in a database: another version of the record, or another generation of the source in doubt. */
    private @Nullable JobRecord blocking(Intent intent) {
        JobKey key = intent.key();
        JobRecord own = open.get(key);
        if (own != null) {
            return own.version() == intent.expectedVersion() ? null : own;
        }
        return findBySource(key.account(), key.region(), key.sourceId()).stream()
                .findFirst()
                .orElse(null);
    }

    private JobRecord opened(Intent intent) {
        Instant now = clock.instant();
        return new JobRecord(
                intent.key(),
                intent.expectedVersion() + 1,
                JobState.INTENT,
                intent.address(),
                intent.name(),
                intent.token(),
                intent.digest(),
                intent.attempt(),
                intent.parameters(),
                intent.origin(),
                null,
                null,
                null,
                null,
                now,
                now);
    }

    /** The version starts over, since the record is forgotten at once. */
    private JobRecord settled(JobRecord intent, Settlement settlement) {
        return new JobRecord(
                intent.key(),
                0,
                settlement.state(),
                intent.address(),
                intent.name(),
                intent.token(),
                intent.digest(),
                intent.attempt(),
                intent.parameters(),
                intent.origin(),
                settlement.jobId(),
                settlement.requestId(),
                settlement.code(),
                settlement.message(),
                intent.intendedAt(),
                clock.instant());
    }
}
