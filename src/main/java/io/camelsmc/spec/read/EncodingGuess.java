package io.camelsmc.spec.read;

import java.nio.charset.Charset;
import org.jspecify.annotations.Nullable;

/** Tells people which encoding a file probably has when it is not UTF-8. Only ever a hint. */
final class EncodingGuess {

    private static final String RESAVE = "; save it as UTF-8 (\"CSV UTF-8\" in a spreadsheet) and try again";

    private EncodingGuess() {}

    /** The encoding that the first bytes announce; null for UTF-8 and for no announcement. */
    static @Nullable String announced(byte[] bytes, int length) {
        if (length >= 2 && unsigned(bytes, 0) == 0xFF && unsigned(bytes, 1) == 0xFE) {
            return "the file is UTF-16 (little endian)" + RESAVE;
        }
        if (length >= 2 && unsigned(bytes, 0) == 0xFE && unsigned(bytes, 1) == 0xFF) {
            return "the file is UTF-16 (big endian)" + RESAVE;
        }
        return null;
    }

    /** A hint for a NUL byte: every other byte zero is UTF-16 without a mark. */
    static String forNul(byte[] bytes, int at, int length) {
        boolean wide = (at + 2 < length && bytes[at + 2] == 0) || (at >= 2 && bytes[at - 2] == 0);
        return wide ? "the file looks like UTF-16" + RESAVE : "remove the NUL byte; the file may be cut or binary";
    }

    /** A hint for a byte that UTF-8 does not allow at this place. */
    static String forMalformed(byte[] bytes, int at, int length) {
        int next = at + 1 < length ? unsigned(bytes, at + 1) : 0;
        int first = unsigned(bytes, at);
        boolean pair = first >= 0x81 && first <= 0xFE && next >= 0x40 && next <= 0xFE && next != 0x7F;
        if (pair && next >= 0x80) {
            return "the file looks like GBK" + RESAVE;
        }
        return "the file looks like Windows-1252 or another single-byte encoding" + RESAVE;
    }

    /** The letter of Windows-1252 that a byte between ASCII characters surely is; null when nothing is sure. */
    static @Nullable String letter(byte before, byte[] bytes, int at, int length) {
        if (at >= length || bytes[at] >= 0 || before < 0) {
            return null;
        }
        int next = at + 1 < length ? unsigned(bytes, at + 1) : '\n';
        String letter = new String(bytes, at, 1, Charset.forName("windows-1252"));
        boolean inWord = Character.isLetter(before) || Character.isLetter(next);
        return inWord && next <= 0x7f && Character.isLetter(letter.charAt(0)) ? letter : null;
    }

    private static int unsigned(byte[] bytes, int at) {
        return bytes[at] & 0xFF;
    }
}
