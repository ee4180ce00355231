package io.camelsmc.emulator;

import java.time.Instant;
import java.util.SortedMap;

/** An operation on one job that answers nothing but its success. */
final class JobOperation implements Operation {

    private final JobBook jobs;
    private final EmulatorSettings settings;
    private final JobVerb verb;

    JobOperation(JobBook jobs, EmulatorSettings settings, JobVerb verb) {
        this.jobs = jobs;
        this.settings = settings;
        this.verb = verb;
    }

    @Override
    public EmulatedAnswer run(ApiCall call, Runnable beforeCommit) {
        SortedMap<String, String> parameters = call.business();
        String jobId = Required.text(parameters, "JobId");
        beforeCommit.run();
        Instant now = settings.now();
        if (jobs.act(jobId, now, job -> verb.act(job, parameters, now)) == null) {
            throw settings.refusal(SyntheticCode.JOB_NOT_FOUND, "The specified JobId does not exist.");
        }
        return EmulatedAnswer.done();
    }
}
