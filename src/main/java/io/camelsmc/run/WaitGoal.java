package io.camelsmc.run;

import io.camelsmc.job.BusinessStatus;
import io.camelsmc.job.JobStatus;
import io.camelsmc.job.ObservedJob;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a job is waited for. */
public enum WaitGoal {
    /** It transfers data, or is further. */
    SYNCING,
    /** It is synchronised and waits for its cut-over. */
    WAITING,
    /** It is finished. */
    FINISHED,
    /** It does not run. */
    STOPPED,
    /** The service does not have it any more. */
    GONE;

    /** In lower case, as on the command line. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether a job is there, or further. */
    boolean reached(@Nullable ObservedJob job) {
        if (job == null) {
            return this == GONE;
        }
        JobStatus status = job.jobStatus();
        return switch (this) {
            case SYNCING ->
                status == JobStatus.WAITING
                        || status == JobStatus.FINISHED
                        || (status == JobStatus.RUNNING && job.phase() != BusinessStatus.PREPARING);
            case WAITING -> status == JobStatus.WAITING || status == JobStatus.FINISHED;
            case FINISHED -> status == JobStatus.FINISHED;
            case STOPPED -> status == JobStatus.STOPPED || status == JobStatus.FINISHED;
            case GONE -> false;
        };
    }

    /** Whether a job will not get there by itself. */
    boolean hopeless(@Nullable ObservedJob job) {
        if (this == GONE) {
            return false;
        }
        if (job == null) {
            return true;
        }
        JobStatus status = job.jobStatus();
        return status == JobStatus.EXPIRED
                || status == JobStatus.DELETING
                || (status == JobStatus.IN_ERROR && this != STOPPED);
    }
}
