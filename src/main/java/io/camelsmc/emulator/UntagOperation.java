package io.camelsmc.emulator;

import java.util.List;
import java.util.SortedMap;

/** UntagResources: the given keys, or all when none is given and that is asked for. */
final class UntagOperation implements Operation {

    private final TaggedResources resources;
    private final TagBook tags;
    private final EmulatorSettings settings;

    UntagOperation(TaggedResources resources, TagBook tags, EmulatorSettings settings) {
        this.resources = resources;
        this.tags = tags;
        this.settings = settings;
    }

    @Override
    public EmulatedAnswer run(ApiCall call, Runnable beforeCommit) {
        SortedMap<String, String> parameters = call.business();
        String type = TagChecks.type(parameters);
        List<String> ids = TagChecks.someIds(parameters);
        List<String> keys = Required.values(parameters, "TagKey");
        if (keys.size() > TagBook.MOST) {
            throw TagChecks.tooManyTags();
        }
        if (!Required.flag(parameters, "All", false) && keys.isEmpty()) {
            throw Refusal.missing("TagKey");
        }
        beforeCommit.run();
        resources.require(type, ids, settings.now());
        for (String id : ids) {
            if (keys.isEmpty()) {
                tags.removeAll(id);
            } else {
                tags.remove(id, keys);
            }
        }
        return EmulatedAnswer.done();
    }
}
