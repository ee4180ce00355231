package io.camelsmc.diag;

import java.util.Locale;

/** Shows untrusted text so that it cannot act on a terminal or break a log line. */
public final class SafeText {

    /** Longest value shown in a message, in characters. */
    public static final int MAX_SHOWN = 80;

    private SafeText() {}

    /** The text with control, bidirectional and other invisible characters as {@code \\uXXXX} escapes. */
    public static String escape(String text) {
        StringBuilder shown = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(c -> append(shown, c));
        return shown.toString();
    }

    /** The escaped text, cut to {@link #MAX_SHOWN} characters. */
    public static String excerpt(String text) {
        String head = text.length() > MAX_SHOWN * 2 ? text.substring(0, MAX_SHOWN * 2) : text;
        String shown = escape(head);
        return shown.length() > MAX_SHOWN ? shown.substring(0, MAX_SHOWN - 1) + "…" : shown;
    }

    private static void append(StringBuilder shown, int c) {
        switch (c) {
            case '\n' -> shown.append("\\n");
            case '\r' -> shown.append("\\r");
            case '\t' -> shown.append("\\t");
            default -> {
                if (acts(c)) {
                    shown.append(String.format(Locale.ROOT, "\\u%04X", c));
                } else {
                    shown.appendCodePoint(c);
                }
            }
        }
    }

    /** Control (C0, C1), format (bidirectional marks, zero width), surrogate and separator characters, unusual spaces. */
    private static boolean acts(int c) {
        int type = Character.getType(c);
        return (type == Character.SPACE_SEPARATOR && c != ' ')
                || type == Character.CONTROL
                || type == Character.FORMAT
                || type == Character.SURROGATE
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR;
    }
}
