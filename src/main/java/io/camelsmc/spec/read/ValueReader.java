package io.camelsmc.spec.read;

import io.camelsmc.diag.Diagnostic;
import io.camelsmc.diag.OddCharacter;
import io.camelsmc.spec.TargetType;
import io.camelsmc.spec.read.Node.Style;
import java.util.Locale;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Gives a single value its type. The type decides what the text means, never the other way round; what could mean two
 * things is refused with a hint. Text is data: nothing in it is evaluated.
 */
final class ValueReader {

    private ValueReader() {}

    /** The typed value, a Duration for a relative time; null after a problem was handed over. */
    static @Nullable Object read(
            ValueType type, String text, Style style, boolean freeText, Consumer<Diagnostic> problems) {
        if (style == Style.CELL) {
            Diagnostic untidy = CellText.problem(text, freeText);
            if (untidy != null) {
                problems.accept(untidy);
                return null;
            }
        }
        return switch (type) {
            case TEXT -> text(text, style, problems);
            case INTEGER -> integer(text, style, problems);
            case LONG -> number(text, style, Long.MAX_VALUE, problems);
            case BOOLEAN -> flag(text, style, problems);
            case TIME -> time(text, style, problems);
            case TARGET_TYPE -> targetType(text, style, problems);
        };
    }

    private static @Nullable String text(String text, Style style, Consumer<Diagnostic> problems) {
        if (style == Style.LITERAL) {
            problems.accept(Diagnostic.error("value.text", "Not a text")
                    .got(text)
                    .expected("text in quotes")
                    .fix("write \"" + text + "\""));
            return null;
        }
        return text;
    }

    private static @Nullable Integer integer(String text, Style style, Consumer<Diagnostic> problems) {
        Long number = number(text, style, Integer.MAX_VALUE, problems);
        return number == null ? null : Integer.valueOf(number.intValue());
    }

    private static @Nullable Long number(String text, Style style, long max, Consumer<Diagnostic> problems) {
        Long number = NumberText.parse(text);
        if (style == Style.QUOTED) {
            problems.accept(Diagnostic.error("value.integer", "A text where a number belongs")
                    .got("\"" + text + "\"")
                    .expected("a whole number")
                    .fix(number == null ? "write a number without quotes" : "remove the quotes"));
            return null;
        }
        if (number == null || number > max || number < -max) {
            problems.accept(
                    Diagnostic.error("value.integer", number == null ? "Not a whole number" : "Number too large")
                            .got(text)
                            .expected("a whole number")
                            .fix(numberFix(text)));
            return null;
        }
        return number;
    }

    /** An odd character is named, with the number that it stands in. */
    private static @Nullable String numberFix(String text) {
        OddCharacter odd = OddCharacter.first(text);
        if (odd == null) {
            return NumberText.hint(text);
        }
        StringBuilder digits = new StringBuilder();
        text.codePoints().forEach(c -> {
            int digit = Character.digit(c, 10);
            digits.appendCodePoint(digit < 0 ? c : '0' + digit);
        });
        Long number = NumberText.parse(digits.toString());
        return number == null ? odd.advice() : "write " + number + "; " + odd.advice();
    }

    private static @Nullable Boolean flag(String text, Style style, Consumer<Diagnostic> problems) {
        String word = style == Style.CELL ? text.toLowerCase(Locale.ROOT) : text;
        if (style != Style.QUOTED && word.equals("true")) {
            return Boolean.TRUE;
        }
        if (style != Style.QUOTED && word.equals("false")) {
            return Boolean.FALSE;
        }
        problems.accept(Diagnostic.error("value.boolean", "Neither true nor false")
                .got(style == Style.QUOTED ? "\"" + text + "\"" : text)
                .expected("true or false")
                .fix(flagHint(text).contains(" if ") ? flagHint(text) : OddCharacter.fix(text, flagHint(text))));
        return null;
    }

    private static String flagHint(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "yes", "y", "on", "1", "x", "wahr", "ja", "vrai", "oui", "verdadero", "sí", "vero", "是", "真", "✓" ->
                "write true if that is what you mean";
            case "no", "n", "off", "0", "falsch", "nein", "faux", "non", "falso", "否", "假" ->
                "write false if that is what you mean";
            case "true", "false" -> "write " + text.toLowerCase(Locale.ROOT) + ", in lower case and without quotes";
            default -> "write true or false";
        };
    }

    private static @Nullable Object time(String text, Style style, Consumer<Diagnostic> problems) {
        Object time = style == Style.LITERAL ? null : TimeText.parse(text);
        if (time == null && style != Style.LITERAL) {
            time = RelativeTime.parse(text);
        }
        if (time == null) {
            problems.accept(Diagnostic.error("value.time", "Not a time")
                    .got(text)
                    .expected(TimeText.FORM)
                    .fix(OddCharacter.fix(text, TimeText.hint(text))));
        }
        return time;
    }

    private static @Nullable TargetType targetType(String text, Style style, Consumer<Diagnostic> problems) {
        TargetType type = style == Style.LITERAL ? null : TargetType.parse(text).orElse(null);
        if (type == null) {
            problems.accept(Diagnostic.error("value.target-type", "No such target type")
                    .got(text)
                    .expected("Image, ContainerImage or TargetInstance")
                    .fix(OddCharacter.fix(text, null)));
        }
        return type;
    }
}
