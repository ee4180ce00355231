package io.camelsmc.emulator;

import java.time.Instant;

/** Start, stop, cut over or delete one job, when its status allows it. */
final class ControlOperation implements Operation {

    private final Verb verb;
    private final JobBook jobs;
    private final ServiceSettings settings;

    ControlOperation(Verb verb, JobBook jobs, ServiceSettings settings) {
        this.verb = verb;
        this.jobs = jobs;
        this.settings = settings;
    }

    @Override
    public Answer run(ApiCall call, Runnable beforeCommit) {
        String jobId = call.business().getOrDefault("JobId", "");
        if (jobId.isBlank()) {
            throw Refusal.missing("JobId");
        }
        beforeCommit.run();
        Instant now = settings.now();
        if (jobs.change(jobId, now, job -> changed(job, now)) == null) {
            throw new Refusal(404, "InvalidJobId.NotFound", "The specified JobId does not exist.");
        }
        return Answer.ok(Answers.document());
    }

    private EmulatedJob changed(EmulatedJob job, Instant now) {
        if (!verb.allowedIn(job.status())) {
            throw new Refusal(
                    400,
                    "ReplicationJob.InvalidStatus",
                    "The replication job is " + job.status().wire() + ", which does not allow the operation.");
        }
        if (verb == Verb.STOP && !job.businessStatus().equals("Syncing")) {
            throw new Refusal(
                    400,
                    "ReplicationJob.InvalidBusinessStatus",
                    "The replication job is " + job.businessStatus() + "; the operation needs [Syncing].");
        }
        return switch (verb) {
            case START -> job.started(now);
            case STOP -> job.inStatus(JobStatus.STOPPED, "", job.progress());
            case CUT_OVER -> job.ended(JobStatus.FINISHED, now);
            case DELETE -> job.ended(JobStatus.DELETING, now);
        };
    }

    /** What is done to the job. */
    enum Verb {
        START,
        STOP,
        CUT_OVER,
        DELETE;

        boolean allowedIn(JobStatus status) {
            return switch (this) {
                case START -> status == JobStatus.READY || status == JobStatus.STOPPED || status == JobStatus.IN_ERROR;
                case STOP -> status == JobStatus.RUNNING;
                case CUT_OVER -> status == JobStatus.WAITING;
                case DELETE -> status != JobStatus.RUNNING && status != JobStatus.DELETING;
            };
        }
    }
}
