package io.camelsmc.drift;

import java.util.Locale;

/** How a job of the journal stands in the service. */
public enum Drift {
    /** The service does not hold the job any more, or is deleting it. */
    MISSING("the service does not hold it any more", true),
    /** The job was changed by other means than this tool. */
    CHANGED("it was changed outside", true),
    /** The migration failed. */
    IN_ERROR("the migration is in error", true),
    /** The valid time of the job has passed. */
    EXPIRED("it expired", true),
    /** The outcome of a request is unknown; only a run of its row resolves that. */
    OPEN("an open intent", false),
    /** The migration is done. */
    FINISHED("the migration is done", false),
    /** The job is there as recorded. */
    EQUAL("as recorded", false);

    private final String meaning;
    private final boolean drift;

    Drift(String meaning, boolean drift) {
        this.meaning = meaning;
        this.drift = drift;
    }

    /** One clause for people. */
    public String meaning() {
        return meaning;
    }

    /** Whether journal and service disagree, or the job needs a person. */
    public boolean isDrift() {
        return drift;
    }

    /** Lower case with hyphens, as in reports. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
