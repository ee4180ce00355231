package io.camelsmc.emulator;

import java.time.Instant;
import java.util.SortedMap;

/** StartReplicationJob. */
final class StartVerb implements JobVerb {

    private final JobBook jobs;
    private final JobLife life;
    private final SourceRegistry sources;
    private final EmulatorSettings settings;

    StartVerb(JobBook jobs, JobLife life, SourceRegistry sources, EmulatorSettings settings) {
        this.jobs = jobs;
        this.life = life;
        this.sources = sources;
        this.settings = settings;
    }

    @Override
    public void act(LiveJob job, SortedMap<String, String> parameters, Instant now) {
        boolean allowed =
                switch (job.status()) {
                    case READY, STOPPED, IN_ERROR -> true;
                    case WAITING -> settings.has(Quirk.START_IN_WAITING);
                    default -> false;
                };
        if (!allowed) {
            throw JobVerb.invalidStatus(job, "Ready, Stopped, InError");
        }
        JobVerb.requireSource(job, sources);
        if (jobs.full()) {
            throw settings.refusal(
                    SyntheticCode.RUNNING_QUOTA, "The quota of replication jobs that run at once is exceeded.");
        }
        life.start(job, now);
    }
}
