package io.camelsmc.emulator;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/** The tags of everything that may have some, by id, in the order they were given. Safe for use by many threads. */
final class TagBook {

    /** How many tags a resource may have. */
    static final int MOST = 20;

    private final Map<String, Map<String, String>> byId = new HashMap<>();

    /** The tags of a resource. */
    synchronized Map<String, String> of(String id) {
        return Map.copyOf(byId.getOrDefault(id, Map.of()));
    }

    /** Takes the tags that a create gave. */
    void take(String id, SortedMap<String, String> parameters) {
        Map<String, String> tags = TagChecks.tags(parameters);
        if (!tags.isEmpty()) {
            add(List.of(id), tags);
        }
    }

    /** Adds or replaces tags of several resources, or refuses for all of them when one would have too many. */
    synchronized void add(Collection<String> ids, Map<String, String> tags) {
        Map<String, Map<String, String>> changed = new HashMap<>();
        for (String id : ids) {
            Map<String, String> merged = new LinkedHashMap<>(byId.getOrDefault(id, Map.of()));
            merged.putAll(tags);
            if (merged.size() > MOST) {
                throw TagChecks.tooManyTags();
            }
            changed.put(id, merged);
        }
        byId.putAll(changed);
    }

    synchronized void remove(String id, Collection<String> keys) {
        byId.getOrDefault(id, new LinkedHashMap<>()).keySet().removeAll(keys);
    }

    synchronized void removeAll(String id) {
        byId.remove(id);
    }

    synchronized void clear() {
        byId.clear();
    }

    /** Writes the tags of a resource as its Describe operation shows them. */
    synchronized void write(String id, ObjectNode to) {
        ArrayNode tags = to.putObject("Tags").putArray("Tag");
        byId.getOrDefault(id, Map.of())
                .forEach((key, value) -> tags.addObject().put("Key", key).put("Value", value));
    }

    /** The tags of a resource in order. */
    synchronized Map<String, String> inOrder(String id) {
        return new LinkedHashMap<>(byId.getOrDefault(id, Map.of()));
    }
}
