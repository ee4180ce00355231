package io.camelsmc.provision;

import io.camelsmc.spec.JobKey;
import io.camelsmc.state.Intent;
import io.camelsmc.state.IntentResult;
import io.camelsmc.state.JobEvent;
import io.camelsmc.state.JobRecord;
import io.camelsmc.state.JobState;
import io.camelsmc.state.Journal;
import io.camelsmc.state.RefusalException;
import io.camelsmc.state.Settlement;
import io.camelsmc.state.StateInfo;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The contract of a journal without a disk: fast enough for thousands of simulated runs. */
final class MemoryJournal implements Journal {

    private final Clock clock;
    private final Map<JobKey, JobRecord> records = new LinkedHashMap<>();

    MemoryJournal(Clock clock) {
        this.clock = clock;
    }

    @Override
    public StateInfo info() {
        return new StateInfo("memory", 1, "simulated", 0, null);
    }

    @Override
    public void bindAccount(String account) {}

    @Override
    public Optional<JobRecord> find(JobKey key) {
        return Optional.ofNullable(records.get(key));
    }

    @Override
    public List<JobRecord> findBySource(String account, String region, String sourceId) {
        return records.values().stream()
                .filter(record -> record.key().sourceId().equals(sourceId))
                .toList();
    }

    @Override
    public List<JobRecord> list() {
        return List.copyOf(records.values());
    }

    @Override
    public List<JobEvent> history(JobKey key) {
        return List.of();
    }

    @Override
    public List<IntentResult> intend(List<Intent> intents) {
        List<IntentResult> results = new ArrayList<>();
        for (Intent intent : intents) {
            JobRecord own = records.get(intent.key());
            long version = own == null ? 0 : own.version();
            if (own != null && (own.state().jobExists() || version != intent.expectedVersion())) {
                results.add(new IntentResult.Refused(own));
            } else {
                results.add(new IntentResult.Granted(save(intent, version + 1, JobState.INTENT, null, null)));
            }
        }
        return results;
    }

    @Override
    public List<JobRecord> settle(List<Settlement> settlements) {
        List<JobRecord> settled = new ArrayList<>();
        for (Settlement settlement : settlements) {
            JobRecord own = records.get(settlement.key());
            if (own == null
                    || own.version() != settlement.expectedVersion()
                    || !own.state().inDoubt()) {
                throw new RefusalException("not the expected record");
            }
            JobRecord record = new JobRecord(
                    own.key(),
                    own.version() + 1,
                    settlement.state(),
                    own.address(),
                    own.name(),
                    own.token(),
                    own.digest(),
                    own.attempt(),
                    own.parameters(),
                    own.origin(),
                    settlement.jobId(),
                    settlement.requestId(),
                    settlement.code(),
                    settlement.message(),
                    own.intendedAt(),
                    clock.instant());
            records.put(own.key(), record);
            settled.add(record);
        }
        return settled;
    }

    @Override
    public JobRecord adopt(Intent found, String jobId, String requestId) {
        JobRecord own = records.get(found.key());
        long version = own == null ? 0 : own.version();
        if (version != found.expectedVersion()) {
            throw new RefusalException("not the expected record");
        }
        return save(found, version + 1, JobState.ADOPTED, jobId, requestId);
    }

    @Override
    public JobRecord amend(Intent changed, @Nullable String requestId) {
        throw new UnsupportedOperationException("no simulated run changes a job");
    }

    @Override
    public void close() {}

    private JobRecord save(
            Intent intent, long version, JobState state, @Nullable String jobId, @Nullable String requestId) {
        JobRecord record = new JobRecord(
                intent.key(),
                version,
                state,
                intent.address(),
                intent.name(),
                intent.token(),
                intent.digest(),
                intent.attempt(),
                intent.parameters(),
                intent.origin(),
                jobId,
                requestId,
                null,
                null,
                clock.instant(),
                clock.instant());
        records.put(intent.key(), record);
        return record;
    }
}
