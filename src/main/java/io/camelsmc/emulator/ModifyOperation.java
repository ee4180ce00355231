package io.camelsmc.emulator;

import java.time.Instant;
import java.util.SortedMap;

/** ModifyReplicationJobAttribute. It knows no ClientToken: the same change again changes nothing. */
final class ModifyOperation implements Operation {

    private final JobBook jobs;
    private final EmulatorSettings settings;

    ModifyOperation(JobBook jobs, EmulatorSettings settings) {
        this.jobs = jobs;
        this.settings = settings;
    }

    @Override
    public EmulatedAnswer run(ApiCall call, Runnable beforeCommit) {
        String jobId = Required.text(call.business(), "JobId");
        SortedMap<String, String> changes = ModifyChecks.changes(call.business(), settings);
        ModifyChecks.check(changes);
        beforeCommit.run();
        Instant now = settings.now();
        if (jobs.modify(jobId, changes, now) == null) {
            throw settings.refusal(SyntheticCode.JOB_NOT_FOUND, "The specified JobId does not exist.");
        }
        return EmulatedAnswer.done();
    }
}
