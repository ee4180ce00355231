package io.camelsmc.report;

/** Text in the cells of a terminal: most characters take one, those of East Asian scripts two, marks none. */
public final class Cells {

    private Cells() {}

    /** Cells that a text takes. */
    public static int width(String text) {
        return text.codePoints().map(Cells::width).sum();
    }

    private static int width(int c) {
        int type = Character.getType(c);
        if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK || type == Character.FORMAT) {
            return 0;
        }
        boolean fullwidth =
                (c >= 0xFF01 && c <= 0xFF60) || (c >= 0xFFE0 && c <= 0xFFE6) || (c >= 0x3000 && c <= 0x303E);
        if (fullwidth || (c >= 0x1F300 && c <= 0x1FAFF)) {
            return 2;
        }
        return switch (Character.UnicodeScript.of(c)) {
            case HAN, HIRAGANA, KATAKANA, HANGUL, BOPOMOFO, YI -> c >= 0xFF61 && c <= 0xFFDC ? 1 : 2;
            default -> 1;
        };
    }

    /** A text and the spaces that fill it up; a longer one stays as it is. */
    public static String pad(String text, int cells) {
        return text + " ".repeat(Math.max(0, cells - width(text)));
    }

    /** A text that takes no more cells than there are; what is cut off shows as an ellipsis. */
    public static String cut(String text, int cells) {
        if (width(text) <= cells) {
            return text;
        }
        StringBuilder kept = new StringBuilder();
        int used = 1;
        for (int c : text.codePoints().toArray()) {
            used += width(c);
            if (used > cells) {
                break;
            }
            kept.appendCodePoint(c);
        }
        return kept.append('…').toString();
    }
}
