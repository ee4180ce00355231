package io.camelsmc.state;

/** What the journal knows about one job. */
public enum JobState {
    /** Written before the first byte of the request left. Without a successor it is in doubt, whatever the reason. */
    INTENT(false, true),
    /** The service made the job for us. */
    CREATED(true, false),
    /** An equal job was found in the service and taken over. */
    ADOPTED(true, false),
    /** The service refused the request for good; a new attempt may follow an edit. */
    REJECTED(false, false),
    /** The request certainly had no effect; it may go again with the same token. */
    NOT_SENT(false, false),
    /** Something else holds the source, the name or the image name; nothing was made. */
    CONFLICT(false, false);

    private final boolean jobExists;
    private final boolean inDoubt;

    JobState(boolean jobExists, boolean inDoubt) {
        this.jobExists = jobExists;
        this.inDoubt = inDoubt;
    }

    /** Whether the service holds the job, as far as the journal knows. */
    public boolean jobExists() {
        return jobExists;
    }

    /** Whether the effect of the last request is unknown. */
    public boolean inDoubt() {
        return inDoubt;
    }
}
