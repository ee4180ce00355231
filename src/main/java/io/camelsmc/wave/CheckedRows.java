package io.camelsmc.wave;

import io.camelsmc.cli.options.SelectionOptions;
import io.camelsmc.cli.options.ServiceOptions;
import io.camelsmc.diag.Diagnostic;
import io.camelsmc.spec.DesiredRow;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The rows of some inputs as a plan wants them, all in memory; see {@link CheckedStream}.
 *
 * @param rows the rows
 * @param findings what is to be said about the inputs as a whole
 */
public record CheckedRows(List<DesiredRow> rows, List<Diagnostic> findings) {

    /** No rows at all. */
    public static final CheckedRows NONE = new CheckedRows(List.of(), List.of());

    /** Reads and checks some of the rows as of now; a damaged input refuses them all. */
    public static CheckedRows read(
            List<Path> files,
            @Nullable Path defaults,
            ServiceOptions service,
            SelectionOptions choice,
            PrintWriter err) {
        List<DesiredRow> rows = new ArrayList<>();
        List<Diagnostic> findings = CheckedStream.each(files, defaults, service, choice, rows::add, err);
        return new CheckedRows(rows, findings);
    }
}
