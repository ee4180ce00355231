package io.camelsmc.plan;

import java.util.Locale;

/** What will be done about one row. */
public enum Action {
    /** A job will be created. */
    CREATE,
    /** The unknown outcome of an earlier request will be resolved before anything is sent. */
    RESOLVE,
    /** An equal job is in the service and will be taken over. */
    ADOPT,
    /** The job exists with other values, and its status allows them to be changed. */
    UPDATE,
    /** The job exists with the values of the row. */
    UNCHANGED,
    /** Something blocks the row; a person must decide. */
    CONFLICT,
    /** The row breaks a rule; no request will be sent. */
    INVALID,
    /** The service would refuse the row now; it may succeed later without an edit. */
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
