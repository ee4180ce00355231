package io.camelsmc.client;

import io.camelsmc.client.wire.Required;
import org.jspecify.annotations.Nullable;

/**
 * Ends an incremental job that is Waiting. A cut-over whose outcome is unknown may go again only while a read shows the job
 * Waiting, and never with another {@code syncData}.
 *
 * @param jobId the job
 * @param syncData whether a last full synchronisation comes first; null leaves it to the service, which does without
 */
public record CutOverReplicationJobRequest(@Required String jobId, @Nullable Boolean syncData)
        implements AcknowledgedCall {

    @Override
    public SmcOperation operation() {
        return SmcOperation.CUT_OVER_REPLICATION_JOB;
    }
}
