package io.camelsmc.job;

/** What can be done to a job after it was made. None of these has a token: the state of the job is the only guard. */
public enum Verb {
    /** Begins the transfer, or goes on with one that was stopped or failed. */
    START("start", "started"),
    /** Pauses a transfer; a start resumes it. */
    STOP("stop", "stopped"),
    /** Ends an incremental migration, with or without a last synchronisation. Cannot be undone. */
    CUT_OVER("cutover", "cut over"),
    /** Removes the job, never its image, its instance or its source. Cannot be undone. */
    DELETE("delete", "deleted"),
    /** Moves the time at which the job expires. */
    EXTEND("extend", "extended");

    private final String label;
    private final String past;

    Verb(String label, String past) {
        this.label = label;
        this.past = past;
    }

    /** The word for it on the command line, in reports and in the journal. */
    public String label() {
        return label;
    }

    /** The word for having done it, such as {@code started}. */
    public String past() {
        return past;
    }
}
