package io.camelsmc.state;

import java.nio.charset.StandardCharsets;

/** Text as both databases can hold it: no NUL (PostgreSQL has none) and no half surrogate pairs (UTF-8 has none). */
final class StoredText {

    private StoredText() {}

    static String of(String text) {
        if (isPlain(text)) {
            return text;
        }
        String wellFormed = new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
        return wellFormed.replace('\0', '\uFFFD');
    }

    /** A loop, since every text of every record passes here. */
    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == 0 || Character.isSurrogate(c)) {
                return false;
            }
        }
        return true;
    }
}
