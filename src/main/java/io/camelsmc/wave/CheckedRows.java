package io.camelsmc.wave;

import io.camelsmc.diag.Diagnostic;
import io.camelsmc.spec.DesiredRow;
import io.camelsmc.spec.read.DamagedInputException;
import java.util.ArrayList;
import java.util.List;

/**
 * The rows of some inputs as a plan wants them, all in memory; see {@link CheckedStream}.
 *
 * @param rows the rows
 * @param findings what is to be said about the inputs as a whole
 */
public record CheckedRows(List<DesiredRow> rows, List<Diagnostic> findings) {

    /** No rows at all. */
    public static final CheckedRows NONE = new CheckedRows(List.of(), List.of());

    /** Reads all rows that take part; a damaged input refuses them all. */
    public static CheckedRows of(CheckedStream stream) throws DamagedInputException {
        List<DesiredRow> rows = new ArrayList<>();
        stream.forEach(rows::add);
        return new CheckedRows(rows, stream.findings());
    }
}
