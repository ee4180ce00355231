package io.camelsmc.emulator;

/** What a run of a job is for, which decides what it copies and how it ends. */
enum RunKind {
    /** The only run of a one-time job. */
    ONCE(true),
    /** The first synchronisation of an incremental job. */
    FIRST_CYCLE(false),
    /** A later cycle of an incremental job; it begins with a comparison. */
    CYCLE(false),
    /** The last synchronisation of a cut-over. */
    LAST_SYNC(true),
    /** A cut-over without synchronisation: only the clean-up. */
    CLOSING(true);

    private final boolean endsJob;

    RunKind(boolean endsJob) {
        this.endsJob = endsJob;
    }

    /** True when the job is finished after this run; otherwise it waits for its next cycle. */
    boolean endsJob() {
        return endsJob;
    }
}
