package io.camelsmc.emulator;

import java.util.SortedMap;

/** ModifyWorkgroupAttribute. */
final class ModifyWorkgroupOperation implements Operation {

    private final WorkgroupBook workgroups;

    ModifyWorkgroupOperation(WorkgroupBook workgroups) {
        this.workgroups = workgroups;
    }

    @Override
    public EmulatedAnswer run(ApiCall call, Runnable beforeCommit) {
        SortedMap<String, String> parameters = call.business();
        String id = Required.text(parameters, "WorkgroupId");
        WorkgroupRules.check(parameters);
        beforeCommit.run();
        workgroups.modify(id, parameters.getOrDefault("Name", ""), parameters.getOrDefault("Description", ""));
        return EmulatedAnswer.done();
    }
}
