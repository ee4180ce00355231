package io.camelsmc.emulator;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/** TagResources: all of the resources, or none. */
final class TagOperation implements Operation {

    private final TaggedResources resources;
    private final TagBook tags;
    private final EmulatorSettings settings;

    TagOperation(TaggedResources resources, TagBook tags, EmulatorSettings settings) {
        this.resources = resources;
        this.tags = tags;
        this.settings = settings;
    }

    @Override
    public EmulatedAnswer run(ApiCall call, Runnable beforeCommit) {
        SortedMap<String, String> parameters = call.business();
        String type = TagChecks.type(parameters);
        List<String> ids = TagChecks.someIds(parameters);
        Map<String, String> given = TagChecks.checkedTags(parameters);
        beforeCommit.run();
        resources.require(type, ids, settings.now());
        tags.add(ids, given);
        return EmulatedAnswer.done();
    }
}
