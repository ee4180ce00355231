package io.camelsmc.provision;

import io.camelsmc.client.CreateReplicationJobRequest;
import io.camelsmc.client.DescribeReplicationJobsRequest;
import io.camelsmc.client.SmcCall;
import io.camelsmc.client.SmcClient;
import io.camelsmc.client.SmcException;
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
    @SuppressWarnings("unchecked")
    public <R> R call(SmcCall<R> call) throws SmcException {
        if (call instanceof DescribeReplicationJobsRequest request) {
            await(request);
            return (R) client.call(rewrite.apply(request));
        }
        if (call instanceof CreateReplicationJobRequest) {
            beforeCreate.run();
        }
        return client.call(call);
    }

    private void await(DescribeReplicationJobsRequest request) throws SmcException {
        asked.add(request.sourceIds());
        try {
            gate.pass(request.sourceIds());
        } catch (InterruptedException e) {
            // What the client does when the thread of a call is interrupted.
            Thread.currentThread().interrupt();
        }
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
