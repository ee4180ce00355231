package io.camelsmc.spec.read;

import java.util.Arrays;

/** Translates offsets in code points, which the YAML parser counts, to offsets in characters. */
final class TextOffsets {

    private final int length;
    private final int[] wide;

    TextOffsets(String text) {
        this.length = text.length();
        int[] found = new int[8];
        int count = 0;
        int codePoint = 0;
        for (int i = 0; i < text.length(); i++, codePoint++) {
            if (Character.isHighSurrogate(text.charAt(i)) && i + 1 < text.length()) {
                if (count == found.length) {
                    found = Arrays.copyOf(found, count * 2);
                }
                found[count++] = codePoint;
                i++;
            }
        }
        this.wide = Arrays.copyOf(found, count);
    }

    int ofCodePoint(int codePoint) {
        int place = Arrays.binarySearch(wide, codePoint);
        int before = place >= 0 ? place : -place - 1;
        return Math.min(codePoint + before, length);
    }
}
