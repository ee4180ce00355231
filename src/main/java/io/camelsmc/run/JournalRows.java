package io.camelsmc.run;

import io.camelsmc.diag.Diagnostic;
import io.camelsmc.diag.SourcePosition;
import io.camelsmc.plan.Selection;
import io.camelsmc.spec.CanonicalParameters;
import io.camelsmc.spec.DesiredRow;
import io.camelsmc.spec.ReplicationJobSpec;
import io.camelsmc.spec.SpecField;
import io.camelsmc.spec.check.CheckContext;
import io.camelsmc.spec.check.SpecChecker;
import io.camelsmc.state.JobRecord;
import io.camelsmc.state.JobState;
import io.camelsmc.state.StateView;
import java.util.ArrayList;
import java.util.List;

/**
 * Rows as the journal remembers them, for a command that is given no sheet. The consent to erase a target is not among
 * what it remembers, and must be given again.
 */
public final class JournalRows {

    private JournalRows() {}

    /**
     * Rows without a job.
     *
     * @param worthwhile those that are worth another try, in the order of the journal
     * @param refused how many were refused for good
     */
    public record Unfinished(List<DesiredRow> worthwhile, int refused) {}

    /** The chosen rows without a job. */
    public static Unfinished unfinished(StateView state, Selection selection, CheckContext context) {
        List<DesiredRow> rows = new ArrayList<>();
        int refused = 0;
        for (JobRecord record : state.list()) {
            DesiredRow row = row(record, context);
            if (!selection.takes(row.known())) {
                continue;
            }
            if (AnotherTry.worthwhile(record, record.digest())) {
                rows.add(row);
            } else if (record.state() == JobState.REJECTED) {
                refused++;
            }
        }
        return new Unfinished(rows, refused);
    }

    private static DesiredRow row(JobRecord record, CheckContext context) {
        SourcePosition position = record.origin() == null ? SourcePosition.of("journal") : record.origin();
        ReplicationJobSpec.Builder spec = CanonicalParameters.spec(record.parameters()).toBuilder()
                .set(
                        SpecField.GENERATION,
                        record.key().generation() == 0 ? null : record.key().generation())
                .origin(position);
        if (!record.address().wave().equals("-")) {
            spec.set(SpecField.WAVE, record.address().wave());
        }
        ReplicationJobSpec built = spec.build();
        List<Diagnostic> problems = SpecChecker.check(built, context).stream()
                .map(problem -> problem.at(position).of(built.address().toString()))
                .toList();
        return new DesiredRow(position, built, problems);
    }
}
