package io.camelsmc.client;

import io.camelsmc.client.wire.Required;

/**
 * Stops a job that is Running and Syncing; at any other time it is refused.
 *
 * @param jobId the job
 */
public record StopReplicationJobRequest(@Required String jobId) implements AcknowledgedCall {

    @Override
    public SmcOperation operation() {
        return SmcOperation.STOP_REPLICATION_JOB;
    }
}
