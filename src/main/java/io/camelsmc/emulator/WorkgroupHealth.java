package io.camelsmc.emulator;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where a workgroup stands. The pages name the statuses without saying what they follow from, so this is inferred: by the
 * newest job of each source, no run yet is NotStarted, every job finished is Completed, some finished or on their last run
 * is Cutover, and all else is InProgress.
 *
 * @param group the workgroup
 * @param status its status
 * @param warnings the sources that need a person, by the type of the warning
 */
record WorkgroupHealth(Workgroup group, String status, Map<String, List<String>> warnings) {

    static final List<String> STATUSES = List.of("NotStarted", "InProgress", "Cutover", "Completed");

    static WorkgroupHealth of(Workgroup group, JobBook jobs, Instant now) {
        Map<String, List<String>> warnings = new LinkedHashMap<>();
        int started = 0;
        int leaving = 0;
        int finished = 0;
        for (String sourceId : group.sourceIds()) {
            EmulatedJob job = newest(jobs.ofSources(List.of(sourceId), now));
            if (job == null) {
                warn(warnings, "UnRelated", sourceId);
                continue;
            }
            if (job.status() == EmulatedStatus.IN_ERROR) {
                warn(warnings, "InError", sourceId);
            }
            boolean done = job.status() == EmulatedStatus.FINISHED;
            finished += done ? 1 : 0;
            leaving += done || jobs.onLastRun(job.jobId()) ? 1 : 0;
            started += job.startedAt() == null && !done ? 0 : 1;
        }
        group.notPassed().forEach(sourceId -> warn(warnings, "NotPassed", sourceId));
        boolean completed = finished > 0 && finished == group.sourceIds().size();
        String status = completed ? "Completed" : leaving > 0 ? "Cutover" : started > 0 ? "InProgress" : "NotStarted";
        return new WorkgroupHealth(group, status, warnings);
    }

    private static @Nullable EmulatedJob newest(List<EmulatedJob> jobs) {
        return jobs.stream()
                .filter(job -> !job.deleted() && job.status() != EmulatedStatus.DELETING)
                .reduce((older, newer) -> newer)
                .orElse(null);
    }

    private static void warn(Map<String, List<String>> warnings, String type, String sourceId) {
        warnings.computeIfAbsent(type, key -> new ArrayList<>()).add(sourceId);
    }
}
