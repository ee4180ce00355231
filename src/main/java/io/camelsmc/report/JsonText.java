package io.camelsmc.report;

import java.util.Locale;

/** Makes JSON fit for a terminal without a change of what it means. */
final class JsonText {

    private JsonText() {}

    /**
     * The same JSON with control, bidirectional and other invisible characters as escapes. They can stand inside strings
     * only, where the escape means the same.
     */
    static String visible(String json) {
        StringBuilder shown = new StringBuilder(json.length() + 16);
        json.codePoints().forEach(c -> {
            int type = Character.getType(c);
            boolean acts = c != '\n'
                    && (type == Character.CONTROL
                            || type == Character.FORMAT
                            || type == Character.SURROGATE
                            || type == Character.LINE_SEPARATOR
                            || type == Character.PARAGRAPH_SEPARATOR);
            if (acts) {
                for (char unit : Character.toChars(c)) {
                    shown.append(String.format(Locale.ROOT, "\\u%04X", (int) unit));
                }
            } else {
                shown.appendCodePoint(c);
            }
        });
        return shown.toString();
    }
}
