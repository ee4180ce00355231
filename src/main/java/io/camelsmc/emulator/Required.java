package io.camelsmc.emulator;

import java.util.List;
import java.util.SortedMap;

/** Reads parameters that several operations have. */
final class Required {

    private Required() {}

    /** A text that must be there. */
    static String text(SortedMap<String, String> parameters, String name) {
        String value = parameters.getOrDefault(name, "");
        if (value.isBlank()) {
            throw Refusal.missing(name);
        }
        return value;
    }

    /** The values of a list in order; empty ones do not count. */
    static List<String> values(SortedMap<String, String> parameters, String name) {
        return WireList.items(parameters, name).values().stream()
                .map(item -> item.getOrDefault("", ""))
                .filter(value -> !value.isEmpty())
                .toList();
    }

    /** A list that must have entries, and not more than so many. */
    static List<String> list(SortedMap<String, String> parameters, String name, int most) {
        List<String> values = values(parameters, name);
        if (values.isEmpty()) {
            throw Refusal.missing(name);
        }
        if (values.size() > most) {
            throw Refusal.invalid(name, "there may be " + most + " at most");
        }
        return values;
    }

    /** True or false, or what holds when it is absent. */
    static boolean flag(SortedMap<String, String> parameters, String name, boolean absent) {
        String value = parameters.getOrDefault(name, "");
        if (value.isEmpty()) {
            return absent;
        }
        if (!value.equalsIgnoreCase("true") && !value.equalsIgnoreCase("false")) {
            throw Refusal.invalid(name, "it must be true or false");
        }
        return Boolean.parseBoolean(value);
    }

    /** A text whose length is bounded; absent and empty ones pass. */
    static void length(SortedMap<String, String> parameters, String name, int least, int most) {
        String value = parameters.getOrDefault(name, "");
        int length = value.codePointCount(0, value.length());
        if (!value.isEmpty() && (length < least || length > most)) {
            throw Refusal.invalid(name, "it must have " + least + " to " + most + " characters");
        }
        if (value.startsWith("http://") || value.startsWith("https://")) {
            throw Refusal.invalid(name, "it must not begin with http:// or https://");
        }
    }
}
