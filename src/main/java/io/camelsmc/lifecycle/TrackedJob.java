package io.camelsmc.lifecycle;

import io.camelsmc.job.JobStatus;
import io.camelsmc.job.ObservedJob;
import io.camelsmc.job.ObservedSource;
import io.camelsmc.job.SourceState;
import io.camelsmc.spec.JobAddress;
import io.camelsmc.state.JobRecord;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A job of the journal as it stands.
 *
 * @param record what the journal remembers; its job exists, as far as the journal knows
 * @param job what the service says; null when it does not have the job
 * @param source what the service says of its source; null when it was not asked or does not have it
 */
public record TrackedJob(JobRecord record, @Nullable ObservedJob job, @Nullable ObservedSource source) {

    public JobAddress address() {
        return record.address();
    }

    public String jobId() {
        return Objects.requireNonNull(record.jobId());
    }

    /** Its status; {@link JobStatus#UNKNOWN} for a job that the service does not have. */
    public JobStatus status() {
        return job == null ? JobStatus.UNKNOWN : job.jobStatus();
    }

    /** As the service spells its status; empty for a job that the service does not have. */
    public String statusText() {
        return job == null || job.status() == null ? "" : job.status();
    }

    /** Whether its source is known to be offline or broken. */
    public boolean sourceOffline() {
        return source != null && source.is(SourceState.UNAVAILABLE);
    }

    /** The same job with its source. */
    public TrackedJob with(@Nullable ObservedSource found) {
        return new TrackedJob(record, job, found);
    }
}
