package io.camelsmc.plan;

import io.camelsmc.diag.Diagnostic;
import io.camelsmc.job.FieldDifference;
import io.camelsmc.job.ObservedJob;
import io.camelsmc.job.SpecComparison;
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
 * @param address how people name it
 * @param key its identity
 * @param spec the row as it would be sent, its name derived where it has none
 * @param digest digest of that request
 */
record Step(DesiredRow row, JobAddress address, JobKey key, ReplicationJobSpec spec, String digest) {

    Change change(
            Action action,
            ActionReason reason,
            @Nullable String jobId,
            List<FieldDifference> differences,
            String detail) {
        return new Change(
                address,
                row.position(),
                action,
                reason,
                row.spec(),
                digest,
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

    Change conflict(ActionReason reason, ObservedJob job) {
        List<FieldDifference> differences = SpecComparison.between(spec, job.attributes());
        return change(Action.CONFLICT, reason, job.jobId(), differences, "status " + job.status());
    }
}
