package io.camelsmc.state;

import org.jspecify.annotations.Nullable;

/** The journal cannot be opened, read or written. Nothing more may be sent; the message says what to do. */
public class JournalException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public JournalException(String message) {
        super(message);
    }

    public JournalException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
