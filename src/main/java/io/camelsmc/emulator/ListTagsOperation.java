package io.camelsmc.emulator;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/** ListTagResources, in pages that the token of the one before asks for. */
final class ListTagsOperation implements Operation {

    /** Entries on a page; the operation has no parameter for it. */
    static final int PAGE = 50;

    private static final String TOKEN_START = "after-";

    private final TaggedResources resources;
    private final TagBook tags;
    private final EmulatorSettings settings;

    ListTagsOperation(TaggedResources resources, TagBook tags, EmulatorSettings settings) {
        this.resources = resources;
        this.tags = tags;
        this.settings = settings;
    }

    @Override
    public EmulatedAnswer run(ApiCall call, Runnable beforeCommit) {
        SortedMap<String, String> parameters = call.business();
        String type = TagChecks.type(parameters);
        List<String> ids = TagChecks.ids(parameters);
        checkFilter(parameters);
        int from = start(parameters.getOrDefault("NextToken", ""));
        Filters filters = new Filters(parameters, false);
        beforeCommit.run();
        Instant now = settings.now();
        resources.require(type, ids, now);
        List<Entry> entries = new ArrayList<>();
        for (String id : ids.isEmpty() ? resources.all(type, now) : ids) {
            if (filters.tags(tags.of(id))) {
                tags.inOrder(id).forEach((key, value) -> entries.add(new Entry(id, key, value)));
            }
        }
        return EmulatedAnswer.ok(page(entries, from, TagChecks.SHOWN_TYPES.getOrDefault(type, type)));
    }

    private static ObjectNode page(List<Entry> entries, int from, String shownType) {
        int end = Math.min(from + PAGE, entries.size());
        ObjectNode body = Answers.document().put("NextToken", end < entries.size() ? TOKEN_START + end : "");
        ArrayNode list = body.putObject("TagResources").putArray("TagResource");
        for (Entry entry : entries.subList(Math.min(from, entries.size()), end)) {
            list.addObject()
                    .put("ResourceId", entry.id())
                    .put("ResourceType", shownType)
                    .put("TagKey", entry.key())
                    .put("TagValue", entry.value());
        }
        return body;
    }

    private static void checkFilter(SortedMap<String, String> parameters) {
        var wanted = WireList.items(parameters, "Tag");
        if (wanted.size() > TagBook.MOST) {
            throw TagChecks.tooManyTags();
        }
        for (Map<String, String> tag : wanted.values()) {
            if (tag.getOrDefault("Key", "").isEmpty()) {
                throw new Refusal(400, "InvalidParameter.TagValue", "A Tag.N.Value needs its Tag.N.Key.");
            }
        }
    }

    private static int start(String token) {
        if (token.isEmpty()) {
            return 0;
        }
        try {
            if (token.startsWith(TOKEN_START)) {
                return Integer.parseUnsignedInt(token.substring(TOKEN_START.length()));
            }
        } catch (NumberFormatException e) {
            // Refused like a token of another kind.
        }
        throw Refusal.invalid("NextToken", "it must be the one of the page before");
    }

    private record Entry(String id, String key, String value) {}
}
