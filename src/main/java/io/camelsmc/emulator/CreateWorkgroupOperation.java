package io.camelsmc.emulator;

import java.util.SortedMap;

/** CreateWorkgroup. The real one is there over HTTPS alone, which a service on loopback cannot ask for. */
final class CreateWorkgroupOperation implements Operation {

    private final WorkgroupBook workgroups;
    private final TagBook tags;
    private final OnceByToken once;

    CreateWorkgroupOperation(WorkgroupBook workgroups, TagBook tags, OnceByToken once) {
        this.workgroups = workgroups;
        this.tags = tags;
        this.once = once;
    }

    @Override
    public EmulatedAnswer run(ApiCall call, Runnable beforeCommit) {
        SortedMap<String, String> parameters = call.business();
        String id = once.id(call, () -> {
            WorkgroupRules.check(parameters);
            boolean tagged = !WireList.items(parameters, "Tag").isEmpty();
            if (tagged) {
                TagChecks.checkedTags(parameters);
            }
            beforeCommit.run();
            String made =
                    workgroups.create(parameters.getOrDefault("Name", ""), parameters.getOrDefault("Description", ""));
            tags.take(made, parameters);
            return made;
        });
        return EmulatedAnswer.ok(Answers.document().put("WorkgroupId", id));
    }
}
