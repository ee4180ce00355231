package io.camelsmc.cli;

import io.camelsmc.diag.Diagnostic;
import io.camelsmc.plan.DesiredRow;
import io.camelsmc.plan.Selection;
import io.camelsmc.spec.ReplicationJobSpec;
import io.camelsmc.spec.check.CheckContext;
import io.camelsmc.spec.check.RowChecker;
import io.camelsmc.spec.check.WaveChecker;
import io.camelsmc.spec.read.DamagedInputException;
import io.camelsmc.spec.read.InputRow;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The rows of some inputs as a plan wants them: gaps filled, each row checked by itself and all against each other, parked
 * rows left out.
 *
 * @param rows the rows
 * @param parked rows that say so themselves
 * @param leftOut rows that the command line left out
 * @param findings what is to be said about the inputs as a whole
 */
record CheckedRows(List<DesiredRow> rows, long parked, long leftOut, List<Diagnostic> findings) {

    /** Reads and checks all rows as of now, and says what there is to say about the inputs as a whole. */
    static CheckedRows read(List<Path> files, @Nullable Path defaults, ServiceOptions service, PrintWriter err) {
        return read(files, defaults, service, new SelectionOptions(), err);
    }

    /** The same for some of the rows. */
    static CheckedRows read(
            List<Path> files,
            @Nullable Path defaults,
            ServiceOptions service,
            SelectionOptions choice,
            PrintWriter err) {
        CheckContext context = CheckContext.at(Instant.now()).allowErase(service.allowErase());
        try {
            Selection selection = choice.selection();
            CheckedRows checked = of(WaveInput.of(files, defaults, service.region()), context, selection);
            SelectionOptions.requireUsed(selection);
            if (checked.parked() > 0) {
                err.println(checked.parked() + " rows are parked (enabled: false) and left out");
            }
            if (checked.leftOut() > 0) {
                err.println(checked.leftOut() + " rows are left out by --target or --exclude");
            }
            return checked;
        } catch (DamagedInputException e) {
            e.diagnostics().stream().map(Diagnostic::render).forEach(err::println);
            throw new CliException(
                    ExitCode.CANNOT_RUN, "the input is damaged and was refused as a whole; mend it and run again", e);
        }
    }

    /** Reads all inputs; a damaged one refuses them all. */
    static CheckedRows of(List<WaveInput> inputs, CheckContext context) throws DamagedInputException {
        return of(inputs, context, Selection.all());
    }

    /** Reads all inputs and takes some of the rows; rows that are left out still clash with those that are taken. */
    static CheckedRows of(List<WaveInput> inputs, CheckContext context, Selection selection)
            throws DamagedInputException {
        List<InputRow> read = new ArrayList<>();
        for (WaveInput input : inputs) {
            input.forEachRow(input.open(), read::add);
        }
        List<ReplicationJobSpec> specs = read.stream().map(InputRow::known).toList();
        WaveChecker clashes = WaveChecker.of(specs);
        RowChecker checker = new RowChecker(context);
        List<DesiredRow> rows = new ArrayList<>();
        long parked = 0;
        long leftOut = 0;
        for (InputRow row : read) {
            if (!row.known().enabled()) {
                parked++;
                continue;
            }
            if (!selection.takes(row.known())) {
                leftOut++;
                continue;
            }
            List<Diagnostic> found = new ArrayList<>(checker.check(row));
            clashes.check(row.known()).forEach(clash -> found.add(checker.forRow(clash, row)));
            rows.add(new DesiredRow(row.position(), row.spec(), row.known(), found));
        }
        return new CheckedRows(rows, parked, leftOut, clashes.checkWhole());
    }
}
