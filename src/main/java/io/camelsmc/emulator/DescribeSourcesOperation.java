package io.camelsmc.emulator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;

/** DescribeSourceServers. */
final class DescribeSourcesOperation implements Operation {

    private static final List<String> STATES = List.of("Unavailable", "Available", "InUse", "Deleting");

    private final SourceRegistry sources;
    private final JobBook jobs;
    private final TagBook tags;
    private final WorkgroupBook workgroups;
    private final EmulatorSettings settings;

    DescribeSourcesOperation(
            SourceRegistry sources, JobBook jobs, TagBook tags, WorkgroupBook workgroups, EmulatorSettings settings) {
        this.sources = sources;
        this.jobs = jobs;
        this.tags = tags;
        this.workgroups = workgroups;
        this.settings = settings;
    }

    @Override
    public EmulatedAnswer run(ApiCall call, Runnable beforeCommit) {
        SortedMap<String, String> parameters = call.business();
        Paging paging = Paging.of(parameters);
        Filters filters = new Filters(parameters, settings.has(Quirk.LOOSE_FILTERS));
        filters.oneOf("State", STATES);
        filters.allOf("RelatedJobType", RelatedJobType.NAMES);
        beforeCommit.run();
        Instant now = settings.now();
        List<EmulatedSource> found = new ArrayList<>();
        for (EmulatedSource candidate : candidates(filters.ids("SourceId"))) {
            EmulatedSource source = candidate.withState(jobs.stateOf(candidate, now), candidate.errorCode());
            if (matches(source, filters, now)) {
                found.add(source);
            }
        }
        return EmulatedAnswer.ok(
                paging.answer(found, settings.has(Quirk.PAGE_SHIFT), "SourceServers", "SourceServer", this::write));
    }

    private List<EmulatedSource> candidates(List<String> ids) {
        if (ids.isEmpty()) {
            return sources.all();
        }
        return new LinkedHashSet<>(ids)
                .stream()
                        .map(sources::find)
                        .filter(Objects::nonNull)
                        .map(Objects::requireNonNull)
                        .toList();
    }

    private void write(EmulatedSource source, ObjectNode to) {
        SourceView.write(source, to);
        to.put("WorkgroupId", workgroups.of(source.sourceId()));
        tags.write(source.sourceId(), to);
    }

    /** Sources of the emulator are in no resource group. */
    private boolean matches(EmulatedSource source, Filters filters, Instant now) {
        List<String> relations = filters.ids("RelatedJobType");
        return filters.text("Name", source.name())
                && filters.exact("State", source.state())
                && filters.exact("JobId", source.jobId())
                && filters.exact("WorkgroupId", workgroups.of(source.sourceId()))
                && filters.exact("ResourceGroupId", "")
                && (relations.isEmpty() || relations.contains(relation(source, now)))
                && filters.tags(tags.of(source.sourceId()));
    }

    private String relation(EmulatedSource source, Instant now) {
        EmulatedJob last = source.jobId() == null ? null : jobs.find(source.jobId(), now);
        return RelatedJobType.of(last);
    }
}
