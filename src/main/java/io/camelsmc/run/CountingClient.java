package io.camelsmc.run;

import io.camelsmc.client.CreateReplicationJobResult;
import io.camelsmc.client.DescribeReplicationJobsRequest;
import io.camelsmc.client.DescribeSourceServersRequest;
import io.camelsmc.client.ModifyReplicationJobAttributeRequest;
import io.camelsmc.client.Page;
import io.camelsmc.client.SmcClient;
import io.camelsmc.client.SmcException;
import io.camelsmc.client.SmcThrottledException;
import io.camelsmc.job.ObservedJob;
import io.camelsmc.job.ObservedSource;
import io.camelsmc.spec.ClientToken;
import io.camelsmc.spec.ReplicationJobSpec;
import java.time.Clock;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/** Counts the calls of another client, for reports. Safe to share between threads. */
public final class CountingClient implements SmcClient {

    private final SmcClient client;
    private final AtomicLong calls = new AtomicLong();
    private final AtomicLong creates = new AtomicLong();
    private final AtomicLong throttled = new AtomicLong();
    private final Set<ClientToken> tokens = ConcurrentHashMap.newKeySet();

    private final SendTrace trace;
    private volatile Consumer<SmcException> throttling = answer -> {};

    public CountingClient(SmcClient client) {
        this(client, new SendTrace(Clock.systemUTC()));
    }

    /** With a trace that hears of every create before it leaves. */
    public CountingClient(SmcClient client, SendTrace trace) {
        this.client = client;
        this.trace = trace;
    }

    /** Hands every answer that throttles to somebody. */
    public void onThrottled(Consumer<SmcException> action) {
        throttling = action;
    }

    /** All counts. */
    public CallCounts counts() {
        return new CallCounts(calls(), retries(), throttled());
    }

    /** Calls made, answered or not. */
    long calls() {
        return calls.get();
    }

    /** Create calls that carried a token which had been sent before. */
    long retries() {
        return creates.get() - tokens.size();
    }

    /** Calls that the service throttled. */
    long throttled() {
        return throttled.get();
    }

    @FunctionalInterface
    private interface Call<T> {
        T run() throws SmcException;
    }

    private <T> T counted(Call<T> call) throws SmcException {
        calls.incrementAndGet();
        try {
            return call.run();
        } catch (SmcThrottledException e) {
            throttled.incrementAndGet();
            throttling.accept(e);
            throw e;
        }
    }

    @Override
    public CreateReplicationJobResult createReplicationJob(ReplicationJobSpec spec, ClientToken token)
            throws SmcException {
        creates.incrementAndGet();
        tokens.add(token);
        trace.sending(spec, token);
        return counted(() -> client.createReplicationJob(spec, token));
    }

    @Override
    public String modifyReplicationJobAttribute(ModifyReplicationJobAttributeRequest request) throws SmcException {
        return counted(() -> client.modifyReplicationJobAttribute(request));
    }

    @Override
    public Page<ObservedJob> describeReplicationJobs(DescribeReplicationJobsRequest request) throws SmcException {
        return counted(() -> client.describeReplicationJobs(request));
    }

    @Override
    public Page<ObservedSource> describeSourceServers(DescribeSourceServersRequest request) throws SmcException {
        return counted(() -> client.describeSourceServers(request));
    }

    @Override
    public String accountScope() throws SmcException {
        return client.accountScope();
    }

    @Override
    public void close() {
        client.close();
    }
}
