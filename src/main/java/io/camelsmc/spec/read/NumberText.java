package io.camelsmc.spec.read;

import org.jspecify.annotations.Nullable;

/** Reads whole numbers in exactly one spelling: an optional minus and ASCII digits without leading zeros. */
final class NumberText {

    private static final int MOST_DIGITS = 19;
    private static final String LETTERS = "OoIl";
    private static final String DIGITS = "0011";

    private NumberText() {}

    /** The number, or null when the text is not one or does not fit 64 bits. */
    static @Nullable Long parse(String text) {
        if (!isPlain(text) || text.length() > MOST_DIGITS + 1) {
            return null;
        }
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException outOfRange) {
            return null;
        }
    }

    /** What to do about a text that {@link #parse} refuses. */
    static String hint(String text) {
        if (text.isEmpty()) {
            return "write a number or leave the field out";
        }
        if (isPlain(text)) {
            return "choose a smaller number";
        }
        boolean zero = text.length() > 1 && text.startsWith("0") && digitsOnly(text, 0);
        if (zero) {
            return "remove the leading zeros; the number is read as decimal or not at all";
        }
        String letter = letterForDigit(text);
        if (letter != null) {
            return letter;
        }
        String meant = SpreadsheetNumber.hint(text);
        if (meant != null) {
            return meant;
        }
        return "write the digits 0 to 9 and nothing else, without unit, sign or separator";
    }

    /** {@code 8O}: what is wrong when letters that look like digits are all that is wrong. */
    private static @Nullable String letterForDigit(String text) {
        int first = -1;
        int digits = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean letter = LETTERS.indexOf(c) >= 0;
            digits += c >= '0' && c <= '9' ? 1 : 0;
            if (!letter && (c < '0' || c > '9')) {
                return null;
            }
            first = letter && first < 0 ? i : first;
        }
        return first < 0 || digits == 0
                ? null
                : "it contains the letter " + text.charAt(first) + ", not the digit "
                        + DIGITS.charAt(LETTERS.indexOf(text.charAt(first)));
    }

    private static boolean isPlain(String text) {
        int start = text.startsWith("-") ? 1 : 0;
        if (text.length() == start || !digitsOnly(text, start)) {
            return false;
        }
        return text.charAt(start) != '0' || text.length() == 1;
    }

    private static boolean digitsOnly(String text, int start) {
        for (int i = start; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < '0' || c > '9') {
                return false;
            }
        }
        return true;
    }
}
