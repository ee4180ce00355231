package io.camelsmc.emulator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SortedMap;

/** DescribeReplicationJobs; the newest job comes first. */
final class DescribeJobsOperation implements Operation {

    private static final List<String> STATUSES =
            Arrays.stream(EmulatedStatus.values()).map(EmulatedStatus::wire).toList();
    private static final List<String> PHASES = List.of("Preparing", "Syncing", "Processing", "Cleaning");

    private final JobBook jobs;
    private final TagBook tags;
    private final WorkgroupBook workgroups;
    private final EmulatorSettings settings;

    DescribeJobsOperation(JobBook jobs, TagBook tags, WorkgroupBook workgroups, EmulatorSettings settings) {
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
        filters.oneOf("Status", STATUSES);
        filters.oneOf("BusinessStatus", PHASES);
        beforeCommit.run();
        Instant now = settings.now();
        List<EmulatedJob> found = new ArrayList<>(candidates(filters, now));
        found.removeIf(job -> job.deleted() || !visible(job, now) || !matches(job, filters));
        Collections.reverse(found);
        return EmulatedAnswer.ok(
                paging.answer(found, settings.has(Quirk.PAGE_SHIFT), "ReplicationJobs", "ReplicationJob", this::write));
    }

    private void write(EmulatedJob job, ObjectNode to) {
        JobView.write(job, to);
        to.put("WorkgroupId", workgroups.of(job.sourceId()));
        tags.write(job.jobId(), to);
    }

    /** The ids narrow the search before any other filter, so that a large account stays quick. */
    private List<EmulatedJob> candidates(Filters filters, Instant now) {
        List<String> jobIds = filters.ids("JobId");
        List<String> sourceIds = filters.ids("SourceId");
        if (!jobIds.isEmpty()) {
            List<EmulatedJob> found = new ArrayList<>();
            for (String id : new LinkedHashSet<>(jobIds)) {
                EmulatedJob job = jobs.find(id, now);
                if (job != null && (sourceIds.isEmpty() || sourceIds.contains(job.sourceId()))) {
                    found.add(job);
                }
            }
            return found;
        }
        return sourceIds.isEmpty() ? jobs.all(now) : jobs.ofSources(new LinkedHashSet<>(sourceIds), now);
    }

    private boolean visible(EmulatedJob job, Instant now) {
        return !now.isBefore(job.createdAt().plus(settings.readBackLag()));
    }

    private boolean matches(EmulatedJob job, Filters filters) {
        List<String> instances = filters.ids("InstanceId");
        return filters.exact("RegionId", job.regionId())
                && filters.text("Name", job.name())
                && filters.exact("Status", job.status().wire())
                && filters.exact("BusinessStatus", job.businessStatus())
                && filters.exact("JobType", job.parameters().getOrDefault("JobType", "0"))
                && filters.exact("ResourceGroupId", job.parameters().getOrDefault("ResourceGroupId", ""))
                && (instances.isEmpty() || instances.contains(job.parameters().getOrDefault("InstanceId", "")))
                && filters.tags(tags.of(job.jobId()));
    }
}
