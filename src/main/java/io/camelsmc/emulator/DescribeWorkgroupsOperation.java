package io.camelsmc.emulator;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;

/** DescribeWorkgroups. */
final class DescribeWorkgroupsOperation implements Operation {

    private final WorkgroupBook workgroups;
    private final JobBook jobs;
    private final TagBook tags;
    private final EmulatorSettings settings;

    DescribeWorkgroupsOperation(WorkgroupBook workgroups, JobBook jobs, TagBook tags, EmulatorSettings settings) {
        this.workgroups = workgroups;
        this.jobs = jobs;
        this.tags = tags;
        this.settings = settings;
    }

    @Override
    public EmulatedAnswer run(ApiCall call, Runnable beforeCommit) {
        SortedMap<String, String> parameters = call.business();
        Paging paging = Paging.of(parameters);
        Filters filters = new Filters(parameters, settings.has(Quirk.LOOSE_FILTERS));
        filters.oneOf("Status", WorkgroupHealth.STATUSES);
        List<String> ids = filters.ids("WorkgroupId");
        beforeCommit.run();
        Instant now = settings.now();
        List<WorkgroupHealth> found = new ArrayList<>();
        for (Workgroup group : workgroups.all()) {
            WorkgroupHealth health = WorkgroupHealth.of(group, jobs, now);
            if ((ids.isEmpty() || ids.contains(group.id()))
                    && filters.text("Name", group.name())
                    && filters.exact("Status", health.status())
                    && filters.tags(tags.of(group.id()))) {
                found.add(health);
            }
        }
        return EmulatedAnswer.ok(
                paging.answer(found, settings.has(Quirk.PAGE_SHIFT), "Workgroups", "Workgroup", this::write));
    }

    private void write(WorkgroupHealth health, ObjectNode to) {
        Workgroup group = health.group();
        to.put("WorkgroupId", group.id()).put("Name", group.name()).put("Description", group.description());
        to.put("Status", health.status());
        tags.write(group.id(), to);
        ArrayNode warnings = to.putObject("Warnings").putArray("Warning");
        health.warnings().forEach((type, sourceIds) -> {
            ObjectNode warning = warnings.addObject().put("WarningType", type);
            ArrayNode list = warning.putObject("SourceIds").putArray("SourceId");
            sourceIds.forEach(list::add);
        });
    }
}
