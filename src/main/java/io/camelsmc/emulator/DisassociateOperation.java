package io.camelsmc.emulator;

import java.util.List;
import java.util.SortedMap;

/** DisassociateSourceServers. */
final class DisassociateOperation implements Operation {

    private final WorkgroupBook workgroups;

    DisassociateOperation(WorkgroupBook workgroups) {
        this.workgroups = workgroups;
    }

    @Override
    public EmulatedAnswer run(ApiCall call, Runnable beforeCommit) {
        SortedMap<String, String> parameters = call.business();
        String id = Required.text(parameters, "WorkgroupId");
        List<String> sourceIds = Required.list(parameters, "SourceId", Workgroup.MOST_SOURCES);
        beforeCommit.run();
        workgroups.leave(id, sourceIds);
        return EmulatedAnswer.done();
    }
}
