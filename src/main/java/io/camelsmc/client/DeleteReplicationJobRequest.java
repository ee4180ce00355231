package io.camelsmc.client;

import io.camelsmc.client.wire.Required;

/**
 * Deletes a job that is not Running; this cannot be undone. The answer only says that the deletion has begun: the job is
 * Deleting until its intermediate resources are released. Its images, its instances and its source stay.
 *
 * @param jobId the job
 */
public record DeleteReplicationJobRequest(@Required String jobId) implements AcknowledgedCall {

    @Override
    public SmcOperation operation() {
        return SmcOperation.DELETE_REPLICATION_JOB;
    }
}
