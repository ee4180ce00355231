package io.camelsmc.wave;

import io.camelsmc.cli.exit.CliException;
import io.camelsmc.cli.exit.ExitCode;
import io.camelsmc.cli.options.SelectionOptions;
import io.camelsmc.cli.options.ServiceOptions;
import io.camelsmc.diag.Diagnostic;
import io.camelsmc.plan.Selection;
import io.camelsmc.spec.DesiredRow;
import io.camelsmc.spec.check.CheckContext;
import io.camelsmc.spec.check.RowChecker;
import io.camelsmc.spec.check.WaveChecker;
import io.camelsmc.spec.read.DamagedInputException;
import io.camelsmc.spec.read.InputRow;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The rows of some inputs as a plan wants them, one after the other: gaps filled, each row checked by itself and all
 * against each other, parked rows and those that the command line leaves out not handed on. The inputs are read twice, or a third time when rows look alike, so that
 * memory does not grow with the number of rows.
 */
public final class CheckedStream {

    private final List<WaveInput> inputs;
    private final RowChecker checker;
    private final WaveChecker clashes;
    private final Selection selection;
    private long parked;
    private long leftOut;

    private CheckedStream(List<WaveInput> inputs, CheckContext context, Selection selection)
            throws DamagedInputException {
        this.inputs = inputs;
        this.selection = selection;
        this.checker = new RowChecker(context);
        this.clashes = WaveChecker.of((WaveChecker.Pass<DamagedInputException>) action -> {
            for (WaveInput input : inputs) {
                input.forEachRow(input.open(), row -> action.accept(row.known()));
            }
        });
    }

    /**
     * Reads and checks some of the rows as of now, and says how many are left out; a damaged input refuses them all.
     *
     * @param action receives every row that takes part
     * @return what is to be said about the inputs as a whole
     */
    public static List<Diagnostic> each(
            List<Path> files,
            @Nullable Path defaults,
            ServiceOptions service,
            SelectionOptions choice,
            Consumer<DesiredRow> action,
            PrintWriter err) {
        CheckContext context = CheckContext.at(Instant.now().truncatedTo(ChronoUnit.SECONDS))
                .allowErase(service.allowErase())
                .namesLookedUp();
        Selection selection = choice.selection();
        try {
            CheckedStream stream = of(WaveInput.of(files, defaults, service.region()), context, selection);
            stream.forEach(action);
            SelectionOptions.requireUsed(selection);
            if (stream.parked > 0) {
                err.println(stream.parked + " rows are parked (enabled: false) and left out");
            }
            if (stream.leftOut > 0) {
                err.println(stream.leftOut + " rows are left out by --target or --exclude");
            }
            return stream.clashes.checkWhole();
        } catch (DamagedInputException e) {
            e.diagnostics().stream().map(Diagnostic::render).forEach(err::println);
            throw new CliException(
                    ExitCode.CANNOT_RUN, "the input is damaged and was refused as a whole; mend it and run again", e);
        }
    }

    /** Looks at all rows once; a damaged input refuses them all. */
    public static CheckedStream of(List<WaveInput> inputs, CheckContext context, Selection selection)
            throws DamagedInputException {
        return new CheckedStream(inputs, context, selection);
    }

    /** Hands out every row that takes part. */
    public void forEach(Consumer<DesiredRow> action) throws DamagedInputException {
        for (WaveInput input : inputs) {
            input.forEachRow(input.open(), row -> {
                if (!row.known().enabled()) {
                    parked++;
                } else if (selection.takes(row.known())) {
                    action.accept(checked(row));
                } else {
                    leftOut++;
                }
            });
        }
    }

    private DesiredRow checked(InputRow row) {
        List<Diagnostic> found = checker.check(row);
        List<Diagnostic> clashing = clashes.check(row.known());
        if (!clashing.isEmpty()) {
            found = new ArrayList<>(found);
            for (Diagnostic clash : clashing) {
                found.add(checker.forRow(clash, row));
            }
        }
        return new DesiredRow(row.position(), row.spec(), row.known(), found);
    }
}
