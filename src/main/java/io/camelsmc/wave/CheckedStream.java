package io.camelsmc.wave;

import io.camelsmc.diag.Diagnostic;
import io.camelsmc.spec.DesiredRow;
import io.camelsmc.spec.ReplicationJobSpec;
import io.camelsmc.spec.check.CheckContext;
import io.camelsmc.spec.check.RowChecker;
import io.camelsmc.spec.check.WaveChecker;
import io.camelsmc.spec.read.DamagedInputException;
import io.camelsmc.spec.read.InputRow;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * The rows of some inputs as a plan wants them, one after the other: gaps filled, each row checked by itself and all
 * against each other. Parked rows and those that the selection leaves out are not handed on. The inputs are read twice, or
 * a third time when rows look alike, so that memory does not grow with the number of rows.
 */
public final class CheckedStream {

    private final List<WaveInput> inputs;
    private final RowChecker checker;
    private final WaveChecker clashes;
    private final Predicate<ReplicationJobSpec> selection;
    private long parked;
    private long leftOut;

    private CheckedStream(List<WaveInput> inputs, CheckContext context, Predicate<ReplicationJobSpec> selection)
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
     * Looks at all rows once; a damaged input refuses them all.
     *
     * @param selection which rows take part, by their known fields
     */
    public static CheckedStream of(
            List<WaveInput> inputs, CheckContext context, Predicate<ReplicationJobSpec> selection)
            throws DamagedInputException {
        return new CheckedStream(inputs, context, selection);
    }

    /** Hands out every row that takes part. */
    public void forEach(Consumer<DesiredRow> action) throws DamagedInputException {
        for (WaveInput input : inputs) {
            input.forEachRow(input.open(), row -> {
                if (!row.known().enabled()) {
                    parked++;
                } else if (selection.test(row.known())) {
                    action.accept(checked(row));
                } else {
                    leftOut++;
                }
            });
        }
    }

    /** What is to be said about the inputs as a whole. */
    public List<Diagnostic> findings() {
        return clashes.checkWhole();
    }

    /** Rows so far that say that they take no part. */
    public long parked() {
        return parked;
    }

    /** Rows so far that the selection left out. */
    public long leftOut() {
        return leftOut;
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
