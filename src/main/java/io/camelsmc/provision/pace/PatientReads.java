package io.camelsmc.provision.pace;

import io.camelsmc.client.CreateReplicationJobResult;
import io.camelsmc.client.DescribeReplicationJobsRequest;
import io.camelsmc.client.DescribeSourceServersRequest;
import io.camelsmc.client.ModifyReplicationJobAttributeRequest;
import io.camelsmc.client.Page;
import io.camelsmc.client.SmcClient;
import io.camelsmc.client.SmcException;
import io.camelsmc.job.ObservedJob;
import io.camelsmc.job.ObservedSource;
import io.camelsmc.provision.Sender;
import io.camelsmc.spec.ClientToken;
import io.camelsmc.spec.ReplicationJobSpec;
import java.util.concurrent.ThreadLocalRandom;

/**
 * A client for those who only look. Its reads keep to a pace, and one that fails for a passing reason, such as
 * throttling, is tried again: a read changes nothing. It makes and changes no jobs. Borrows the other client: closing this one leaves
 * it open.
 */
public final class PatientReads implements SmcClient {

    private final PacedClient client;
    private final Retries retries;
    private final ProvisionOptions options;

    public PatientReads(SmcClient client, Pace pace, ProvisionOptions options) {
        this.client = new PacedClient(client, pace);
        this.options = options;
        this.retries = new Retries(
                options, pace, Sleeper.REAL, () -> ThreadLocalRandom.current().nextLong());
    }

    /** With the standard pace and patience. */
    public static PatientReads standard(SmcClient client) {
        return new PatientReads(client, Pace.standard(), ProvisionOptions.standard());
    }

    @Override
    public CreateReplicationJobResult createReplicationJob(ReplicationJobSpec spec, ClientToken token) {
        throw new UnsupportedOperationException("a client for reads makes no jobs");
    }

    @Override
    public String modifyReplicationJobAttribute(ModifyReplicationJobAttributeRequest request) {
        throw new UnsupportedOperationException("a client for reads changes no jobs");
    }

    @Override
    public Page<ObservedJob> describeReplicationJobs(DescribeReplicationJobsRequest request) throws SmcException {
        return patiently(() -> client.describeReplicationJobs(request));
    }

    @Override
    public Page<ObservedSource> describeSourceServers(DescribeSourceServersRequest request) throws SmcException {
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

    private <T> T patiently(Pace.Call<T> read) throws SmcException {
        Deadline deadline = Deadline.after(options.totalTime(), System::nanoTime);
        for (int tries = 1; ; tries++) {
            try {
                return read.make();
            } catch (SmcException e) {
                boolean cured = tries == 1 && Sender.CURED_BY_CLIENT.contains(e.code());
                if (!cured && (e.accountWide() || !e.retryable() || !another(e, tries, deadline))) {
                    throw e;
                }
            }
        }
    }

    private boolean another(SmcException failure, int tries, Deadline deadline) {
        try {
            return retries.another("a read", failure, tries, deadline);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
