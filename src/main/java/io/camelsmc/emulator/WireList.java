package io.camelsmc.emulator;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads lists like {@code Name.1.Field}; gaps in the numbers are accepted and only their order counts. */
final class WireList {

    private WireList() {}

    /** The fields of each item by its number; an item without fields has its value under an empty name. */
    static SortedMap<Integer, SortedMap<String, String>> items(SortedMap<String, String> parameters, String name) {
        SortedMap<Integer, SortedMap<String, String>> items = new TreeMap<>();
        String prefix = name + ".";
        for (Map.Entry<String, String> entry : parameters.tailMap(prefix).entrySet()) {
            if (!entry.getKey().startsWith(prefix)) {
                break;
            }
            String rest = entry.getKey().substring(prefix.length());
            int dot = rest.indexOf('.');
            String number = dot < 0 ? rest : rest.substring(0, dot);
            if (isNumber(number)) {
                items.computeIfAbsent(Integer.valueOf(number), n -> new TreeMap<>())
                        .put(dot < 0 ? "" : rest.substring(dot + 1), entry.getValue());
            }
        }
        return items;
    }

    /** The name of a parameter without the numbers in it. */
    static String plainName(String wireName) {
        StringBuilder plain = new StringBuilder(wireName.length());
        for (String part : wireName.split("\\.", -1)) {
            if (!isNumber(part)) {
                plain.append(plain.length() == 0 ? "" : ".").append(part);
            }
        }
        return plain.toString();
    }

    private static boolean isNumber(String text) {
        return !text.isEmpty() && text.length() < 8 && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }
}
