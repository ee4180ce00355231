package io.camelsmc.spec;

import io.camelsmc.diag.Diagnostic;
import java.util.List;

/**
 * A spec, row or file that cannot be used as it stands. Holds every problem found, not the first. Nothing was sent.
 */
public class InvalidSpecException extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient List<Diagnostic> diagnostics;

    /** With all problems of one spec or file; there must be at least one. */
    public InvalidSpecException(List<Diagnostic> diagnostics) {
        super(summary(diagnostics));
        this.diagnostics = List.copyOf(diagnostics);
    }

    /** Every problem found. */
    public List<Diagnostic> diagnostics() {
        return diagnostics;
    }

    private static String summary(List<Diagnostic> diagnostics) {
        if (diagnostics.isEmpty()) {
            throw new IllegalArgumentException("an invalid spec has at least one diagnostic");
        }
        StringBuilder text = new StringBuilder();
        for (Diagnostic diagnostic : diagnostics) {
            text.append(text.isEmpty() ? "" : "\n").append(diagnostic.render());
        }
        return text.toString();
    }
}
