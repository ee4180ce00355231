package io.camelsmc.lifecycle;

import io.camelsmc.job.JobStatus;
import io.camelsmc.job.ObservedJob;
import io.camelsmc.job.ObservedSource;
import io.camelsmc.job.SourceState;
import io.camelsmc.spec.JobAddress;
import io.camelsmc.state.JobRecord;
import java.time.Duration;
import java.time.Instant;
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

    /** From then on a listing shows a job, if there is one (15 minutes: an older request is refused by then). */
    private static final Duration LISTED_BY = Duration.ofMinutes(15);

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

    /**
     * Whether it is too young for its absence to prove anything: listings lag, and what was made or taken over a moment ago
     * may not be shown yet.
     */
    public boolean maybeNotListedYet(Instant now) {
        return job == null && now.isBefore(record.updatedAt().plus(LISTED_BY));
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
