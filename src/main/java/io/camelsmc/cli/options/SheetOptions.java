package io.camelsmc.cli.options;

import io.camelsmc.spec.DesiredRow;
import io.camelsmc.wave.CheckedRows;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Rows that tell a command what existing jobs are called; a command that needs none reads none. */
public final class SheetOptions {

    @Option(
            names = "--defaults",
            paramLabel = "FILE",
            description = "Defaults for all inputs (default: defaults.yaml beside each).")
    private @Nullable Path defaults;

    /** Reads and checks all rows; a damaged input refuses them all. */
    public List<DesiredRow> read(List<Path> files, ServiceOptions service, PrintWriter err) {
        CheckedRows checked = CheckedRows.read(files, defaults, service, new SelectionOptions(), err);
        checked.findings().forEach(finding -> err.println(finding.render()));
        return checked.rows();
    }
}
