package io.camelsmc.job;

/** How a row ended well. */
public enum Outcome {
    /** The service made the job for this call. */
    CREATED("created"),
    /** An equal job was found in the service and taken over; nothing was made. */
    ADOPTED("adopted"),
    /** The job is as the row wants it already; nothing was made and nothing was changed. */
    UNCHANGED("unchanged"),
    /** The job existed and was changed to be as the row wants it. */
    UPDATED("updated");

    private final String label;

    Outcome(String label) {
        this.label = label;
    }

    /** Lower case, as in headers and reports. */
    public String label() {
        return label;
    }
}
