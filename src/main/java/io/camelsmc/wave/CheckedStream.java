package io.camelsmc.wave;

import io.camelsmc.diag.Diagnostic;
import io.camelsmc.spec.DesiredRow;
import io.camelsmc.spec.ReplicationJobSpec;
import io.camelsmc.spec.check.CheckContext;
import io.camelsmc.spec.check.RowChecker;
import io.camelsmc.spec.check.WaveChecker;
import io.camelsmc.spec.read.DamagedInputException;
import io.camelsmc.spec.read.InputRow;
import io.camelsmc.spec.read.ParkedTally;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * The rows of some inputs, one after the other: gaps filled, each row checked by itself and all against each other. Parked
 * rows and those that the selection leaves out are not handed on. The inputs are read twice, or a third time when rows look
 * alike, so that memory does not grow with the number of rows.
 */
public final class CheckedStream {

    /** Problems that are reported at most when all rows are refused for them. */
    private static final int MAX_REPORTED = 1000;

    private final List<WaveSource> inputs;
    private final RowChecker checker;
    private final WaveChecker clashes;
    private final Predicate<ReplicationJobSpec> selection;
    private final ParkedTally parked = new ParkedTally();
    private boolean counted;
    private long rows;
    private long leftOut;

    private CheckedStream(
            List<? extends WaveSource> inputs, CheckContext context, Predicate<ReplicationJobSpec> selection)
            throws DamagedInputException {
        this.inputs = List.copyOf(inputs);
        this.selection = selection;
        this.checker = new RowChecker(context);
        this.clashes = WaveChecker.of((WaveChecker.Pass<DamagedInputException>) action -> {
            for (WaveSource input : this.inputs) {
                input.forEachRow(row -> {
                    count(row);
                    action.accept(row.known());
                });
            }
            counted = true;
        });
    }

    /**
     * Looks at all rows once; a damaged input refuses them all.
     *
     * @param selection which rows take part, by their known fields
     */
    public static CheckedStream of(
            List<? extends WaveSource> inputs, CheckContext context, Predicate<ReplicationJobSpec> selection)
            throws DamagedInputException {
        return new CheckedStream(inputs, context, selection);
    }

    private void count(InputRow row) {
        if (counted || parked.add(row)) {
            return;
        }
        if (selection.test(row.known())) {
            rows++;
        } else {
            leftOut++;
        }
    }

    /** Whether a row takes part. */
    public boolean takesPart(InputRow row) {
        return row.known().enabled() && selection.test(row.known());
    }

    /** Hands out every row that takes part, as a plan wants it. */
    public void forEach(Consumer<DesiredRow> action) throws DamagedInputException {
        forEachRow(row -> action.accept(desired(row)));
    }

    /** Hands out every row that takes part, with everything that was found about it. */
    public void forEachRow(Consumer<InputRow> action) throws DamagedInputException {
        for (WaveSource input : inputs) {
            input.forEachRow(row -> {
                if (takesPart(row)) {
                    action.accept(checked(row));
                }
            });
        }
    }

    /** A checked row as a plan wants it. */
    public static DesiredRow desired(InputRow checked) {
        return new DesiredRow(checked.position(), checked.spec(), checked.known(), checked.problems());
    }

    /** Every error of every row that takes part, the first thousand of them. */
    public List<Diagnostic> errors() throws DamagedInputException {
        List<Diagnostic> errors = new ArrayList<>();
        forEachRow(row -> row.problems().stream()
                .filter(Diagnostic::isError)
                .limit(MAX_REPORTED - (long) errors.size())
                .forEach(errors::add));
        return errors;
    }

    /** The row with what the rules say about it, and with the rows that it clashes with. */
    private InputRow checked(InputRow row) {
        return withClashes(row.withProblems(checker.check(row)));
    }

    /** The row with the rows that it clashes with among its problems. */
    InputRow withClashes(InputRow row) {
        List<Diagnostic> clashing = clashes.check(row.known());
        if (clashing.isEmpty()) {
            return row;
        }
        List<Diagnostic> all = new ArrayList<>(row.problems());
        clashing.forEach(clash -> all.add(checker.forRow(clash, row)));
        return row.withProblems(all);
    }

    /** What is to be said about the inputs as a whole. */
    public List<Diagnostic> findings() {
        return clashes.checkWhole();
    }

    /** Rows that take part. */
    public long rows() {
        return rows;
    }

    /** Rows that say that they take no part, and why. */
    public ParkedTally parkedRows() {
        return parked;
    }

    /** Rows that say that they take no part. */
    public long parked() {
        return parked.count();
    }

    /** Rows that the selection left out. */
    public long leftOut() {
        return leftOut;
    }
}
