package io.camelsmc.emulator;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/** DescribeSourceServers. */
final class DescribeSourcesOperation implements Operation {

    private static final List<String> STATES = List.of("Unavailable", "Available", "InUse", "Deleting");

    private final SourceRegistry sources;
    private final JobBook jobs;
    private final ServiceSettings settings;

    DescribeSourcesOperation(SourceRegistry sources, JobBook jobs, ServiceSettings settings) {
        this.sources = sources;
        this.jobs = jobs;
        this.settings = settings;
    }

    @Override
    public Answer run(ApiCall call, Runnable beforeCommit) {
        SortedMap<String, String> parameters = call.business();
        Paging paging = Paging.of(parameters);
        Filters filters = new Filters(parameters, settings.has(Quirk.LOOSE_FILTERS));
        filters.oneOf("State", STATES);
        beforeCommit.run();
        Instant now = settings.now();
        List<EmulatedSource> found = new ArrayList<>();
        for (EmulatedSource candidate : candidates(filters.ids("SourceId"))) {
            EmulatedSource source = candidate.withState(jobs.stateOf(candidate, now), candidate.errorCode());
            if (matches(source, filters)) {
                found.add(source);
            }
        }
        return Answer.ok(paging.answer(
                found, settings.has(Quirk.PAGE_SHIFT), "SourceServers", "SourceServer", SourceView::write));
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

    /** Sources of the emulator are in no workgroup and no resource group and have no tags. */
    private static boolean matches(EmulatedSource source, Filters filters) {
        List<String> relations = filters.ids("RelatedJobType");
        String relation = source.jobId() == null ? "Not_Related" : "Server";
        return filters.text("Name", source.name())
                && filters.exact("State", source.state())
                && filters.exact("JobId", source.jobId())
                && filters.exact("WorkgroupId", "")
                && filters.exact("ResourceGroupId", "")
                && (relations.isEmpty() || relations.contains(relation))
                && filters.tags(new TreeMap<>());
    }
}
