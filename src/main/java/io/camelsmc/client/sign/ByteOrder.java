package io.camelsmc.client.sign;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Sorts names by their UTF-8 bytes, as both signatures demand; the order of Java strings differs outside the BMP. */
final class ByteOrder {

    private static final Comparator<String> BYTES =
            (a, b) -> Arrays.compareUnsigned(a.getBytes(StandardCharsets.UTF_8), b.getBytes(StandardCharsets.UTF_8));

    private ByteOrder() {}

    static SortedMap<String, String> sort(Map<String, String> parameters) {
        SortedMap<String, String> sorted = new TreeMap<>(BYTES);
        sorted.putAll(parameters);
        return sorted;
    }
}
