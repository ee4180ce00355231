package io.camelsmc.plan;

import io.camelsmc.job.JobMatch;
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
    CHANGED_FOR_GOOD(
            "the job exists with other values that cannot be changed",
            "put the old values back, or raise the generation of the row once the existing job has finished"),
    JOURNAL_BEHIND("the job has every value that the row gives; only the journal is brought up to date"),
    DRIFTED(
            "the job was changed outside",
            "put the new values into the row, or change the job back; smc drift shows all of them"),
    JOB_MISSING("the journal holds the job, the service does not", "raise the generation of the row to migrate again"),
    SOURCE_HELD(
            "another unfinished job holds the source",
            "let that job finish, delete it in the console, or make the row equal to it to adopt it"),
    OTHER_GENERATION(
            "the journal holds that job as another generation of the source",
            "give the row that generation, or another name once that job has finished"),
    NAME_TAKEN("another job has the name", "give the row another name"),
    IMAGE_NAME_TAKEN("another unfinished job of the region has the image name", "give the row another image name"),
    RULES_BROKEN("the row breaks a rule"),
    SOURCE_MISSING("the service does not know the source"),
    SOURCE_NOT_AVAILABLE(
            "the source is not available", "check the SMC client on that server, then run the same command again"),
    SOURCE_UNFIT("the source is not what the row says"),
    PLAN_STALE("the saved plan no longer fits", "make a new plan"),
    QUOTA_EXHAUSTED(
            "the account may not hold that many jobs",
            "delete finished jobs or ask for a higher quota, then run the same command again");

    private final String meaning;
    private final String advice;

    ActionReason(String meaning) {
        this(meaning, "");
    }

    ActionReason(String meaning, String advice) {
        this.meaning = meaning;
        this.advice = advice;
    }

    /** Why a job stands in the way of a row. */
    static ActionReason of(JobMatch.InTheWay match) {
        if (!(match instanceof JobMatch.Other other)) {
            return NAME_TAKEN;
        }
        return switch (other.holds()) {
            case SOURCE -> SOURCE_HELD;
            case GENERATION -> OTHER_GENERATION;
            case NAME -> NAME_TAKEN;
            case IMAGE_NAME -> IMAGE_NAME_TAKEN;
        };
    }

    /** One clause for people. */
    public String meaning() {
        return meaning;
    }

    /** What to do, for people; empty when there is nothing to do. */
    public String advice() {
        return advice;
    }

    /** Lower case with hyphens, as in plans and reports. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
