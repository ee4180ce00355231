package io.camelsmc.spec.read;

import io.camelsmc.diag.OddCharacter;
import java.text.Normalizer;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Compares texts by what people see: without case, separators, accents composed in two ways, full-width forms and letters
 * of other alphabets that look Latin. Two texts that are alike here are one thing in two spellings; digits are never
 * folded, since another number is another thing.
 */
final class Lookalikes {

    private Lookalikes() {}

    /** What is left of a word when everything is gone that nobody sees or means, separators included. */
    static String plain(String text) {
        return name(text).replace("-", "");
    }

    /** The same for a name, whose separators may keep two numbers apart: {@code web_1-1} is {@code web-1-1}, not web11. */
    static String name(String text) {
        boolean ascii = text.chars().allMatch(c -> c < 0x80);
        String known = ascii ? text : OddCharacter.latin(Normalizer.normalize(text, Normalizer.Form.NFKC));
        StringBuilder plain = new StringBuilder(known.length());
        known.codePoints().forEach(c -> {
            boolean separator = c == '_' || c == ' ' || Character.getType(c) == Character.SPACE_SEPARATOR;
            if (separator || !isUnseen(c)) {
                plain.appendCodePoint(separator ? '-' : c);
            }
        });
        return plain.toString().toLowerCase(Locale.ROOT);
    }

    /**
     * What makes two texts differ that look the same; null when they do not look the same, or differ in what is seen,
     * such as case.
     */
    static @Nullable String difference(String written, String wanted) {
        if (written.equals(wanted)) {
            return null;
        }
        if (Normalizer.normalize(written, Normalizer.Form.NFC)
                .equals(Normalizer.normalize(wanted, Normalizer.Form.NFC))) {
            boolean parts = !Normalizer.isNormalized(written, Normalizer.Form.NFC);
            return "they look the same, but " + (parts ? "this one" : "that one")
                    + " spells its accents as characters of their own (Unicode NFD, as files from a Mac do); "
                    + "copy the other spelling";
        }
        return OddCharacter.first(wanted) == null ? OddCharacter.fix(written, null) : null;
    }

    private static boolean isUnseen(int c) {
        int type = Character.getType(c);
        return type == Character.FORMAT || type == Character.CONTROL;
    }
}
