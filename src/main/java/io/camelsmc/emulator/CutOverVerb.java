package io.camelsmc.emulator;

import java.time.Instant;
import java.util.SortedMap;

/**
 * CutOverReplicationJob: ends an incremental job that waits, after a last synchronisation or at once. It takes no room
 * under the quota of running jobs: no page says that it would be refused for that.
 */
final class CutOverVerb implements JobVerb {

    private final JobLife life;
    private final SourceRegistry sources;
    private final EmulatorSettings settings;

    CutOverVerb(JobLife life, SourceRegistry sources, EmulatorSettings settings) {
        this.life = life;
        this.sources = sources;
        this.settings = settings;
    }

    @Override
    public void act(LiveJob job, SortedMap<String, String> parameters, Instant now) {
        if (job.status() != EmulatedStatus.WAITING) {
            throw JobVerb.invalidStatus(job, "Waiting");
        }
        boolean syncData = Required.flag(parameters, "SyncData", false);
        if (syncData || !settings.has(Quirk.CUT_OVER_WITHOUT_SOURCE)) {
            JobVerb.requireSource(job, sources);
        }
        life.cutOver(job, syncData, now);
    }
}
