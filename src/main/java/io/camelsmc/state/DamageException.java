package io.camelsmc.state;

import io.camelsmc.diag.SafeText;
import org.jspecify.annotations.Nullable;

/** The state holds something that this program never wrote. Rebuilding it from the service is what helps. */
public final class DamageException extends JournalException {

    private static final long serialVersionUID = 1L;

    private static final String ADVICE =
            "; nothing was changed; rebuild it from the service with: smc state rebuild (what is there now is kept)";

    private DamageException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    static DamageException state(String where, String what, @Nullable Throwable cause) {
        return new DamageException("state " + where + " is damaged: " + SafeText.escape(what) + ADVICE, cause);
    }
}
