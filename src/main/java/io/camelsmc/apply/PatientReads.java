package io.camelsmc.apply;

import io.camelsmc.client.CreateReplicationJobResult;
import io.camelsmc.client.DescribeReplicationJobsRequest;
import io.camelsmc.client.DescribeSourceServersRequest;
import io.camelsmc.client.ObservedJob;
import io.camelsmc.client.Page;
import io.camelsmc.client.SmcClient;
import io.camelsmc.client.SmcException;
import io.camelsmc.client.SourceServer;
import io.camelsmc.provision.Backoff;
import io.camelsmc.provision.ProvisionOptions;
import io.camelsmc.provision.Sleeper;
import io.camelsmc.spec.ClientToken;
import io.camelsmc.spec.ReplicationJobSpec;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.random.RandomGenerator;

/**
 * A client that asks again when a question fails for a while: as often and with the waits that a create has. It makes
 * nothing. Borrows the other client: closing this one leaves it open.
 */
public final class PatientReads implements SmcClient {

    private final SmcClient client;
    private final int maxAttempts;
    private final Backoff backoff;
    private final Duration maxRetryAfter;
    private final Sleeper sleeper;
    private final RandomGenerator random;

    /** With {@link ProvisionOptions#standard()} and real waits. */
    public PatientReads(SmcClient client) {
        this(
                client,
                ProvisionOptions.standard(),
                Sleeper.REAL,
                () -> ThreadLocalRandom.current().nextLong());
    }

    public PatientReads(SmcClient client, ProvisionOptions options, Sleeper sleeper, RandomGenerator random) {
        this.client = client;
        this.maxAttempts = options.maxAttempts();
        this.backoff = options.backoff();
        this.maxRetryAfter = options.maxRetryAfter();
        this.sleeper = sleeper;
        this.random = random;
    }

    @FunctionalInterface
    private interface Call<T> {
        T make() throws SmcException;
    }

    private <T> T patiently(Call<T> call) throws SmcException {
        for (int tries = 1; ; tries++) {
            try {
                return call.make();
            } catch (SmcException e) {
                Duration asked = e.failure().retryAfter();
                boolean tooLong = asked != null && asked.compareTo(maxRetryAfter) > 0;
                if (e.accountWide() || !e.retryable() || tries >= maxAttempts || tooLong) {
                    throw e;
                }
                Duration wait = backoff.after(tries, random);
                rest(asked != null && asked.compareTo(wait) > 0 ? asked : wait, e);
            }
        }
    }

    private void rest(Duration wait, SmcException cause) throws SmcException {
        try {
            sleeper.sleep(wait);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw cause;
        }
    }

    /** Makes nothing. */
    @Override
    public CreateReplicationJobResult createReplicationJob(ReplicationJobSpec spec, ClientToken token) {
        throw new UnsupportedOperationException("this client only reads");
    }

    @Override
    public Page<ObservedJob> describeReplicationJobs(DescribeReplicationJobsRequest request) throws SmcException {
        return patiently(() -> client.describeReplicationJobs(request));
    }

    @Override
    public Page<SourceServer> describeSourceServers(DescribeSourceServersRequest request) throws SmcException {
        return patiently(() -> client.describeSourceServers(request));
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
