package io.camelsmc.job;

import org.jspecify.annotations.Nullable;

/** The states of a source server. */
public enum SourceState {
    /** A job can be created for it. */
    AVAILABLE("Available"),
    /** It has an unfinished job. */
    IN_USE("InUse"),
    /** Offline or in error. */
    UNAVAILABLE("Unavailable"),
    /** Being deleted. */
    DELETING("Deleting"),
    /** Not reported, or a state that this version does not know. */
    UNKNOWN("");

    private final String label;

    SourceState(String label) {
        this.label = label;
    }

    /** The state of a text as the service spells it; {@link #UNKNOWN} for null and for any other text. */
    public static SourceState of(@Nullable String text) {
        for (SourceState state : values()) {
            if (state != UNKNOWN && state.label.equals(text)) {
                return state;
            }
        }
        return UNKNOWN;
    }

    /** As the service spells it; empty for {@link #UNKNOWN}. */
    public String label() {
        return label;
    }
}
