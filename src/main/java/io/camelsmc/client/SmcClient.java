package io.camelsmc.client;

import io.camelsmc.job.ObservedJob;
import io.camelsmc.job.ObservedSource;
import io.camelsmc.spec.ClientToken;
import io.camelsmc.spec.ReplicationJobSpec;

/**
 * The typed operations. One call is one request on the wire: no implementation retries or follows a redirect. Safe to
 * share between threads.
 */
public interface SmcClient extends AutoCloseable {

    /**
     * Creates a replication job. Sends the parameters of the spec as they are, plus the token; fills in nothing else.
     *
     * @throws SmcException typed by what may be done next; see {@link SmcFailure#executed()}
     */
    CreateReplicationJobResult createReplicationJob(ReplicationJobSpec spec, ClientToken token) throws SmcException;

    /**
     * Changes attributes of a job that exists. The same call again has no further effect, so one whose outcome is unknown
     * may simply go again.
     *
     * @return id of the call
     * @throws SmcException typed by what may be done next; see {@link SmcFailure#executed()}
     */
    String modifyReplicationJobAttribute(ModifyReplicationJobAttributeRequest request) throws SmcException;

    /** Lists replication jobs, one page. */
    Page<ObservedJob> describeReplicationJobs(DescribeReplicationJobsRequest request) throws SmcException;

    /** Lists source servers, one page. */
    Page<ObservedSource> describeSourceServers(DescribeSourceServersRequest request) throws SmcException;

    /** A scope for keys: the same for every call of one account; never contains a secret. */
    String accountScope() throws SmcException;

    @Override
    void close();
}
