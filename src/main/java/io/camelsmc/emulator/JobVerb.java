package io.camelsmc.emulator;

import java.time.Instant;
import java.util.SortedMap;

/** What one operation does to one job. */
@FunctionalInterface
interface JobVerb {

    /**
     * Does it, or refuses.
     *
     * @param parameters what the request says
     */
    void act(LiveJob job, SortedMap<String, String> parameters, Instant now);

    /** The refusal for a job whose status does not allow the operation. */
    static Refusal invalidStatus(LiveJob job, String needs) {
        return new Refusal(
                400,
                "ReplicationJob.InvalidStatus",
                "The replication job is " + job.status().wire() + "; the operation needs one of [" + needs + "].");
    }

    /** The refusal for a job whose phase does not allow the operation. */
    static Refusal invalidPhase(LiveJob job, Instant now, String needs) {
        return new Refusal(
                400,
                "ReplicationJob.InvalidBusinessStatus",
                "The replication job is " + job.businessStatusAt(now) + "; the operation needs one of [" + needs
                        + "].");
    }

    /** Refuses a job whose source cannot be reached. */
    static void requireSource(LiveJob job, SourceRegistry sources) {
        EmulatedSource source = sources.find(job.sourceId());
        if (source == null || !source.state().equals(EmulatedSource.AVAILABLE)) {
            throw new Refusal(
                    400,
                    "SourceServerState.Invalid",
                    "The source server is " + (source == null ? "gone" : source.state())
                            + "; the operation needs one of [Available, InUse].");
        }
    }
}
