package io.camelsmc.provision;

import io.camelsmc.client.CreateReplicationJobResult;
import io.camelsmc.client.DescribeReplicationJobsRequest;
import io.camelsmc.client.DescribeSourceServersRequest;
import io.camelsmc.client.ModifyReplicationJobAttributeRequest;
import io.camelsmc.client.Page;
import io.camelsmc.client.SmcClient;
import io.camelsmc.job.ObservedJob;
import io.camelsmc.job.ObservedSource;
import io.camelsmc.spec.ClientToken;
import io.camelsmc.spec.ReplicationJobSpec;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Counts what reaches it. */
public record SilentClient(AtomicInteger calls) implements SmcClient {

    @Override
    public CreateReplicationJobResult createReplicationJob(ReplicationJobSpec spec, ClientToken token) {
        calls.incrementAndGet();
        return new CreateReplicationJobResult("j-1", "r-1");
    }

    @Override
    public String modifyReplicationJobAttribute(ModifyReplicationJobAttributeRequest request) {
        calls.incrementAndGet();
        return "r-1";
    }

    @Override
    public Page<ObservedJob> describeReplicationJobs(DescribeReplicationJobsRequest request) {
        calls.incrementAndGet();
        return new Page<>(List.of(), 0, 1, 50, "r-1");
    }

    @Override
    public Page<ObservedSource> describeSourceServers(DescribeSourceServersRequest request) {
        calls.incrementAndGet();
        return new Page<>(List.of(), 0, 1, 50, "r-1");
    }

    @Override
    public String accountScope() {
        return "account:1";
    }

    @Override
    public void close() {}
}
