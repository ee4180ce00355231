package io.camelsmc.emulator;

import java.time.Instant;
import java.util.List;
import java.util.SortedMap;

/** AssociateSourceServers. */
final class AssociateOperation implements Operation {

    private final WorkgroupBook workgroups;
    private final SourceRegistry sources;
    private final JobBook jobs;
    private final EmulatorSettings settings;

    AssociateOperation(WorkgroupBook workgroups, SourceRegistry sources, JobBook jobs, EmulatorSettings settings) {
        this.workgroups = workgroups;
        this.sources = sources;
        this.jobs = jobs;
        this.settings = settings;
    }

    @Override
    public EmulatedAnswer run(ApiCall call, Runnable beforeCommit) {
        SortedMap<String, String> parameters = call.business();
        String id = Required.text(parameters, "WorkgroupId");
        List<String> sourceIds = Required.list(parameters, "SourceId", Workgroup.MOST_SOURCES);
        beforeCommit.run();
        workgroups.require(id);
        Instant now = settings.now();
        for (String sourceId : sourceIds) {
            if (sources.find(sourceId) == null) {
                throw settings.refusal(
                        SyntheticCode.SOURCE_NOT_FOUND, "The specified SourceId " + sourceId + " does not exist.");
            }
            checkJobs(sourceId, now);
        }
        workgroups.join(id, sourceIds);
        return EmulatedAnswer.done();
    }

    /** A rule of the console; that the operation enforces it too is not confirmed. */
    private void checkJobs(String sourceId, Instant now) {
        boolean unfit = jobs.ofSources(List.of(sourceId), now).stream()
                .filter(job -> !job.deleted() && job.status().unfinished())
                .anyMatch(job -> !"false".equalsIgnoreCase(job.parameters().get("RunOnce"))
                        || !"Image".equalsIgnoreCase(job.parameters().getOrDefault("TargetType", "Image")));
        if (unfit && !settings.has(Quirk.WORKGROUPS_TAKE_ANY_JOB)) {
            throw settings.refusal(
                    SyntheticCode.JOB_NOT_FOR_WORKGROUP,
                    "The job of source server " + sourceId + " is not an incremental one that makes images.");
        }
    }
}
