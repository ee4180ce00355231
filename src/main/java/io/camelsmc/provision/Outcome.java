package io.camelsmc.provision;

/** How a row ended well. */
public enum Outcome {
    /** The service made the job for this call. */
    CREATED("created"),
    /** An equal job was found in the service and taken over; nothing was made. */
    ADOPTED("adopted"),
    /** The journal holds the job already; nothing was asked of the service. */
    UNCHANGED("unchanged");

    private final String label;

    Outcome(String label) {
        this.label = label;
    }

    /** Lower case, as in headers and reports. */
    public String label() {
        return label;
    }
}
