package io.camelsmc.state;

import io.camelsmc.spec.JobKey;
import org.jspecify.annotations.Nullable;

/**
 * What came of an intent.
 *
 * @param key identity of the job
 * @param expectedVersion version of the record that is settled
 * @param state the successor of {@link JobState#INTENT}
 * @param jobId id of the replication job; null unless one exists
 * @param requestId id of the call that settled it; null when unknown
 * @param code error code; null on success
 * @param message text of the failure, free of secrets; null on success
 */
public record Settlement(
        JobKey key,
        long expectedVersion,
        JobState state,
        @Nullable String jobId,
        @Nullable String requestId,
        @Nullable String code,
        @Nullable String message) {
    public Settlement {
        if (state == JobState.INTENT) {
            throw new IllegalArgumentException("an intent is not settled by an intent");
        }
        if (state.jobExists() && jobId == null) {
            throw new IllegalArgumentException(state + " needs a job id");
        }
    }
}
