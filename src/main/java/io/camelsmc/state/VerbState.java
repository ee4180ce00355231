package io.camelsmc.state;

/** What the journal knows about one verb for one job. */
public enum VerbState {
    /** Written before the first byte of the request left. Without a successor it is in doubt, whatever the reason. */
    INTENT,
    /** It had its effect, as its answer or a later look at the job says. */
    DONE,
    /** It certainly had no effect. */
    NOT_DONE
}
