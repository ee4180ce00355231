package io.camelsmc.provision;

import io.camelsmc.client.Acknowledged;
import io.camelsmc.client.CreateReplicationJobRequest;
import io.camelsmc.client.CreateReplicationJobResult;
import io.camelsmc.client.DescribeReplicationJobsRequest;
import io.camelsmc.client.DescribeSourceServersRequest;
import io.camelsmc.client.ModifyReplicationJobAttributeRequest;
import io.camelsmc.client.TypedClient;
import io.camelsmc.client.wire.Page;
import io.camelsmc.job.ObservedJob;
import io.camelsmc.job.ObservedSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Counts what reaches it. */
public final class SilentClient extends TypedClient {

    private final AtomicInteger calls;

    public SilentClient(AtomicInteger calls) {
        this.calls = calls;
    }

    @Override
    protected CreateReplicationJobResult create(CreateReplicationJobRequest request) {
        calls.incrementAndGet();
        return new CreateReplicationJobResult("j-1", "r-1");
    }

    @Override
    protected Acknowledged modify(ModifyReplicationJobAttributeRequest request) {
        calls.incrementAndGet();
        return new Acknowledged("r-1");
    }

    @Override
    protected Page<ObservedJob> jobs(DescribeReplicationJobsRequest request) {
        calls.incrementAndGet();
        return new Page<>(List.of(), 0, 1, 50, "r-1");
    }

    @Override
    protected Page<ObservedSource> sources(DescribeSourceServersRequest request) {
        calls.incrementAndGet();
        return new Page<>(List.of(), 0, 1, 50, "r-1");
    }
}
