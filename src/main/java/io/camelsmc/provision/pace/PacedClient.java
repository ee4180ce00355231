package io.camelsmc.provision.pace;

import io.camelsmc.client.CreateReplicationJobResult;
import io.camelsmc.client.DescribeReplicationJobsRequest;
import io.camelsmc.client.DescribeSourceServersRequest;
import io.camelsmc.client.ModifyReplicationJobAttributeRequest;
import io.camelsmc.client.Page;
import io.camelsmc.client.SmcClient;
import io.camelsmc.client.SmcException;
import io.camelsmc.client.SmcFailure;
import io.camelsmc.client.SmcOperation;
import io.camelsmc.client.SmcUnavailableException;
import io.camelsmc.job.ObservedJob;
import io.camelsmc.job.ObservedSource;
import io.camelsmc.spec.ClientToken;
import io.camelsmc.spec.ReplicationJobSpec;

/** A client whose calls keep to a pace. Borrows the other client: closing this one leaves it open. */
public final class PacedClient implements SmcClient {

    private final SmcClient client;
    private final Pace pace;

    public PacedClient(SmcClient client, Pace pace) {
        this.client = client;
        this.pace = pace;
    }

    @Override
    public CreateReplicationJobResult createReplicationJob(ReplicationJobSpec spec, ClientToken token)
            throws SmcException {
        pace.requireService();
        return paced(SmcOperation.CREATE_REPLICATION_JOB, () -> client.createReplicationJob(spec, token));
    }

    @Override
    public String modifyReplicationJobAttribute(ModifyReplicationJobAttributeRequest request) throws SmcException {
        pace.requireService();
        return paced(
                SmcOperation.MODIFY_REPLICATION_JOB_ATTRIBUTE, () -> client.modifyReplicationJobAttribute(request));
    }

    @Override
    public Page<ObservedJob> describeReplicationJobs(DescribeReplicationJobsRequest request) throws SmcException {
        return paced(SmcOperation.DESCRIBE_REPLICATION_JOBS, () -> client.describeReplicationJobs(request));
    }

    @Override
    public Page<ObservedSource> describeSourceServers(DescribeSourceServersRequest request) throws SmcException {
        return paced(SmcOperation.DESCRIBE_SOURCE_SERVERS, () -> client.describeSourceServers(request));
    }

    @Override
    public String accountScope() throws SmcException {
        return client.accountScope();
    }

    @Override
    public void close() {
        // Borrowed.
    }

    private <T> T paced(SmcOperation operation, Pace.Call<T> call) throws SmcException {
        try {
            return pace.call(call);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SmcUnavailableException(
                    new SmcFailure(
                            operation.action(),
                            "Pace.Interrupted",
                            "interrupted while waiting for its turn; nothing left this machine",
                            0,
                            null,
                            "run the same command again",
                            false,
                            SmcFailure.Executed.NO,
                            null,
                            null),
                    e);
        }
    }
}
