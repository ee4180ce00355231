package io.camelsmc.state;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Parameters as text that a person can read: one {@code name=value} a line, in order of the names. */
final class ParametersText {

    private ParametersText() {}

    static String write(SortedMap<String, String> parameters) {
        StringBuilder text = new StringBuilder();
        for (Map.Entry<String, String> entry : parameters.entrySet()) {
            escape(text, entry.getKey(), true);
            text.append('=');
            escape(text, entry.getValue(), false);
            text.append('\n');
        }
        return text.toString();
    }

    static SortedMap<String, String> read(String text) {
        SortedMap<String, String> parameters = new TreeMap<>();
        StringBuilder name = new StringBuilder();
        StringBuilder value = new StringBuilder();
        StringBuilder part = name;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\' && i + 1 < text.length()) {
                part.append(unescape(text.charAt(++i)));
            } else if (c == '=' && part == name) {
                part = value;
            } else if (c == '\n') {
                parameters.put(name.toString(), value.toString());
                name.setLength(0);
                value.setLength(0);
                part = name;
            } else {
                part.append(c);
            }
        }
        return parameters;
    }

    private static void escape(StringBuilder text, String raw, boolean isName) {
        if (raw.indexOf('\\') < 0 && raw.indexOf('\n') < 0 && raw.indexOf('\r') < 0 && raw.indexOf('=') < 0) {
            text.append(raw);
            return;
        }
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            switch (c) {
                case '\n' -> text.append("\\n");
                case '\r' -> text.append("\\r");
                case '\\' -> text.append("\\\\");
                case '=' -> text.append(isName ? "\\=" : "=");
                default -> text.append(c);
            }
        }
    }

    private static char unescape(char c) {
        return switch (c) {
            case 'n' -> '\n';
            case 'r' -> '\r';
            default -> c;
        };
    }
}
