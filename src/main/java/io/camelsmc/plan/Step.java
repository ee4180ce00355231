package io.camelsmc.plan;

import io.camelsmc.diag.Diagnostic;
import io.camelsmc.job.JobDifference;
import io.camelsmc.job.JobMatch;
import io.camelsmc.job.JobRequest;
import io.camelsmc.spec.DesiredRow;
import io.camelsmc.spec.JobAddress;
import io.camelsmc.spec.JobKey;
import io.camelsmc.spec.ReplicationJobSpec;
import io.camelsmc.spec.SpecField;
import io.camelsmc.spec.read.CsvNames;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row on its way to a change.
 *
 * @param row what the user wants
 * @param request the row as it would be sent
 */
record Step(DesiredRow row, JobRequest request) {

    JobAddress address() {
        return request.address();
    }

    JobKey key() {
        return request.key();
    }

    /** The row as it would be sent, its name derived where it has none. */
    ReplicationJobSpec spec() {
        return request.spec();
    }

    Change change(
            Action action,
            ActionReason reason,
            @Nullable String jobId,
            List<JobDifference> differences,
            String detail) {
        return new Change(
                request.address(),
                row.position(),
                action,
                reason,
                row.spec(),
                request,
                jobId,
                differences,
                row.problems(),
                detail);
    }

    /** A field as the row spells it. */
    String spelt(SpecField field) {
        return CsvNames.in(row.position().source(), field);
    }

    Change invalid(ActionReason reason, List<Diagnostic> findings) {
        return change(Action.INVALID, reason, null, List.of(), "").withProblems(findings);
    }

    /** The service holds a job where that of the row should be. */
    Change conflict(JobMatch.InTheWay match) {
        return change(
                Action.CONFLICT,
                ActionReason.of(match),
                match.job().jobId(),
                match.differences(),
                "status " + match.job().status());
    }
}
