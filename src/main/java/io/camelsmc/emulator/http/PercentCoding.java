package io.camelsmc.emulator.http;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.SortedMap;

/** Percent-encoding after RFC 3986, in UTF-8. */
public final class PercentCoding {

    private static final char[] HEX = "0123456789ABCDEF".toCharArray();

    private PercentCoding() {}

    /** The text with everything but letters, digits and {@code - _ . ~} encoded. */
    public static String encode(String text) {
        StringBuilder encoded = new StringBuilder(text.length() + 16);
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            if (literal(b)) {
                encoded.append((char) b);
            } else {
                encoded.append('%').append(HEX[(b >> 4) & 15]).append(HEX[b & 15]);
            }
        }
        return encoded.toString();
    }

    /**
     * Adds the pairs of a query or form to a map; of a repeated name the last value counts.
     *
     * @throws IllegalArgumentException when a percent sign is not followed by two hexadecimal digits
     */
    public static void decodeInto(SortedMap<String, String> target, String form) {
        int start = 0;
        while (start < form.length()) {
            int end = form.indexOf('&', start);
            end = end < 0 ? form.length() : end;
            int equals = form.indexOf('=', start);
            if (end > start) {
                boolean bare = equals < 0 || equals > end;
                String name = decode(form.substring(start, bare ? end : equals));
                target.put(name, bare ? "" : decode(form.substring(equals + 1, end)));
            }
            start = end + 1;
        }
    }

    /** The text that was encoded; a plus sign is a space, as in forms. */
    static String decode(String text) {
        if (text.indexOf('%') < 0 && text.indexOf('+') < 0) {
            return text;
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '%') {
                bytes.write(hexPair(text, i));
                i += 2;
            } else {
                bytes.write(c == '+' ? ' ' : c);
            }
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private static int hexPair(String text, int at) {
        int high = digit(text, at + 1);
        int low = digit(text, at + 2);
        if (high < 0 || low < 0) {
            throw new IllegalArgumentException("malformed percent-encoding at character " + at);
        }
        return high * 16 + low;
    }

    private static int digit(String text, int at) {
        return at < text.length() ? Character.digit(text.charAt(at), 16) : -1;
    }

    private static boolean literal(byte b) {
        return (b >= 'A' && b <= 'Z')
                || (b >= 'a' && b <= 'z')
                || (b >= '0' && b <= '9')
                || b == '-'
                || b == '_'
                || b == '.'
                || b == '~';
    }
}
