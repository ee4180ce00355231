package io.camelsmc.job;

import java.util.List;
import java.util.Locale;

/** How a row ended, the same for every face. Every row of a run ends in exactly one of these. */
public enum Outcome {
    /** The service created the job. */
    CREATED,
    /** An equal job was found in the service and taken over; no job was created. */
    ADOPTED,
    /** The job already has every value of the row; nothing was created or changed. */
    UNCHANGED,
    /** The job existed and was given the values of the row. */
    UPDATED,
    /** The row breaks a rule; nothing was sent for it. */
    INVALID,
    /** The service refuses the row as it stands. */
    REJECTED,
    /** Something else stands in the way; a person must decide. */
    CONFLICT,
    /** It failed, and trying again without a change would not help. */
    FAILED,
    /** Not settled yet; running the same command again continues with it. */
    PENDING;

    private static final List<Outcome> AS_PLANNED =
            List.of(CREATED, ADOPTED, UPDATED, UNCHANGED, CONFLICT, INVALID, REJECTED, FAILED, PENDING);

    /** All of them, in the order in which a plan names its actions. */
    public static List<Outcome> asPlanned() {
        return AS_PLANNED;
    }

    /** Lower case, as in headers, reports and events. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether the job exists as wanted. */
    public boolean good() {
        return this == CREATED || this == ADOPTED || this == UNCHANGED || this == UPDATED;
    }

    /** Whether the row counts against the failures that a run allows. */
    public boolean bad() {
        return this == REJECTED || this == CONFLICT || this == FAILED;
    }
}
