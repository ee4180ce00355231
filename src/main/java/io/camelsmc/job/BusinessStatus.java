package io.camelsmc.job;

import org.jspecify.annotations.Nullable;

/** How far a running job is, in the order in which a job passes through them. */
public enum BusinessStatus {
    /** The service sets up the intermediate resources. */
    PREPARING("Preparing"),
    /** Data is transferred. */
    SYNCING("Syncing"),
    /** The service builds the image or prepares the target instance. */
    PROCESSING("Processing"),
    /** The service removes the intermediate resources. */
    CLEANING("Cleaning");

    private final String label;

    BusinessStatus(String label) {
        this.label = label;
    }

    /** The business status of a text as the service spells it; null for null and for any other text. */
    public static @Nullable BusinessStatus of(@Nullable String text) {
        for (BusinessStatus status : values()) {
            if (status.label.equals(text)) {
                return status;
            }
        }
        return null;
    }

    /** As the service spells it. */
    public String label() {
        return label;
    }
}
