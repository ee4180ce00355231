package io.camelsmc.cli.options;

import io.camelsmc.spec.DesiredRow;
import io.camelsmc.spec.check.ApiProfile;
import io.camelsmc.spec.check.CheckContext;
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

    /** Reads and checks all rows against an edition of the API page; a damaged input refuses them all. */
    public List<DesiredRow> read(List<Path> files, ServiceOptions service, ApiProfile profile, PrintWriter err) {
        CheckedRows checked = Sheets.read(
                files,
                defaults,
                service.region(),
                CheckContext.at(Sheets.now())
                        .profile(profile)
                        .allowErase(service.allowErase())
                        .namesLookedUp(),
                new SelectionOptions(),
                err);
        checked.findings().forEach(finding -> err.println(finding.render()));
        return checked.rows();
    }
}
