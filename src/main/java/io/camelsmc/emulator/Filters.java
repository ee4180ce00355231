package io.camelsmc.emulator;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** The filters of a Describe operation; an absent or empty one lets everything pass. */
final class Filters {

    private static final int MAX_IDS = 50;

    private final SortedMap<String, String> parameters;
    private final boolean loose;

    Filters(SortedMap<String, String> parameters, boolean loose) {
        this.parameters = parameters;
        this.loose = loose;
    }

    /** The values of a list of ids. */
    List<String> ids(String name) {
        List<String> ids = WireList.items(parameters, name).values().stream()
                .map(item -> item.getOrDefault("", ""))
                .filter(id -> !id.isEmpty())
                .toList();
        if (ids.size() > MAX_IDS) {
            throw Refusal.invalid(name, "there may be " + MAX_IDS + " at most");
        }
        return ids;
    }

    /** Refuses a value that is not in the list. */
    void oneOf(String name, List<String> known) {
        String wanted = parameters.getOrDefault(name, "");
        if (!wanted.isEmpty() && !known.contains(wanted)) {
            throw Refusal.invalid(name, "it must be one of " + known);
        }
    }

    /** True when a text filter lets the value pass. */
    boolean text(String name, @Nullable String value) {
        String wanted = parameters.getOrDefault(name, "");
        if (wanted.isEmpty() || wanted.equals(value)) {
            return true;
        }
        return loose && value != null && value.toLowerCase(Locale.ROOT).contains(wanted.toLowerCase(Locale.ROOT));
    }

    /** True when a value filter lets the value pass; these are never loose. */
    boolean exact(String name, @Nullable String value) {
        String wanted = parameters.getOrDefault(name, "");
        return wanted.isEmpty() || wanted.equals(value);
    }

    /** Refuses a list with a value that is not known. */
    void allOf(String name, List<String> known) {
        if (!known.containsAll(ids(name))) {
            throw Refusal.invalid(name, "each must be one of " + known);
        }
    }

    /** True when the tags hold every wanted pair; a key alone matches any value. */
    boolean tags(Map<String, String> owned) {
        return WireList.items(parameters, "Tag").values().stream().allMatch(wanted -> {
            String value = owned.get(wanted.getOrDefault("Key", ""));
            return value != null && (!wanted.containsKey("Value") || value.equals(wanted.get("Value")));
        });
    }
}
