package io.camelsmc.cli;

import io.camelsmc.diag.Diagnostic;
import io.camelsmc.plan.DesiredRow;
import io.camelsmc.spec.check.CheckContext;
import io.camelsmc.spec.read.DamagedInputException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Rows that tell a command what existing jobs are called; a command that needs none reads none. */
final class WaveRows {

    @Option(
            names = "--defaults",
            paramLabel = "FILE",
            description = "Defaults for all inputs (default: defaults.yaml beside each).")
    private @Nullable Path defaults;

    /** Reads and checks all rows; a damaged input refuses them all. */
    List<DesiredRow> read(List<Path> files, ServiceOptions service, PrintWriter err) {
        CheckContext context = CheckContext.at(Instant.now()).allowErase(service.allowErase());
        try {
            CheckedRows checked = CheckedRows.of(WaveInput.of(files, defaults, service.region()), context);
            checked.findings().forEach(finding -> err.println(finding.render()));
            if (checked.parked() > 0) {
                err.println(checked.parked() + " rows are parked (enabled: false) and left out");
            }
            return checked.rows();
        } catch (DamagedInputException e) {
            e.diagnostics().stream().map(Diagnostic::render).forEach(err::println);
            throw new CliException(
                    ExitCode.CANNOT_RUN, "the input is damaged and was refused as a whole; mend it and run again", e);
        }
    }
}
