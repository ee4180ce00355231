package io.camelsmc.client;

import io.camelsmc.client.wire.Required;

/**
 * Starts a job that is Ready, Stopped or InError; a transfer that broke off resumes. A job that runs already refuses it with
 * {@code ReplicationJob.InvalidStatus}, so read the job before a start whose outcome is unknown is repeated.
 *
 * @param jobId the job
 */
public record StartReplicationJobRequest(@Required String jobId) implements AcknowledgedCall {

    @Override
    public SmcOperation operation() {
        return SmcOperation.START_REPLICATION_JOB;
    }
}
