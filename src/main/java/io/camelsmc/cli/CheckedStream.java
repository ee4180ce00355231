package io.camelsmc.cli;

import io.camelsmc.diag.Diagnostic;
import io.camelsmc.plan.DesiredRow;
import io.camelsmc.spec.check.CheckContext;
import io.camelsmc.spec.check.RowChecker;
import io.camelsmc.spec.check.WaveChecker;
import io.camelsmc.spec.read.DamagedInputException;
import io.camelsmc.spec.read.InputRow;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * The rows of some inputs as a plan wants them, one after the other: gaps filled, each row checked by itself and all
 * against each other, parked rows left out. The inputs are read twice, or a third time when rows look alike, so that
 * memory does not grow with the number of rows.
 */
final class CheckedStream {

    private final List<WaveInput> inputs;
    private final RowChecker checker;
    private final WaveChecker clashes;
    private long parked;

    private CheckedStream(List<WaveInput> inputs, CheckContext context) throws DamagedInputException {
        this.inputs = inputs;
        this.checker = new RowChecker(context);
        this.clashes = WaveChecker.of((WaveChecker.Pass<DamagedInputException>) action -> {
            for (WaveInput input : inputs) {
                input.forEachRow(input.open(), row -> action.accept(row.known()));
            }
        });
    }

    /** Looks at all rows once; a damaged input refuses them all. */
    static CheckedStream of(List<WaveInput> inputs, CheckContext context) throws DamagedInputException {
        return new CheckedStream(inputs, context);
    }

    /** Hands out every row that takes part. */
    void forEach(Consumer<DesiredRow> action) throws DamagedInputException {
        parked = 0;
        for (WaveInput input : inputs) {
            input.forEachRow(input.open(), row -> {
                if (row.known().enabled()) {
                    action.accept(checked(row));
                } else {
                    parked++;
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
        return new DesiredRow(row.position(), row.spec(), found);
    }

    /** Rows that were left out by the last pass. */
    long parked() {
        return parked;
    }

    /** What is to be said about the inputs as a whole. */
    List<Diagnostic> findings() {
        return clashes.checkWhole();
    }
}
