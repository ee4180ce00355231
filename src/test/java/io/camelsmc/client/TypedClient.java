package io.camelsmc.client;

import io.camelsmc.client.wire.Page;
import io.camelsmc.job.ObservedJob;
import io.camelsmc.job.ObservedSource;

/** A made-up service that tells the operations apart; what a test does not expect fails. */
public abstract class TypedClient implements SmcClient {

    @Override
    @SuppressWarnings("unchecked")
    public <R> R call(SmcCall<R> call) throws SmcException {
        Object answer;
        if (call instanceof CreateReplicationJobRequest request) {
            answer = create(request);
        } else if (call instanceof ModifyReplicationJobAttributeRequest request) {
            answer = modify(request);
        } else if (call instanceof DescribeReplicationJobsRequest request) {
            answer = jobs(request);
        } else if (call instanceof DescribeSourceServersRequest request) {
            answer = sources(request);
        } else {
            throw unexpected(call);
        }
        return (R) answer;
    }

    protected CreateReplicationJobResult create(CreateReplicationJobRequest request) throws SmcException {
        throw unexpected(request);
    }

    protected Acknowledged modify(ModifyReplicationJobAttributeRequest request) throws SmcException {
        throw unexpected(request);
    }

    protected Page<ObservedJob> jobs(DescribeReplicationJobsRequest request) throws SmcException {
        throw unexpected(request);
    }

    protected Page<ObservedSource> sources(DescribeSourceServersRequest request) throws SmcException {
        throw unexpected(request);
    }

    @Override
    public String accountScope() {
        return "account:1";
    }

    @Override
    public void close() {}

    private static UnsupportedOperationException unexpected(SmcCall<?> call) {
        return new UnsupportedOperationException(call.operation() + " is not expected here");
    }
}
