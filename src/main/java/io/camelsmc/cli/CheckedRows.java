package io.camelsmc.cli;

import io.camelsmc.diag.Diagnostic;
import io.camelsmc.plan.DesiredRow;
import io.camelsmc.spec.ReplicationJobSpec;
import io.camelsmc.spec.check.CheckContext;
import io.camelsmc.spec.check.RowChecker;
import io.camelsmc.spec.check.WaveChecker;
import io.camelsmc.spec.read.DamagedInputException;
import io.camelsmc.spec.read.InputRow;
import java.util.ArrayList;
import java.util.List;

/**
 * The rows of some inputs as a plan wants them: gaps filled, each row checked by itself and all against each other, parked
 * rows left out.
 *
 * @param rows the rows
 * @param parked rows that were left out
 * @param findings what is to be said about the inputs as a whole
 */
record CheckedRows(List<DesiredRow> rows, long parked, List<Diagnostic> findings) {

    /** Reads all inputs; a damaged one refuses them all. */
    static CheckedRows of(List<WaveInput> inputs, CheckContext context) throws DamagedInputException {
        List<InputRow> read = new ArrayList<>();
        for (WaveInput input : inputs) {
            input.forEachRow(input.open(), read::add);
        }
        List<ReplicationJobSpec> specs = read.stream().map(InputRow::known).toList();
        WaveChecker clashes = WaveChecker.of(specs);
        RowChecker checker = new RowChecker(context);
        List<DesiredRow> rows = new ArrayList<>();
        long parked = 0;
        for (InputRow row : read) {
            if (!row.known().enabled()) {
                parked++;
                continue;
            }
            List<Diagnostic> found = new ArrayList<>(checker.check(row));
            clashes.check(row.known()).forEach(clash -> found.add(checker.forRow(clash, row)));
            rows.add(new DesiredRow(row.position(), row.spec(), found));
        }
        return new CheckedRows(rows, parked, clashes.checkWhole());
    }
}
