package io.camelsmc.diag;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One finding about input. Answers where, what, got, expected and what to do.
 *
 * @param severity how grave it is
 * @param rule stable id of the rule that found it, such as {@code CR08} or {@code csv.unknown-column}
 * @param position file and physical line; null when the finding is about no place in particular
 * @param address the row as people name it ({@code wave/name}); null when unknown
 * @param field the field as the source spells it, with path ({@code dataDisk[1].size}); null for a whole row or file
 * @param summary what is wrong, without the value
 * @param got the offending value, raw; null when there is none
 * @param expected what would have been right; null when the summary says it
 * @param fix what to do next; null when obvious
 */
public record Diagnostic(
        Severity severity,
        String rule,
        @Nullable SourcePosition position,
        @Nullable String address,
        @Nullable String field,
        String summary,
        @Nullable String got,
        @Nullable String expected,
        @Nullable String fix) {

    /** An error with everything else left open. */
    public static Diagnostic error(String rule, String summary) {
        return new Diagnostic(Severity.ERROR, rule, null, null, null, summary, null, null, null);
    }

    /** A warning with everything else left open. */
    public static Diagnostic warning(String rule, String summary) {
        return new Diagnostic(Severity.WARNING, rule, null, null, null, summary, null, null, null);
    }

    /** A note with everything else left open. */
    public static Diagnostic info(String rule, String summary) {
        return new Diagnostic(Severity.INFO, rule, null, null, null, summary, null, null, null);
    }

    public Diagnostic at(@Nullable SourcePosition where) {
        return new Diagnostic(severity, rule, where, address, field, summary, got, expected, fix);
    }

    public Diagnostic of(@Nullable String newAddress) {
        return new Diagnostic(severity, rule, position, newAddress, field, summary, got, expected, fix);
    }

    public Diagnostic in(@Nullable String newField) {
        return new Diagnostic(severity, rule, position, address, newField, summary, got, expected, fix);
    }

    public Diagnostic got(@Nullable String value) {
        return new Diagnostic(severity, rule, position, address, field, summary, value, expected, fix);
    }

    public Diagnostic expected(@Nullable String value) {
        return new Diagnostic(severity, rule, position, address, field, summary, got, value, fix);
    }

    public Diagnostic fix(@Nullable String value) {
        return new Diagnostic(severity, rule, position, address, field, summary, got, expected, value);
    }

    public boolean isError() {
        return severity == Severity.ERROR;
    }

    /** One line: {@code FILE:LINE address field: what is wrong (got …, expected …); what to do}. */
    public String render() {
        StringBuilder line = new StringBuilder();
        place(line);
        line.append(SafeText.escape(summary));
        if (got != null || expected != null) {
            line.append(" (");
            if (got != null) {
                line.append("got ").append(shown(got));
            }
            if (expected != null) {
                line.append(got == null ? "expected " : ", expected ").append(SafeText.escape(expected));
            }
            line.append(')');
        }
        if (fix != null) {
            line.append("; ").append(SafeText.escape(fix));
        }
        return line.toString();
    }

    /** The line of {@link #render()} with the severity, unless it is an error, and the id of the rule at its end. */
    public String renderWithRule() {
        String label = isError() ? "" : severity.name().toLowerCase(Locale.ROOT) + ": ";
        return new Diagnostic(severity, rule, position, address, field, label + summary, got, expected, fix).render()
                + " [" + rule + "]";
    }

    /** Spaces at the ends are shown between quotes, since nobody would see them otherwise. */
    private static String shown(String value) {
        if (value.isEmpty()) {
            return "an empty value";
        }
        boolean spaced = value.startsWith(" ") || value.endsWith(" ");
        return spaced ? '"' + SafeText.excerpt(value) + '"' : SafeText.excerpt(value);
    }

    private void place(StringBuilder line) {
        int start = line.length();
        if (position != null) {
            line.append(SafeText.escape(position.toString())).append(' ');
        }
        if (address != null) {
            line.append(SafeText.excerpt(address)).append(' ');
        }
        if (field != null) {
            line.append(SafeText.excerpt(field)).append(' ');
        }
        if (line.length() > start) {
            line.setCharAt(line.length() - 1, ':');
            line.append(' ');
        }
    }

    @Override
    public String toString() {
        return render();
    }
}
