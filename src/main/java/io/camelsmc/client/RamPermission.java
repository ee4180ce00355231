package io.camelsmc.client;

import java.util.List;

/**
 * What the access control of the vendor (RAM) must allow for an operation. Source: the authorization table on the API page
 * of each operation.
 *
 * @param operation the operation, as SMC spells it
 * @param need who needs it
 * @param kinds the resources that the action is checked against, all of which a policy must grant
 */
public record RamPermission(String operation, Need need, List<Kind> kinds) {

    public RamPermission {
        kinds = List.copyOf(kinds);
    }

    /** Who needs it. */
    public enum Need {
        READ("plan, drift and everything else"),
        CREATE("apply and run, to make jobs"),
        UPDATE("apply with --with-update and extend, to change jobs"),
        LIFECYCLE("start, stop, cutover, delete and advance, to carry jobs through their life");

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
        SOURCE_SERVER("sourceserver"),
        /** The action knows no resources: a policy can only grant it for all. */
        ANY("");

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
            return this == ANY ? "*" : "acs:smc:" + region + ":" + account + ":" + type + "/" + id;
        }
    }

    /** The action as policies name it. */
    public String action() {
        return "smc:" + operation;
    }
}
