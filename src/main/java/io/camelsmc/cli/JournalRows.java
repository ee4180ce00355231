package io.camelsmc.cli;

import io.camelsmc.apply.AnotherTry;
import io.camelsmc.diag.Diagnostic;
import io.camelsmc.diag.SourcePosition;
import io.camelsmc.plan.DesiredRow;
import io.camelsmc.plan.Selection;
import io.camelsmc.spec.CanonicalParameters;
import io.camelsmc.spec.ReplicationJobSpec;
import io.camelsmc.spec.SpecField;
import io.camelsmc.spec.check.CheckContext;
import io.camelsmc.spec.check.SpecChecker;
import io.camelsmc.state.JobRecord;
import io.camelsmc.state.StateView;
import java.util.ArrayList;
import java.util.List;

/**
 * Rows as the journal remembers them, for a command that is given no sheet. The consent to erase a target is not among
 * what it remembers, and must be given again.
 */
final class JournalRows {

    private JournalRows() {}

    /** The rows without a job that are worth another try, in the order of the journal. */
    static List<DesiredRow> unfinished(StateView state, Selection selection, CheckContext context) {
        List<DesiredRow> rows = new ArrayList<>();
        for (JobRecord record : state.list()) {
            if (AnotherTry.worthwhile(record, record.digest())) {
                DesiredRow row = row(record, context);
                if (selection.takes(row.known())) {
                    rows.add(row);
                }
            }
        }
        return rows;
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
