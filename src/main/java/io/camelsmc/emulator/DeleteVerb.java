package io.camelsmc.emulator;

import java.time.Instant;
import java.util.SortedMap;

/** DeleteReplicationJob: whatever the job does, unless it runs or is being deleted. */
final class DeleteVerb implements JobVerb {

    private final JobLife life;

    DeleteVerb(JobLife life) {
        this.life = life;
    }

    @Override
    public void act(LiveJob job, SortedMap<String, String> parameters, Instant now) {
        if (job.status() == EmulatedStatus.RUNNING || job.status() == EmulatedStatus.DELETING) {
            throw JobVerb.invalidStatus(job, "Ready, Stopped, InError, Finished, Waiting, Expired");
        }
        life.delete(job, now);
    }
}
