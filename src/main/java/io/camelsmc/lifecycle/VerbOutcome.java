package io.camelsmc.lifecycle;

import java.util.Locale;

/** How a verb ended for one job. */
public enum VerbOutcome {
    /** It was sent and accepted, or a later look showed its effect. */
    DONE,
    /** Nothing was left to do. */
    ALREADY,
    /** Not yet; the same command again is right. */
    WAITING,
    /** The state of the job does not allow it. */
    REFUSED,
    /** The service refused it for another reason. */
    FAILED,
    /** It was sent, and nobody knows yet whether it had its effect; the next run looks before it sends anything. */
    UNKNOWN;

    /** In lower case, as reports have it. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
