package io.camelsmc.client;

import java.util.List;

/**
 * What the access control of the vendor (RAM) must allow for each operation. The one place that knows; {@code smc policy} and
 * the documentation print it. Source: the authorization table on the API page of each operation.
 */
public enum RamPermission {
    DESCRIBE_REPLICATION_JOBS("DescribeReplicationJobs", Need.READ, Kind.REPLICATION_JOB, false),
    DESCRIBE_SOURCE_SERVERS("DescribeSourceServers", Need.READ, Kind.SOURCE_SERVER, false),
    CREATE_REPLICATION_JOB("CreateReplicationJob", Need.CREATE, Kind.REPLICATION_JOB, true),
    MODIFY_REPLICATION_JOB_ATTRIBUTE("ModifyReplicationJobAttribute", Need.UPDATE, Kind.REPLICATION_JOB, false);

    /** Who needs it. */
    public enum Need {
        READ("plan, drift and everything else"),
        CREATE("apply and run, to make jobs"),
        UPDATE("apply with --with-update, to change jobs");

        private final String description;

        Need(String description) {
            this.description = description;
        }

        public String description() {
            return description;
        }
    }

    /** What an operation works on, as resource names of RAM spell it. */
    public enum Kind {
        REPLICATION_JOB("replicationjob"),
        SOURCE_SERVER("sourceserver");

        private final String type;

        Kind(String type) {
            this.type = type;
        }

        /**
         * The resource name.
         *
         * @param region id of a region, or {@code *}
         * @param account id of an account, or {@code *}
         * @param id id of the job or server, or {@code *}
         */
        public String resource(String region, String account, String id) {
            return "acs:smc:" + region + ":" + account + ":" + type + "/" + id;
        }
    }

    private final String operation;
    private final Need need;
    private final Kind kind;
    private final boolean alsoSource;

    RamPermission(String operation, Need need, Kind kind, boolean alsoSource) {
        this.operation = operation;
        this.need = need;
        this.kind = kind;
        this.alsoSource = alsoSource;
    }

    /** The action as policies name it. */
    public String action() {
        return "smc:" + operation;
    }

    public Need need() {
        return need;
    }

    /** The resources that the action is checked against, all of which a policy must grant. */
    public List<Kind> kinds() {
        return alsoSource ? List.of(kind, Kind.SOURCE_SERVER) : List.of(kind);
    }
}
