package io.camelsmc.state;

/**
 * A change that the rules of the journal forbid: somebody else changed the record, or is at work on it. Nothing was
 * written, and the journal itself is sound.
 */
public final class RefusalException extends JournalException {

    private static final long serialVersionUID = 1L;

    public RefusalException(String message) {
        super(message);
    }
}
