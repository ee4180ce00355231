package io.camelsmc.cli;

import io.camelsmc.diag.Diagnostic;
import io.camelsmc.plan.DesiredRow;
import io.camelsmc.spec.check.CheckContext;
import io.camelsmc.spec.read.DamagedInputException;
import java.util.ArrayList;
import java.util.List;

/**
 * The rows of some inputs as a plan wants them, all in memory; see {@link CheckedStream}.
 *
 * @param rows the rows
 * @param parked rows that were left out
 * @param findings what is to be said about the inputs as a whole
 */
record CheckedRows(List<DesiredRow> rows, long parked, List<Diagnostic> findings) {

    /** Reads all inputs; a damaged one refuses them all. */
    static CheckedRows of(List<WaveInput> inputs, CheckContext context) throws DamagedInputException {
        CheckedStream stream = CheckedStream.of(inputs, context);
        List<DesiredRow> rows = new ArrayList<>();
        stream.forEach(rows::add);
        return new CheckedRows(rows, stream.parked(), stream.findings());
    }
}
