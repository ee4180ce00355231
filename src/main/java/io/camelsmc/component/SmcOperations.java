package io.camelsmc.component;

/** What an endpoint does. The names are the operations of SMC in camelCase, and our own. */
public enum SmcOperations {
    /** Makes one replication job exist, exactly once in effect. */
    createReplicationJob,
    /** Changes attributes of a job that exists: one plain call, without a journal. */
    modifyReplicationJobAttribute,
    /** Lists replication jobs. */
    describeReplicationJobs,
    /** Lists source servers. */
    describeSourceServers,
    /** Reads a file of rows and checks it as a whole; the body becomes an iterator for a streaming split. */
    readWave,
    /** Accounts for the rows of a wave after its split; fails while rows are pending, so that the input stays in place. */
    finishWave,
    /** Checks one row; the body becomes the spec, or every problem is thrown at once. */
    validate;

    /** Whether the operation needs a connection to the service. */
    boolean callsService() {
        return this != readWave && this != finishWave && this != validate;
    }
}
