package io.camelsmc.state;

/** The journal's answer to an {@link Intent}. */
public sealed interface IntentResult {

    /**
     * The intent is durable; the request may leave.
     *
     * @param record the record as it stands now, in state {@link JobState#INTENT}
     */
    record Granted(JobRecord record) implements IntentResult {}

    /**
     * The intent was not written, since another record stands in the way: the job exists already, the record changed
     * since the caller looked, or a job of the same source, another generation, is in doubt.
     *
     * @param blocking the record in the way, as it stands now
     */
    record Refused(JobRecord blocking) implements IntentResult {}
}
