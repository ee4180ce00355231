package io.camelsmc.state;

import java.nio.charset.StandardCharsets;

/** Text as both databases can hold it: no NUL (PostgreSQL has none) and no half surrogate pairs (UTF-8 has none). */
final class StoredText {

    private StoredText() {}

    static String of(String text) {
        boolean plain = text.chars().noneMatch(c -> c == 0 || Character.isSurrogate((char) c));
        if (plain) {
            return text;
        }
        String wellFormed = new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
        return wellFormed.replace('\0', '\uFFFD');
    }
}
