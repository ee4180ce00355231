package io.camelsmc.plan;

import java.util.Locale;

/** What will be done about one row. */
public enum Action {
    /** A job will be made. */
    CREATE,
    /** An earlier request of unknown outcome will be resolved before anything is sent. */
    RESOLVE,
    /** An equal job is in the service and will be taken over. */
    ADOPT,
    /** The job is there with other values, and its status allows them to be changed. */
    UPDATE,
    /** The job is there as wanted. */
    UNCHANGED,
    /** Something else stands in the way; a person must decide. */
    CONFLICT,
    /** The row breaks a rule; nothing will be sent for it. */
    INVALID,
    /** The service would refuse now; the row may go later without an edit. */
    BLOCKED;

    /** Lower case, as in plans and reports. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether applying the row calls the service. */
    public boolean pending() {
        return this == CREATE || this == RESOLVE || this == ADOPT || this == UPDATE;
    }
}
