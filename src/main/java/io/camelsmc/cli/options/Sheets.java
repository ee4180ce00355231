package io.camelsmc.cli.options;

import io.camelsmc.diag.AbortException;
import io.camelsmc.diag.Count;
import io.camelsmc.diag.Diagnostic;
import io.camelsmc.plan.Selection;
import io.camelsmc.run.PlanFile;
import io.camelsmc.run.Selections;
import io.camelsmc.spec.DesiredRow;
import io.camelsmc.spec.check.CheckContext;
import io.camelsmc.spec.read.DamagedInputException;
import io.camelsmc.wave.CheckedRows;
import io.camelsmc.wave.CheckedStream;
import io.camelsmc.wave.WaveInput;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Reads the files of a command line as waves, and says which rows take no part. */
public final class Sheets {

    private Sheets() {}

    /**
     * The files with what fills the gaps of their rows.
     *
     * @param defaults the defaults of all of them; null takes those beside each
     * @param region region for rows that name none
     */
    public static List<WaveInput> inputs(List<Path> files, @Nullable Path defaults, @Nullable String region)
            throws DamagedInputException {
        for (Path file : files) {
            if (PlanFile.looksLikePlan(file)) {
                throw AbortException.cannotRun(file + " is a saved plan, not a wave; 'smc plan " + file
                        + "' shows it, 'smc apply " + file + "' applies it");
            }
        }
        return WaveInput.of(files, defaults, region);
    }

    /** The time to check rows against: the service knows full seconds. */
    static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.SECONDS);
    }

    /** Reads and checks all rows; a damaged input refuses them all. */
    static CheckedRows read(
            List<Path> files,
            @Nullable Path defaults,
            @Nullable String region,
            CheckContext context,
            SelectionOptions choice,
            PrintWriter err) {
        List<DesiredRow> rows = new ArrayList<>();
        List<Diagnostic> findings = each(files, defaults, region, context, choice, rows::add, err);
        return new CheckedRows(rows, findings);
    }

    /**
     * The same without a list of the rows.
     *
     * @param action receives every row that takes part
     * @return what is to be said about the inputs as a whole
     */
    static List<Diagnostic> each(
            List<Path> files,
            @Nullable Path defaults,
            @Nullable String region,
            CheckContext context,
            SelectionOptions choice,
            Consumer<DesiredRow> action,
            PrintWriter err) {
        Selection selection = choice.selection();
        try {
            CheckedStream stream = CheckedStream.of(inputs(files, defaults, region), context, selection::takes);
            stream.forEach(action);
            Selections.requireUsed(selection);
            if (stream.parked() > 0) {
                err.println(stream.parkedRows().describe());
            }
            if (stream.leftOut() > 0) {
                err.println(Count.is(stream.leftOut(), "row") + " left out by --target or --exclude");
            }
            return stream.findings();
        } catch (DamagedInputException e) {
            e.diagnostics().stream().map(Diagnostic::render).forEach(err::println);
            throw AbortException.cannotRun(
                    "the input is damaged and was refused as a whole; correct it and run the same command again", e);
        }
    }
}
