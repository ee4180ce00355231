package io.camelsmc.lifecycle;

import io.camelsmc.job.JobStatus;
import io.camelsmc.job.ObservedJob;
import io.camelsmc.job.Verb;
import io.camelsmc.state.VerbRecord;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a look at a job says about a verb that was sent, or that may have been. */
public enum VerbFinding {
    /** It had its effect. */
    EFFECTIVE,
    /** The job stands as it stood before. */
    UNCHANGED,
    /** It moved, but not by this verb, or in a way that makes it pointless. */
    OVERTAKEN,
    /** What it does now could come of the verb or of its schedule; a later look tells. */
    UNSURE;

    /**
     * What a look says.
     *
     * @param intent the verb, with the status that the job had before
     * @param job the job now; null when the service does not have it
     */
    public static VerbFinding of(VerbRecord intent, @Nullable ObservedJob job) {
        JobStatus before = JobStatus.of(intent.seen());
        JobStatus now = job == null ? JobStatus.UNKNOWN : job.jobStatus();
        if (intent.verb() == Verb.DELETE) {
            return job == null || now == JobStatus.DELETING ? EFFECTIVE : now == before ? UNCHANGED : OVERTAKEN;
        }
        if (job == null || now == JobStatus.DELETING || now == JobStatus.UNKNOWN) {
            return OVERTAKEN;
        }
        return switch (intent.verb()) {
            case START -> start(before, now);
            case STOP -> now == JobStatus.STOPPED ? EFFECTIVE : now == JobStatus.RUNNING ? UNCHANGED : OVERTAKEN;
            case CUT_OVER -> cutOver(now);
            case EXTEND -> extend(intent, job);
            case DELETE -> OVERTAKEN;
        };
    }

    private static VerbFinding start(JobStatus before, JobStatus now) {
        if (now == before) {
            return UNCHANGED;
        }
        // Every other way from a job that does not run leads through Running.
        return now == JobStatus.EXPIRED ? OVERTAKEN : EFFECTIVE;
    }

    private static VerbFinding cutOver(JobStatus now) {
        return switch (now) {
            case FINISHED -> EFFECTIVE;
            case WAITING -> UNCHANGED;
            case RUNNING -> UNSURE;
            default -> OVERTAKEN;
        };
    }

    private static VerbFinding extend(VerbRecord intent, ObservedJob job) {
        Instant expires = Expiry.of(job);
        return expires != null && intent.arguments().equals("ValidTime=" + expires) ? EFFECTIVE : UNCHANGED;
    }
}
