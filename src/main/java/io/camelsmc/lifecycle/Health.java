package io.camelsmc.lifecycle;

import java.util.Locale;

/** How a job or a wave does, the worst last. */
public enum Health {
    /** It goes its way. */
    HEALTHY,
    /** It does not go on by itself, or soon will not. */
    LAGGING,
    /** It needs a person before it can go on. */
    ERROR;

    /** In lower case, as reports have it. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The worse of two. */
    public Health worse(Health other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
