package io.camelsmc.client.wire;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Percent-encoding as RFC 3986 and the signatures want it: UTF-8, upper-case hex, only {@code A-Z a-z 0-9 - _ . ~} literal. */
public final class PercentEncoding {

    private PercentEncoding() {}

    /** The encoded text. */
    public static String encode(String text) {
        return isLiteral(text) ? text : encoded(text);
    }

    /** Most names and values are, and then there is nothing to do. */
    private static boolean isLiteral(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean literal = (c >= 'a' && c <= 'z')
                    || (c >= 'A' && c <= 'Z')
                    || (c >= '0' && c <= '9')
                    || c == '-'
                    || c == '_'
                    || c == '.'
                    || c == '~';
            if (!literal) {
                return false;
            }
        }
        return true;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A")
                .replace("%7E", "~");
    }

    /** {@code name=value} pairs joined by {@code &}, in the order of the map. */
    public static String pairs(Map<String, String> parameters) {
        StringBuilder joined = new StringBuilder(512);
        parameters.forEach((name, value) -> {
            if (!joined.isEmpty()) {
                joined.append('&');
            }
            joined.append(encode(name)).append('=').append(encode(value));
        });
        return joined.toString();
    }
}
