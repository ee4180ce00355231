package io.camelsmc.emulator;

/** Where a replication job stands. */
public enum EmulatedStatus {
    /** Created, not started. */
    READY("Ready"),
    /** At work. */
    RUNNING("Running"),
    /** Stopped by the user. */
    STOPPED("Stopped"),
    /** Failed; may be started again. */
    IN_ERROR("InError"),
    /** Done. */
    FINISHED("Finished"),
    /** Between two cycles of an incremental job. */
    WAITING("Waiting"),
    /** Past its valid time. */
    EXPIRED("Expired"),
    /** Being removed, or gone. */
    DELETING("Deleting");

    private final String wire;

    EmulatedStatus(String wire) {
        this.wire = wire;
    }

    /** The spelling in requests and answers. */
    public String wire() {
        return wire;
    }

    /** True when such a job blocks its source for another one. */
    public boolean unfinished() {
        return this != FINISHED && this != DELETING;
    }
}
