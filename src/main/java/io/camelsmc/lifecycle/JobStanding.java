package io.camelsmc.lifecycle;

import io.camelsmc.client.ErrorTable;
import io.camelsmc.job.BusinessStatus;
import io.camelsmc.job.JobStatus;
import io.camelsmc.job.ObservedJob;
import io.camelsmc.job.ObservedSource;
import io.camelsmc.job.Verb;
import io.camelsmc.job.VerbMatrix;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a job stands: what the service says of it, why it is not further, and what follows.
 *
 * @param allowed verbs that would be sent for it now
 * @param whyNotFurther what it waits for; empty for a job that is finished
 * @param advice what a person should do; empty when there is nothing to do
 * @param nextCycleAt when its next cycle begins; null unless it waits for one
 * @param expiresAt when it expires; null when it cannot expire any more, or nobody knows
 * @param billedSince since when it may hold an intermediate instance, which is billed; null when it holds none
 * @param eta when the transfer that goes on ends; null when nothing goes on, or that is not known
 */
public record JobStanding(
        TrackedJob job,
        Health health,
        List<Verb> allowed,
        String whyNotFurther,
        String advice,
        @Nullable Instant nextCycleAt,
        @Nullable Instant expiresAt,
        @Nullable Instant billedSince,
        @Nullable TimeRange eta) {

    /** A job that expires so soon is looked at as lagging. */
    static final Duration SOON = Duration.ofDays(3);

    public JobStanding {
        allowed = List.copyOf(allowed);
    }

    /** How a job stands at a time. */
    public static JobStanding of(TrackedJob job, Instant now) {
        ObservedJob seen = job.job();
        if (seen == null && job.maybeNotListedYet(now)) {
            return new JobStanding(
                    job, Health.HEALTHY, List.of(), "the service does not list it yet", "", null, null, null, null);
        }
        if (seen == null) {
            return new JobStanding(
                    job,
                    Health.ERROR,
                    List.of(),
                    "the service does not have it any more",
                    "'smc drift' compares journal and service; a row with a higher generation makes a new job",
                    null,
                    null,
                    null,
                    null);
        }
        boolean canExpire = !List.of(JobStatus.FINISHED, JobStatus.DELETING, JobStatus.EXPIRED)
                .contains(seen.jobStatus());
        Instant expires = canExpire ? Expiry.of(seen) : null;
        boolean soon = expires != null && expires.isBefore(now.plus(SOON));
        return new JobStanding(
                job,
                health(job, seen, soon),
                VerbMatrix.allowed(seen),
                why(job, seen),
                advice(job, seen, soon, expires),
                Cycles.next(seen),
                expires,
                billedSince(seen),
                Cycles.end(seen, now));
    }

    private static Health health(TrackedJob job, ObservedJob seen, boolean soon) {
        return switch (seen.jobStatus()) {
            case IN_ERROR, EXPIRED, UNKNOWN -> Health.ERROR;
            case STOPPED -> Health.LAGGING;
            default -> soon || job.sourceOffline() ? Health.LAGGING : Health.HEALTHY;
        };
    }

    private static String why(TrackedJob job, ObservedJob seen) {
        return switch (seen.jobStatus()) {
            case READY -> {
                Instant start = seen.attributes().scheduledStartTime();
                yield start == null ? "nobody has started it" : "it is to start at " + start;
            }
            case RUNNING -> running(seen);
            case STOPPED -> "it was stopped";
            case IN_ERROR ->
                "it failed" + (seen.errorCode() == null ? "" : " with " + seen.errorCode())
                        + (job.sourceOffline() ? ", and its source is offline" + code(job.source()) : "");
            case WAITING -> "it is synchronised and waits to be cut over";
            case EXPIRED -> "it has expired";
            case DELETING -> "it is being deleted";
            case FINISHED -> "";
            case UNKNOWN -> "its status is not one that this version knows";
        };
    }

    private static String running(ObservedJob seen) {
        BusinessStatus phase = seen.phase();
        return "it runs" + (phase == null ? "" : ": " + phase.label());
    }

    private static String code(@Nullable ObservedSource source) {
        return source == null || source.errorCode() == null ? "" : " (" + source.errorCode() + ")";
    }

    private static String advice(TrackedJob job, ObservedJob seen, boolean soon, @Nullable Instant expires) {
        String own =
                switch (seen.jobStatus()) {
                    case IN_ERROR -> failed(job, seen);
                    case STOPPED -> "smc start resumes it";
                    case EXPIRED -> "delete it, raise generation in its row and apply";
                    default -> "";
                };
        String late = soon ? "it expires at " + expires + "; smc extend moves that" : "";
        return own.isEmpty() || late.isEmpty() ? own + late : own + "; " + late;
    }

    private static String failed(TrackedJob job, ObservedJob seen) {
        String known = seen.errorCode() == null
                ? ""
                : ErrorTable.standard()
                        .exact(seen.errorCode())
                        .map(entry -> entry.advice())
                        .orElse("");
        if (!known.isEmpty()) {
            return known;
        }
        return job.sourceOffline()
                ? "bring the SMC client on the source back, then smc start"
                : "look at the error in the console, remove its cause, then smc start";
    }

    private static @Nullable Instant billedSince(ObservedJob seen) {
        return switch (seen.jobStatus()) {
            case RUNNING, STOPPED, IN_ERROR, WAITING -> seen.startedAt();
            default -> null;
        };
    }

    /** How far it is, 0 to 100: a job that is synchronised or finished is all the way. */
    public double progress() {
        ObservedJob seen = job.job();
        if (seen == null) {
            return 0;
        }
        Double reported = seen.progress();
        return switch (seen.jobStatus()) {
            case WAITING, FINISHED -> 100;
            case READY -> 0;
            default -> reported == null ? 0 : reported;
        };
    }
}
