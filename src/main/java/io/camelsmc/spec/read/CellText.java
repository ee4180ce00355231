package io.camelsmc.spec.read;

import io.camelsmc.diag.Diagnostic;
import io.camelsmc.diag.OddCharacter;
import org.jspecify.annotations.Nullable;

/** Finds what spreadsheets and word processors smuggle into a cell: spaces around it, no-break spaces, smart quotes. */
final class CellText {

    private CellText() {}

    /** The problem with a cell, or null when it is clean. Free text may hold anything inside, only not around it. */
    static @Nullable Diagnostic problem(String text, boolean freeText) {
        if (text.isEmpty()) {
            return null;
        }
        if (!freeText) {
            for (int i = 0; i < text.length(); i++) {
                char c = text.charAt(i);
                if (c > 0x7e) {
                    Diagnostic found = invisible(c);
                    if (found != null) {
                        return found.got(text).fix(OddCharacter.at(text, i).advice());
                    }
                }
            }
        }
        int last = text.length() - 1;
        if (isSpace(text.charAt(0)) || isSpace(text.charAt(last))) {
            int odd = isSpace(text.charAt(0)) && text.charAt(0) > 0x7e ? 0 : text.charAt(last) > 0x7e ? last : -1;
            return Diagnostic.error("cell.spaces", "Spaces around the value")
                    .got(text)
                    .fix(
                            odd < 0
                                    ? "remove the spaces before and after it"
                                    : OddCharacter.at(text, odd).advice());
        }
        return null;
    }

    private static @Nullable Diagnostic invisible(char c) {
        if (c == '\u00A0' || c == '\u202F' || c == '\u2007' || c == '\u3000') {
            return Diagnostic.error("cell.no-break-space", "A no-break space in the value");
        }
        if (c >= '\u2018' && c <= '\u201F') {
            return Diagnostic.error("cell.smart-quotes", "Typographic quotes in the value");
        }
        if (c == '\uFEFF'
                || c == '\u00AD'
                || c == '\u2060'
                || (c >= '\u200B' && c <= '\u200F')
                || (c >= '\u202A' && c <= '\u202E')) {
            return Diagnostic.error("cell.invisible", "An invisible character in the value");
        }
        return null;
    }

    private static boolean isSpace(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }
}
