package io.camelsmc.client;

/** The operations of Server Migration Center 2019-06-01 that this version can call. */
public enum SmcOperation {
    CREATE_REPLICATION_JOB("CreateReplicationJob", true),
    MODIFY_REPLICATION_JOB_ATTRIBUTE("ModifyReplicationJobAttribute", true),
    DESCRIBE_REPLICATION_JOBS("DescribeReplicationJobs", false),
    DESCRIBE_SOURCE_SERVERS("DescribeSourceServers", false);

    private final String action;
    private final boolean write;

    SmcOperation(String action, boolean write) {
        this.action = action;
        this.write = write;
    }

    /** The name of the action on the wire. */
    public String action() {
        return action;
    }

    /** Whether the operation changes anything in the service. */
    public boolean isWrite() {
        return write;
    }
}
