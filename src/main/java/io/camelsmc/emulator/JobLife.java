package io.camelsmc.emulator;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Moves jobs with time: starts at the scheduled time, runs for a fixed time, expires. */
final class JobLife {

    /** How long a job without a fixed run time prepares before it copies for ever. */
    private static final Duration PREPARING = Duration.ofSeconds(1);

    private final @Nullable Duration runTime;

    /**
     * Creates a policy.
     *
     * @param runTime how long a run takes, or null when a running job stays as it is
     */
    JobLife(@Nullable Duration runTime) {
        this.runTime = runTime;
    }

    /** The job as it is now. */
    EmulatedJob at(Instant now, EmulatedJob job) {
        EmulatedJob moved = job;
        Instant schedule = job.scheduledAt();
        if (job.status() == JobStatus.READY && schedule != null && !now.isBefore(schedule)) {
            moved = job.started(schedule);
        }
        if (moved.status() == JobStatus.RUNNING) {
            return running(now, moved);
        }
        boolean mayExpire = moved.status().unfinished() && moved.status() != JobStatus.EXPIRED;
        return mayExpire && now.isAfter(moved.validUntil()) ? moved.inStatus(JobStatus.EXPIRED, "", 0) : moved;
    }

    private EmulatedJob running(Instant now, EmulatedJob job) {
        Instant start = job.startedAt();
        if (start == null) {
            return job;
        }
        if (runTime == null) {
            return now.isBefore(start.plus(PREPARING)) ? job : job.inStatus(JobStatus.RUNNING, "Syncing", 10);
        }
        float percent =
                runTime.isZero() ? 100 : 100f * Duration.between(start, now).toMillis() / runTime.toMillis();
        if (percent >= 100) {
            boolean once = !"false".equalsIgnoreCase(job.parameters().get("RunOnce"));
            return once ? job.ended(JobStatus.FINISHED, start.plus(runTime)) : job.inStatus(JobStatus.WAITING, "", 100);
        }
        String phase = percent < 10 ? "Preparing" : percent < 80 ? "Syncing" : percent < 95 ? "Processing" : "Cleaning";
        return job.inStatus(JobStatus.RUNNING, phase, Math.max(0, percent));
    }
}
