package io.camelsmc.spec.read;

import io.camelsmc.diag.Diagnostic;
import io.camelsmc.diag.SafeText;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a file of rejected rows says beside a row. Several problems are joined with a semicolon.
 *
 * @param code ids of the rules
 * @param field the fields
 * @param message what is wrong
 * @param fix what to do
 */
record RejectedNote(String code, String field, String message, String fix) {

    private static final String JOINT = "; ";

    static RejectedNote of(List<Diagnostic> problems) {
        return new RejectedNote(
                joined(problems, Diagnostic::rule),
                joined(problems, Diagnostic::field),
                joined(problems, RejectedNote::message),
                joined(problems, Diagnostic::fix));
    }

    private static String message(Diagnostic problem) {
        return problem.at(null).of(null).in(null).fix(null).render();
    }

    private static String joined(List<Diagnostic> problems, Function<Diagnostic, @Nullable String> part) {
        LinkedHashSet<String> parts = new LinkedHashSet<>();
        for (Diagnostic problem : problems) {
            String text = part.apply(problem);
            if (text != null) {
                parts.add(SafeText.escape(text));
            }
        }
        return String.join(JOINT, parts);
    }
}
