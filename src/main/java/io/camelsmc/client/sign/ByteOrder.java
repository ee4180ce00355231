package io.camelsmc.client.sign;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Sorts names by their UTF-8 bytes, as both signatures demand; the order of Java strings differs outside the BMP. */
final class ByteOrder {

    private static final Comparator<String> BYTES = ByteOrder::compare;

    private ByteOrder() {}

    /** Below the surrogates, characters and their bytes sort alike. */
    private static int compare(String a, String b) {
        int shorter = Math.min(a.length(), b.length());
        for (int i = 0; i < shorter; i++) {
            char x = a.charAt(i);
            char y = b.charAt(i);
            if (x != y) {
                return x < Character.MIN_SURROGATE && y < Character.MIN_SURROGATE
                        ? Character.compare(x, y)
                        : Arrays.compareUnsigned(
                                a.getBytes(StandardCharsets.UTF_8), b.getBytes(StandardCharsets.UTF_8));
            }
        }
        return Integer.compare(a.length(), b.length());
    }

    static Map<String, String> sort(Map<String, String> parameters) {
        if (parameters instanceof SortedMap<String, String> sorted && isByteOrder(sorted)) {
            return sorted;
        }
        SortedMap<String, String> ordered = new TreeMap<>(BYTES);
        ordered.putAll(parameters);
        return ordered;
    }

    /** Whether the order of Java strings is that of the bytes. */
    private static boolean isByteOrder(SortedMap<String, String> parameters) {
        if (parameters.comparator() != null) {
            return false;
        }
        for (String name : parameters.keySet()) {
            for (int i = 0; i < name.length(); i++) {
                if (name.charAt(i) >= Character.MIN_SURROGATE) {
                    return false;
                }
            }
        }
        return true;
    }
}
