package io.camelsmc.state;

/** A change that the rules of the journal forbid. Nothing was written, and the journal itself is sound. */
final class RefusalException extends JournalException {

    private static final long serialVersionUID = 1L;

    RefusalException(String message) {
        super(message);
    }
}
