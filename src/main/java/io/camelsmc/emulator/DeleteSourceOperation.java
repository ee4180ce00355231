package io.camelsmc.emulator;

import java.time.Instant;
import java.util.List;
import java.util.SortedMap;

/** DeleteSourceServer. By force it takes the jobs of the server along, unless one runs. */
final class DeleteSourceOperation implements Operation {

    private final SourceRegistry sources;
    private final JobBook jobs;
    private final JobLife life;
    private final WorkgroupBook workgroups;
    private final TagBook tags;
    private final EmulatorSettings settings;

    DeleteSourceOperation(World world, EmulatorSettings settings) {
        this.sources = world.sources();
        this.jobs = world.jobs();
        this.life = world.life();
        this.workgroups = world.workgroups();
        this.tags = world.tags();
        this.settings = settings;
    }

    @Override
    public EmulatedAnswer run(ApiCall call, Runnable beforeCommit) {
        SortedMap<String, String> parameters = call.business();
        String sourceId = Required.text(parameters, "SourceId");
        boolean force = Required.flag(parameters, "Force", false);
        beforeCommit.run();
        synchronized (jobs) {
            delete(sourceId, force, settings.now());
        }
        return EmulatedAnswer.done();
    }

    private void delete(String sourceId, boolean force, Instant now) {
        EmulatedSource source = sources.find(sourceId);
        if (source == null) {
            throw settings.refusal(SyntheticCode.SOURCE_NOT_FOUND, "The specified SourceId does not exist.");
        }
        if (source.state().equals(EmulatedSource.DELETING)) {
            throw new Refusal(400, "SourceServerState.Invalid", "The source server is Deleting.");
        }
        List<EmulatedJob> related = jobs.ofSources(List.of(sourceId), now).stream()
                .filter(job -> !job.deleted() && job.status() != EmulatedStatus.DELETING)
                .toList();
        if (related.stream().anyMatch(job -> job.status() == EmulatedStatus.RUNNING)) {
            throw new Refusal(
                    400, "SourceServer.WithRunningReplicationJob", "A replication job of the source server runs.");
        }
        if (!related.isEmpty() && !force) {
            throw new Refusal(
                    400,
                    "ReplicationJob.Related",
                    "The source server has replication jobs: "
                            + related.stream().map(EmulatedJob::jobId).toList() + ".");
        }
        related.forEach(job -> jobs.act(job.jobId(), now, live -> life.delete(live, now)));
        sources.put(source.withState(EmulatedSource.DELETING, ""));
        jobs.later(now.plus(settings.times().deleting()), at -> {
            sources.remove(sourceId);
            workgroups.leave(sourceId);
            tags.removeAll(sourceId);
        });
        jobs.settle(now);
    }
}
