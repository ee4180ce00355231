package io.camelsmc.takeover;

import io.camelsmc.plan.ActionReason;
import io.camelsmc.plan.Change;
import java.util.Locale;

/** Why a row takes over no job, in the order of reports. */
public enum NotTaken {
    /** Another job blocks the row. */
    CONFLICT,
    /** The row breaks a rule. */
    INVALID,
    /** The service holds no job of it. */
    NOTHING_TO_ADOPT,
    /** An earlier request is of unknown outcome. */
    PENDING,
    /** The journal holds its job as another generation of the source. */
    RECORDED_OTHERWISE,
    /** The journal holds its job. */
    UNCHANGED;

    /** The kind of a planned row that takes over nothing. */
    static NotTaken of(Change change) {
        return switch (change.action()) {
            case CREATE, BLOCKED -> NOTHING_TO_ADOPT;
            case RESOLVE -> PENDING;
            case INVALID -> INVALID;
            case UPDATE -> change.reason() == ActionReason.JOURNAL_BEHIND ? UNCHANGED : CONFLICT;
            case UNCHANGED, ADOPT -> UNCHANGED;
            case CONFLICT -> change.reason() == ActionReason.OTHER_GENERATION ? RECORDED_OTHERWISE : CONFLICT;
        };
    }

    /** Lower case with hyphens, as in reports. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether the row needs a person. */
    boolean failed() {
        return this == CONFLICT || this == INVALID || this == RECORDED_OTHERWISE;
    }
}
