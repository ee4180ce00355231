package io.camelsmc.emulator;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/** TagResources: all of the resources, or none. */
final class TagOperation implements Operation {

    private final TaggedResources resources;
    private final TagBook tags;
    private final ServiceSettings settings;

    TagOperation(TaggedResources resources, TagBook tags, ServiceSettings settings) {
        this.resources = resources;
        this.tags = tags;
        this.settings = settings;
    }

    @Override
    public Answer run(ApiCall call, Runnable beforeCommit) {
        SortedMap<String, String> parameters = call.business();
        String type = TagRules.type(parameters);
        List<String> ids = TagRules.someIds(parameters);
        Map<String, String> given = TagRules.checkedTags(parameters);
        beforeCommit.run();
        resources.require(type, ids, settings.now());
        tags.add(ids, given);
        return Answer.done();
    }
}
