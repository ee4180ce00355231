package io.camelsmc.emulator;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/** What the operations on tags share: which resources they take, and which tags. */
final class TagChecks {

    /** How the list of tagged resources spells a type. */
    static final Map<String, String> SHOWN_TYPES =
            Map.of("sourceserver", "ALIYUN::SMC::SOURCESERVER", "replicationjob", "ALIYUN::SMC::REPLICATIONJOB");

    private static final int MOST_RESOURCES = 50;
    private static final int LONGEST = 64;

    private TagChecks() {}

    /** The type of the resources, as requests spell it. */
    static String type(SortedMap<String, String> parameters) {
        String type = parameters.getOrDefault("ResourceType", "");
        if (type.isBlank()) {
            throw new Refusal(400, "MissingParameter.ResourceType", "The parameter ResourceType is mandatory.");
        }
        if (!SHOWN_TYPES.containsKey(type)) {
            throw new Refusal(400, "InvalidResourceType.NotFound", "The ResourceType " + type + " does not exist.");
        }
        return type;
    }

    /** The ids of the resources; there may be none. */
    static List<String> ids(SortedMap<String, String> parameters) {
        List<String> ids = Required.values(parameters, "ResourceId");
        if (ids.size() > MOST_RESOURCES) {
            throw new Refusal(
                    400, "NumberExceed.ResourceIds", "There may be " + MOST_RESOURCES + " resource ids at most.");
        }
        if (new HashSet<>(ids).size() < ids.size()) {
            throw new Refusal(400, "Duplicate.ResourceId", "A resource id is repeated.");
        }
        return ids;
    }

    /** The ids of resources of which there must be one. */
    static List<String> someIds(SortedMap<String, String> parameters) {
        List<String> ids = ids(parameters);
        if (ids.isEmpty()) {
            throw Refusal.missing("ResourceId");
        }
        return ids;
    }

    /** The tags of a request by key, in order. */
    static Map<String, String> tags(SortedMap<String, String> parameters) {
        Map<String, String> tags = new LinkedHashMap<>();
        WireList.items(parameters, "Tag")
                .values()
                .forEach(tag -> tags.put(tag.getOrDefault("Key", ""), tag.getOrDefault("Value", "")));
        return tags;
    }

    /** The tags to give; refuses what no resource may have. */
    static Map<String, String> checkedTags(SortedMap<String, String> parameters) {
        if (WireList.items(parameters, "Tag").size() > TagBook.MOST) {
            throw tooManyTags();
        }
        Map<String, String> tags = tags(parameters);
        if (tags.isEmpty()) {
            throw Refusal.missing("Tag");
        }
        tags.forEach((key, value) -> {
            if (key.isEmpty() || key.length() > LONGEST || reserved(key) || hasAddress(key)) {
                throw Refusal.invalid("Tag.Key", "it must have 1 to 64 characters and no reserved ones");
            }
            if (value.length() > LONGEST || hasAddress(value)) {
                throw Refusal.invalid("Tag.Value", "it must have at most 64 characters and no reserved ones");
            }
        });
        return tags;
    }

    static Refusal tooManyTags() {
        return new Refusal(400, "NumberExceed.Tags", "There may be " + TagBook.MOST + " tags at most.");
    }

    private static boolean reserved(String key) {
        return key.startsWith("aliyun") || key.startsWith("acs:");
    }

    private static boolean hasAddress(String text) {
        return text.contains("http://") || text.contains("https://");
    }
}
