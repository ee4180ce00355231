package io.camelsmc.state;

import io.camelsmc.diag.SourcePosition;
import io.camelsmc.job.JobDifference;
import io.camelsmc.spec.CanonicalParameters;
import io.camelsmc.spec.ClientToken;
import io.camelsmc.spec.JobAddress;
import io.camelsmc.spec.JobKey;
import io.camelsmc.spec.ReplicationJobSpec;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * What the journal remembers about one job: the current row. Its history is in {@link JobEvent}.
 *
 * @param key identity of the job
 * @param version grows by one with every change of this record, from 1
 * @param state what came of the last intent
 * @param address how people name it
 * @param name name that was sent
 * @param token token that was sent
 * @param digest digest of the canonical request
 * @param attempt 0, and one more after each definite failure
 * @param parameters the canonical request
 * @param origin where the row was read, {@link #SERVICE} if there was none; null for a spec built in memory
 * @param jobId id of the replication job; null until known
 * @param requestId id of the call that settled it; null until known
 * @param code error code of the last failure; null when there was none
 * @param message text of the last failure, free of secrets; null when there was none
 * @param intendedAt when the current intent was written
 * @param updatedAt when the record last changed
 */
public record JobRecord(
        JobKey key,
        long version,
        JobState state,
        JobAddress address,
        String name,
        ClientToken token,
        String digest,
        int attempt,
        SortedMap<String, String> parameters,
        @Nullable SourcePosition origin,
        @Nullable String jobId,
        @Nullable String requestId,
        @Nullable String code,
        @Nullable String message,
        Instant intendedAt,
        Instant updatedAt) {

    /** Where the values of a record come from that no row gave. */
    public static final SourcePosition SERVICE = SourcePosition.of("DescribeReplicationJobs");

    public JobRecord {
        parameters = SharedParameters.of(parameters);
    }

    /** Whether the values are all that the service reported, rather than what a row asked for. */
    public boolean asReported() {
        return state == JobState.ADOPTED && SERVICE.equals(origin);
    }

    /** Enough of the request to recognise its job, however the row was edited since. */
    public ReplicationJobSpec anchor() {
        return ReplicationJobSpec.builder()
                .sourceId(key.sourceId())
                .regionId(key.region())
                .name(name)
                .build();
    }

    /** In what a job with these values is not as a spec wants it; what only one of them names does not count. */
    public List<JobDifference> differences(ReplicationJobSpec wanted) {
        return JobDifference.between(wanted, CanonicalParameters.spec(parameters));
    }
}
