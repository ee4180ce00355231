package io.camelsmc.provision;

import io.camelsmc.client.CreateReplicationJobResult;
import io.camelsmc.job.JobRequest;
import io.camelsmc.state.JobRecord;

/** What came of sending the request of a row. */
sealed interface Sent {

    /**
     * The row is settled, and the journal says so.
     *
     * @param result how
     */
    record Settled(ProvisionResult result) implements Sent {}

    /**
     * The service made the job. The journal does not say so yet, so nobody may hear of it.
     *
     * @param request the row
     * @param intent its open intent
     * @param answer what the service said
     * @param attempts requests sent for it
     */
    record Made(JobRequest request, JobRecord intent, CreateReplicationJobResult answer, int attempts)
            implements Sent {}
}
