package io.camelsmc.spec.check;

import io.camelsmc.diag.OddCharacter;
import io.camelsmc.spec.SpecField;
import io.camelsmc.spec.check.Constraint.Form;
import io.camelsmc.spec.check.Constraint.Range;
import java.util.List;
import java.util.Objects;

/** Makes the rules that a single value obeys by itself: patterns, ranges, lists of values. */
final class Texts {

    private static final List<String> URL_PREFIXES = List.of("http://", "https://");

    private Texts() {}

    /** A text that matches a pattern as a whole. */
    static Rule pattern(SpecField field, String regex, String expected, String fix) {
        Form form = Form.of(regex);
        return Rule.error(id(field), field.specName(), expected, subject -> {
                    if (subject.spec().get(field) instanceof String value && !form.allows(value)) {
                        boolean free = field == SpecField.SOURCE_NAME;
                        subject.report("Wrong form", value, expected, free ? fix : OddCharacter.fix(value, fix));
                    }
                })
                .limit(form);
    }

    /** A whole number between two bounds, both allowed. */
    static Rule range(SpecField field, int min, int max, String unit) {
        Range range = new Range(min, max);
        String expected = range + unit;
        return Rule.error(id(field), field.specName(), expected, subject -> {
                    if (subject.spec().get(field) instanceof Integer value && !range.allows(value)) {
                        subject.report("Value out of range", value, expected, null);
                    }
                })
                .limit(range);
    }

    /** A name of 2 to 128 characters: letter or Chinese character first, then also digits, colon, underscore, hyphen. */
    static Rule name(SpecField field) {
        String expected = "2 to 128 characters: a letter or Chinese character, then letters, Chinese characters, "
                + "digits, colons, underscores or hyphens";
        Form form = Form.of("[A-Za-z\\p{Script=Han}][A-Za-z0-9\\p{Script=Han}:_-]{1,127}");
        return Rule.error(id(field), field.specName(), expected, subject -> {
                    if (subject.spec().get(field) instanceof String value && !form.allows(value)) {
                        subject.report("Not an allowed name", value, expected, OddCharacter.fix(value, nameFix(value)));
                    }
                })
                .limit(form);
    }

    /** Whether the service refuses the text for looking like a URL. */
    static boolean isUrl(String text) {
        return startsWithAny(text, URL_PREFIXES);
    }

    /** Whether the text begins with one of the prefixes, in any case. */
    static boolean startsWithAny(String text, List<String> prefixes) {
        for (String prefix : prefixes) {
            if (text.regionMatches(true, 0, prefix, 0, prefix.length())) {
                return true;
            }
        }
        return false;
    }

    static String id(SpecField field) {
        return "param." + Objects.requireNonNullElse(field.wireName(), field.specName());
    }

    private static String nameFix(String value) {
        if (isUrl(value)) {
            return "choose a name that is not a URL";
        }
        int length = value.codePointCount(0, value.length());
        if (length < 2 || length > 128) {
            return "it has " + length + " characters";
        }
        boolean letterFirst = Character.isLetter(value.codePointAt(0));
        return letterFirst ? "replace spaces, dots and other signs by hyphens" : "begin it with a letter";
    }
}
