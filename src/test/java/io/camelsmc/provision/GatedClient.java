package io.camelsmc.provision;

import io.camelsmc.client.CreateReplicationJobResult;
import io.camelsmc.client.DescribeReplicationJobsRequest;
import io.camelsmc.client.DescribeSourceServersRequest;
import io.camelsmc.client.ModifyReplicationJobAttributeRequest;
import io.camelsmc.client.Page;
import io.camelsmc.client.SmcClient;
import io.camelsmc.client.SmcException;
import io.camelsmc.job.ObservedJob;
import io.camelsmc.job.ObservedSource;
import io.camelsmc.spec.ClientToken;
import io.camelsmc.spec.ReplicationJobSpec;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.function.UnaryOperator;

/** A client that notes which sources each listing was asked for, and holds calls back for as long as a test likes. */
final class GatedClient implements SmcClient {

    /** Decides about a listing before it is asked for. */
    @FunctionalInterface
    interface Gate {
        void pass(List<String> sources) throws SmcException, InterruptedException;
    }

    /** The sources of each listing so far; none for a page of the whole account. */
    final List<List<String>> asked = new CopyOnWriteArrayList<>();

    private final SmcClient client;
    volatile Gate gate = sources -> {};
    volatile UnaryOperator<DescribeReplicationJobsRequest> rewrite = request -> request;
    volatile Runnable beforeCreate = () -> {};

    GatedClient(SmcClient client) {
        this.client = client;
    }

    /** Holds back the first listing. */
    void holdFirstUntil(CountDownLatch released) {
        gate = sources -> {
            if (asked.size() == 1) {
                released.await();
            }
        };
    }

    @Override
    public Page<ObservedJob> describeReplicationJobs(DescribeReplicationJobsRequest request) throws SmcException {
        asked.add(request.sourceIds());
        try {
            gate.pass(request.sourceIds());
        } catch (InterruptedException e) {
            // What the client does when the thread of a call is interrupted.
            Thread.currentThread().interrupt();
        }
        return client.describeReplicationJobs(rewrite.apply(request));
    }

    @Override
    public CreateReplicationJobResult createReplicationJob(ReplicationJobSpec spec, ClientToken token)
            throws SmcException {
        beforeCreate.run();
        return client.createReplicationJob(spec, token);
    }

    @Override
    public String modifyReplicationJobAttribute(ModifyReplicationJobAttributeRequest request) throws SmcException {
        return client.modifyReplicationJobAttribute(request);
    }

    @Override
    public Page<ObservedSource> describeSourceServers(DescribeSourceServersRequest request) throws SmcException {
        return client.describeSourceServers(request);
    }

    @Override
    public String accountScope() throws SmcException {
        return client.accountScope();
    }

    @Override
    public void close() {
        // Borrowed.
    }
}
