package io.camelsmc.emulator;

/** DeleteWorkgroup: only an empty one. */
final class DeleteWorkgroupOperation implements Operation {

    private final WorkgroupBook workgroups;
    private final TagBook tags;

    DeleteWorkgroupOperation(WorkgroupBook workgroups, TagBook tags) {
        this.workgroups = workgroups;
        this.tags = tags;
    }

    @Override
    public EmulatedAnswer run(ApiCall call, Runnable beforeCommit) {
        String id = Required.text(call.business(), "WorkgroupId");
        beforeCommit.run();
        workgroups.delete(id);
        tags.removeAll(id);
        return EmulatedAnswer.done();
    }
}
