package io.camelsmc.state;

/** Another runner holds the state. The message names its process, host and start time. */
public class StateLockedException extends JournalException {

    private static final long serialVersionUID = 1L;

    public StateLockedException(String message) {
        super(message);
    }
}
