package io.camelsmc.diag;

import java.text.Normalizer;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A character that is not the one it looks like, or that nobody sees: no-break spaces, typographic hyphens and quotes,
 * zero-width and full-width characters, Cyrillic and Greek letters that look Latin. A message that only shows the value
 * would show one that looks right, so the character is named.
 *
 * @param number which character of the text it is, counted from 1
 * @param codePoint the character
 * @param more how many other such characters follow
 */
public record OddCharacter(int number, int codePoint, int more) {

    private static final String LOOKS = "АВЕЅІЈКМНОРСТУХаеѕіјорсухԁһԛԝӏΑΒΕΖΗΙΚΜΝΟΡΤΥΧαικνορτυχıɡ";
    private static final String LATIN = "ABESIJKMHOPCTYXaesijopcyxdhqwlABEZHIKMNOPTYXaikvoptuxig";
    private static final int MINUS = 0x2212;
    private static final int SOFT_HYPHEN = 0x00AD;

    /** The text with Latin letters in place of those that only look Latin, and plain hyphens in place of other dashes. */
    public static String latin(String text) {
        StringBuilder latin = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            int look = LOOKS.indexOf(c);
            boolean dash = Character.getType(c) == Character.DASH_PUNCTUATION || c == MINUS;
            latin.appendCodePoint(look >= 0 ? LATIN.charAt(look) : dash ? '-' : c);
        });
        return latin.toString();
    }

    /** The first character that is neither printable ASCII nor Chinese; null when there is none. */
    public static @Nullable OddCharacter first(String text) {
        int number = 0;
        OddCharacter first = null;
        int more = 0;
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            int c = text.codePointAt(i);
            number++;
            if (isOdd(c)) {
                more += first == null ? 0 : 1;
                first = first == null ? new OddCharacter(number, c, 0) : first;
            }
        }
        return first == null ? null : new OddCharacter(first.number, first.codePoint, more);
    }

    /** The character at an index of the text, odd or not. */
    public static OddCharacter at(String text, int index) {
        return new OddCharacter(text.codePointCount(0, index) + 1, text.codePointAt(index), 0);
    }

    /** What to do about the first odd character of the text, or the other advice when it has none. */
    public static @Nullable String fix(String text, @Nullable String otherwise) {
        OddCharacter odd = first(text);
        return odd == null ? otherwise : odd.advice();
    }

    /** What to do: {@code character 5 is U+2011 NON-BREAKING HYPHEN; type a plain hyphen}. */
    public String advice() {
        String name = Character.getName(codePoint);
        String others = more == 0
                ? ""
                : more == 1 ? ", and one more odd character follows" : ", and " + more + " more odd characters follow";
        return String.format(
                Locale.ROOT,
                "character %d is U+%04X %s%s; %s",
                number,
                codePoint,
                name == null ? "(not assigned)" : name,
                others,
                remedy());
    }

    private static boolean isOdd(int c) {
        boolean plain = c >= 0x20 && c <= 0x7e;
        return !plain && !Character.isIdeographic(c);
    }

    private String remedy() {
        int type = Character.getType(codePoint);
        int look = LOOKS.indexOf(codePoint);
        String ascii = Normalizer.normalize(Character.toString(codePoint), Normalizer.Form.NFKC);
        if (codePoint == SOFT_HYPHEN || type == Character.FORMAT || type == Character.CONTROL) {
            return "delete it";
        }
        if (type == Character.SPACE_SEPARATOR || type == Character.LINE_SEPARATOR) {
            return "delete it or type a plain space";
        }
        if (type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK) {
            return "it is an accent of its own (Unicode NFD, as files from a Mac have it); "
                    + "type the letter before it and its accent as one character, or without the accent";
        }
        if (type == Character.DASH_PUNCTUATION || codePoint == MINUS) {
            return "type a plain hyphen";
        }
        if (type == Character.INITIAL_QUOTE_PUNCTUATION || type == Character.FINAL_QUOTE_PUNCTUATION) {
            return "type a straight quote, or none";
        }
        if (look >= 0) {
            return "type the Latin letter " + LATIN.charAt(look);
        }
        if (Character.digit(codePoint, 10) >= 0) {
            return "type the plain digit " + Character.digit(codePoint, 10);
        }
        boolean single = ascii.length() == 1 && ascii.charAt(0) > 0x20 && ascii.charAt(0) <= 0x7e;
        return single ? "type a plain " + ascii : "type something else in its place";
    }
}
