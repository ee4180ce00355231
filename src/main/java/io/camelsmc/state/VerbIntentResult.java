package io.camelsmc.state;

/** The journal's answer to a {@link VerbIntent}. */
public sealed interface VerbIntentResult {

    /**
     * The intent is durable; the request may leave.
     *
     * @param record the record, in state {@link VerbState#INTENT}
     */
    record Granted(VerbRecord record) implements VerbIntentResult {}

    /**
     * The intent was not written: a verb of the same job is still open.
     *
     * @param open the open one
     * @param heldUntilMillis time on the database's clock until which another worker holds it; 0 when nobody does
     */
    record Refused(VerbRecord open, long heldUntilMillis) implements VerbIntentResult {}
}
