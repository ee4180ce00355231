package io.camelsmc.plan;

import java.util.Locale;

/** Why a row gets its {@link Action}. */
public enum ActionReason {
    NEW("neither the journal nor the service knows it"),
    SOURCE_BY_NAME("its source is given by name, which is looked up when the service is asked"),
    NOT_SENT_BEFORE("an earlier request certainly had no effect"),
    REFUSED_BEFORE("an earlier attempt was refused; this is a new one"),
    IN_DOUBT("the outcome of an earlier request is unknown"),
    EQUAL_JOB_FOUND("the service holds an equal job"),
    IN_JOURNAL("the journal holds the job"),
    CHANGED("the job exists with other values"),
    CHANGED_FOR_GOOD("the job exists with other values that cannot be changed"),
    JOURNAL_BEHIND("the job has the values of the row, only the journal does not"),
    DRIFTED("the job was changed outside"),
    JOB_MISSING("the journal holds the job, the service does not"),
    SOURCE_HELD("another unfinished job holds the source"),
    NAME_TAKEN("another job has the name"),
    IMAGE_NAME_TAKEN("another unfinished job of the region has the image name"),
    RULES_BROKEN("the row breaks a rule"),
    SOURCE_MISSING("the service does not know the source"),
    SOURCE_NOT_AVAILABLE("the source is not available"),
    SOURCE_UNFIT("the source is not what the row says"),
    PLAN_STALE("the saved plan no longer fits"),
    QUOTA_EXHAUSTED("the account may not hold that many jobs");

    private final String meaning;

    ActionReason(String meaning) {
        this.meaning = meaning;
    }

    /** One clause for people. */
    public String meaning() {
        return meaning;
    }

    /** Lower case with hyphens, as in plans and reports. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
