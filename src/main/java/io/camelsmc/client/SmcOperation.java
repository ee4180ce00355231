package io.camelsmc.client;

/** The operations of Server Migration Center 2019-06-01 that this version can call. */
public enum SmcOperation {
    CREATE_REPLICATION_JOB("CreateReplicationJob", Effect.REPEATABLE_WRITE),
    MODIFY_REPLICATION_JOB_ATTRIBUTE("ModifyReplicationJobAttribute", Effect.REPEATABLE_WRITE),
    DESCRIBE_REPLICATION_JOBS("DescribeReplicationJobs", Effect.READ),
    DESCRIBE_SOURCE_SERVERS("DescribeSourceServers", Effect.READ);

    /** What a call does to the service, and what the same call again would do. */
    public enum Effect {
        /** Nothing. */
        READ,
        /** Changes something; the same again has no further effect, by a token or by its nature. */
        REPEATABLE_WRITE,
        /** Changes something, and nothing keeps a second one from doing it again. */
        WRITE_ONCE
    }

    private final String action;
    private final Effect effect;

    SmcOperation(String action, Effect effect) {
        this.action = action;
        this.effect = effect;
    }

    /** The name of the action on the wire. */
    public String action() {
        return action;
    }

    /** Whether the operation changes anything in the service. */
    public boolean isWrite() {
        return effect != Effect.READ;
    }

    /** Whether the same call again has no further effect. */
    public boolean isIdempotent() {
        return effect != Effect.WRITE_ONCE;
    }
}
