package io.camelsmc.emulator;

import java.time.Instant;
import java.util.SortedMap;

/** StopReplicationJob: only while the job runs and synchronises. */
final class StopVerb implements JobVerb {

    private final EmulatorSettings settings;

    StopVerb(EmulatorSettings settings) {
        this.settings = settings;
    }

    @Override
    public void act(LiveJob job, SortedMap<String, String> parameters, Instant now) {
        boolean paused = job.status() == EmulatedStatus.WAITING && settings.has(Quirk.STOP_IN_WAITING);
        if (job.status() != EmulatedStatus.RUNNING && !paused) {
            throw JobVerb.invalidStatus(job, "Running");
        }
        if (!paused && !job.businessStatusAt(now).equals("Syncing")) {
            throw JobVerb.invalidPhase(job, now, "Syncing");
        }
        job.stop(now);
    }
}
