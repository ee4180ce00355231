package io.camelsmc.client;

import io.camelsmc.client.RamPermission.Kind;
import io.camelsmc.client.RamPermission.Need;
import java.util.List;

/**
 * The operations of Server Migration Center 2019-06-01 that this version can call: what each does to the service, and what
 * the access control of the vendor must allow for it.
 */
public enum SmcOperation {
    DESCRIBE_REPLICATION_JOBS("DescribeReplicationJobs", Effect.READ, Need.READ, Kind.REPLICATION_JOB),
    DESCRIBE_SOURCE_SERVERS("DescribeSourceServers", Effect.READ, Need.READ, Kind.SOURCE_SERVER),
    CREATE_REPLICATION_JOB(
            "CreateReplicationJob", Effect.REPEATABLE_WRITE, Need.CREATE, Kind.REPLICATION_JOB, Kind.SOURCE_SERVER),
    MODIFY_REPLICATION_JOB_ATTRIBUTE(
            "ModifyReplicationJobAttribute", Effect.REPEATABLE_WRITE, Need.UPDATE, Kind.REPLICATION_JOB),
    START_REPLICATION_JOB("StartReplicationJob", Effect.WRITE_ONCE, Need.LIFECYCLE, Kind.REPLICATION_JOB),
    STOP_REPLICATION_JOB("StopReplicationJob", Effect.WRITE_ONCE, Need.LIFECYCLE, Kind.REPLICATION_JOB),
    CUT_OVER_REPLICATION_JOB("CutOverReplicationJob", Effect.WRITE_ONCE, Need.LIFECYCLE, Kind.ANY),
    DELETE_REPLICATION_JOB("DeleteReplicationJob", Effect.WRITE_ONCE, Need.LIFECYCLE, Kind.REPLICATION_JOB);

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

    @SuppressWarnings("ImmutableEnumChecker") // A record whose list is a copy.
    private final RamPermission permission;

    SmcOperation(String action, Effect effect, Need need, Kind... kinds) {
        this.action = action;
        this.effect = effect;
        this.permission = new RamPermission(action, need, List.of(kinds));
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

    /** What the access control of the vendor must allow for it. */
    public RamPermission permission() {
        return permission;
    }
}
