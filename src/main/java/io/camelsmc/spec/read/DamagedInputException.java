package io.camelsmc.spec.read;

import io.camelsmc.diag.Diagnostic;
import io.camelsmc.spec.InvalidSpecException;
import java.util.List;

/**
 * A file or message that is damaged as a whole: not decodable, an unclosed quote, an unknown column. Nothing of it may
 * be used, not even the rows read before the damage showed.
 */
public class DamagedInputException extends InvalidSpecException {

    private static final long serialVersionUID = 1L;

    /** With everything that is wrong with the file; there must be at least one diagnostic. */
    public DamagedInputException(List<Diagnostic> diagnostics) {
        super(diagnostics);
    }
}
