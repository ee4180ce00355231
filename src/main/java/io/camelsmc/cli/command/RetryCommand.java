package io.camelsmc.cli.command;

import io.camelsmc.cli.options.PlanInputs;
import io.camelsmc.diag.Count;
import io.camelsmc.run.RetrySource;
import io.camelsmc.spec.read.DamagedInputException;
import io.camelsmc.wave.CheckedRows;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code smc retry}: the rows that did not work out, once more. */
@Command(
        name = "retry",
        mixinStandardHelpOptions = true,
        description = {
            "Tries the rows again that have no job yet and whose last outcome allows it: never sent, in doubt, in conflict, or"
                    + " refused for a reason that may have passed.",
            "Rows that were refused for good are left out until they are edited.",
        })
public final class RetryCommand extends ApplyFlow {

    @Parameters(
            paramLabel = "FILE",
            arity = "0..*",
            description = "Waves, taken as one (default: the rows as the journal remembers them).")
    private List<Path> files = new ArrayList<>();

    @Override
    List<Path> files() {
        return files;
    }

    @Override
    Wanted wanted(PlanInputs inputs, PrintWriter err) throws DamagedInputException {
        IntConsumer refused = rows -> {
            if (rows > 0) {
                err.println(Count.was(rows, "row")
                        + " refused for good and not edited since; correct and apply "
                        + (rows == 1 ? "it" : "them"));
            }
            err.flush();
        };
        if (files.isEmpty()) {
            err.println("note: the journal knows rows that were begun; those that no run came to are in their sheet"
                    + " alone: name it to try them, too");
            return new Wanted(CheckedRows.NONE, List.of(), RetrySource.ofJournal(inputs.selection(), refused));
        }
        CheckedRows rows = inputs.read(err);
        return new Wanted(rows, inputs.waves(), RetrySource.ofSheet(rows, refused));
    }
}
