package io.camelsmc.plan;

import io.camelsmc.job.JobDifference;
import io.camelsmc.job.ModifyRules;
import io.camelsmc.job.ObservedJob;
import io.camelsmc.spec.SpecField;
import io.camelsmc.state.JobRecord;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What to do about a row that was edited after its job was created. A value that the row no longer names stays as it
 * is: the service has no way to clear one.
 */
final class EditedJob {

    private EditedJob() {}

    /** From the journal alone: only what no status allows is ruled out. */
    static Change offline(Step step, JobRecord record, String jobId) {
        List<JobDifference> differences = edits(step, record);
        if (differences.isEmpty()) {
            return agreed(step, record, jobId);
        }
        String obstacles = obstacles(step, differences, null, true);
        if (!obstacles.isEmpty()) {
            return step.change(Action.CONFLICT, ActionReason.CHANGED_FOR_GOOD, jobId, differences, obstacles);
        }
        return step.change(
                Action.UPDATE,
                ActionReason.CHANGED,
                jobId,
                differences,
                "whether the status of the job allows it was not asked");
    }

    /** With what the service reports of the job. */
    static Change online(Step step, JobRecord record, ObservedJob job) {
        List<JobDifference> differences = differences(step, record, job);
        if (differences.isEmpty()) {
            return agreed(step, record, job.jobId());
        }
        String obstacles = obstacles(step, differences, job.status(), false);
        return obstacles.isEmpty()
                ? step.change(Action.UPDATE, ActionReason.CHANGED, job.jobId(), differences, dropped(step, record))
                : step.change(Action.CONFLICT, ActionReason.CHANGED_FOR_GOOD, job.jobId(), differences, obstacles);
    }

    /** The job has the values; a record that is what the service reported knows them as well. */
    private static Change agreed(Step step, JobRecord record, String jobId) {
        return record.asReported()
                ? step.change(Action.UNCHANGED, ActionReason.IN_JOURNAL, jobId, List.of(), "")
                : step.change(Action.UPDATE, ActionReason.JOURNAL_BEHIND, jobId, List.of(), dropped(step, record));
    }

    /** What the service says counts; for fields that it does not report, what the journal remembers. */
    private static List<JobDifference> differences(Step step, JobRecord record, ObservedJob job) {
        Map<SpecField, JobDifference> found = new EnumMap<>(SpecField.class);
        for (JobDifference edit : edits(step, record)) {
            if (!JobDifference.shows(edit.field(), step.spec(), job.attributes())) {
                found.put(edit.field(), edit);
            }
        }
        JobDifference.between(step.spec(), job.attributes())
                .forEach(difference -> found.put(difference.field(), difference));
        return List.copyOf(found.values());
    }

    /** What the job keeps although the row says it no more, most often since a default went missing. */
    private static String dropped(Step step, JobRecord record) {
        List<String> fields = ParameterDifferences.between(record, step.spec()).stream()
                .map(JobDifference::field)
                .filter(field -> !step.spec().has(field))
                .map(step::spelt)
                .toList();
        return fields.isEmpty() ? "" : "the row no longer gives " + String.join(", ", fields) + ", which the job keeps";
    }

    private static List<JobDifference> edits(Step step, JobRecord record) {
        return ParameterDifferences.between(record, step.spec()).stream()
                .filter(edit -> step.spec().has(edit.field()))
                .toList();
    }

    private static String obstacles(
            Step step, List<JobDifference> differences, @Nullable String status, boolean anyStatus) {
        List<String> obstacles = new ArrayList<>();
        for (JobDifference difference : differences) {
            Optional<String> obstacle = anyStatus
                    ? ModifyRules.lastingObstacle(step.spec(), difference.field())
                    : ModifyRules.obstacle(step.spec(), difference.field(), status);
            obstacle.ifPresent(why -> obstacles.add(step.spelt(difference.field()) + " " + why));
        }
        return String.join("; ", obstacles);
    }
}
