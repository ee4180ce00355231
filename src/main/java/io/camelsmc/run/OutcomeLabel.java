package io.camelsmc.run;

import java.util.List;
import java.util.Locale;

/** How a row of a run ended. Every row ends in exactly one of these. */
public enum OutcomeLabel {
    /** The service made the job in this run. */
    CREATED,
    /** An equal job was there and was taken over. */
    ADOPTED,
    /** The job was there as wanted; nothing was sent. */
    UNCHANGED,
    /** The job was there and was changed to what the row wants. */
    UPDATED,
    /** The row breaks a rule; nothing was sent for it. */
    INVALID,
    /** The service refuses the row as it stands. */
    REJECTED,
    /** Something else stands in the way; a person must decide. */
    CONFLICT,
    /** It did not work, and trying again without a change would not help. */
    FAILED,
    /** Not settled: the same command goes on with it. */
    PENDING;

    private static final List<OutcomeLabel> AS_PLANNED =
            List.of(CREATED, ADOPTED, UPDATED, UNCHANGED, CONFLICT, INVALID, REJECTED, FAILED, PENDING);

    /** All of them, in the order in which a plan names its actions. */
    public static List<OutcomeLabel> asPlanned() {
        return AS_PLANNED;
    }

    /** Lower case, as in reports and events. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The outcome of a label. */
    public static OutcomeLabel of(String label) {
        return valueOf(label.toUpperCase(Locale.ROOT));
    }

    /** Whether the job exists as wanted. */
    public boolean good() {
        return this == CREATED || this == ADOPTED || this == UNCHANGED || this == UPDATED;
    }

    /** Whether the row counts against a {@link FailureLimit}. */
    public boolean bad() {
        return this == REJECTED || this == CONFLICT || this == FAILED;
    }
}
