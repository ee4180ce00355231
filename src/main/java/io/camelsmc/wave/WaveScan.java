package io.camelsmc.wave;

import io.camelsmc.diag.Diagnostic;
import io.camelsmc.spec.InvalidSpecException;
import io.camelsmc.spec.check.RowChecker;
import io.camelsmc.spec.check.WaveChecker;
import io.camelsmc.spec.read.InputRow;
import io.camelsmc.spec.read.WaveReader;
import java.util.ArrayList;
import java.util.List;

/**
 * What a look at all rows of a wave finds out before the first one goes out: that the input is sound, how many rows there
 * are, and which clash with each other.
 */
final class WaveScan {

    /** Problems that a refused input reports at most. */
    private static final int MAX_REPORTED = 1000;

    private final RowRules rules;
    private final RowChecker checker;
    private final boolean strict;
    private final List<Diagnostic> problems = new ArrayList<>();
    private final WaveChecker clashes;
    private boolean counted;
    private long rows;
    private long parked;

    private WaveScan(Reading reading, RowRules rules) throws Exception {
        this.rules = rules;
        this.checker = rules.checker();
        this.strict = rules.configuration().isStrict();
        this.clashes = WaveChecker.of((WaveChecker.Pass<Exception>) action -> {
            try (WaveReader reader = reading.open()) {
                reader.forEachRow(raw -> {
                    InputRow row = rules.fill(raw);
                    if (!counted) {
                        count(row);
                    }
                    action.accept(row.known());
                });
            }
            counted = true;
        });
    }

    /** Opens the input anew for each pass over it. */
    @FunctionalInterface
    interface Reading {
        WaveReader open() throws Exception;
    }

    /**
     * Looks at all rows.
     *
     * @throws InvalidSpecException if the input is damaged, or strictness is asked for and a row is bad
     */
    static WaveScan of(Reading reading, RowRules rules) throws Exception {
        WaveScan scan = new WaveScan(reading, rules);
        if (scan.strict) {
            scan.refuseClashes(reading);
            if (!scan.problems.isEmpty()) {
                throw new InvalidSpecException(scan.problems);
            }
        }
        return scan;
    }

    /** Whether the row takes part; a parked one does not. */
    static boolean takesPart(InputRow row) {
        return row.known().enabled();
    }

    private void count(InputRow row) {
        if (!takesPart(row)) {
            parked++;
            return;
        }
        rows++;
        if (strict) {
            note(checker.check(row));
        }
    }

    private void refuseClashes(Reading reading) throws Exception {
        try (WaveReader reader = reading.open()) {
            reader.forEachRow(raw -> {
                InputRow row = rules.fill(raw);
                clashes.check(row.known()).forEach(clash -> note(List.of(checker.forRow(clash, row))));
            });
        }
    }

    private void note(List<Diagnostic> found) {
        found.stream()
                .filter(Diagnostic::isError)
                .limit(MAX_REPORTED - (long) problems.size())
                .forEach(problems::add);
    }

    /** The row with its gaps filled, and with its clashes added to its problems. */
    InputRow finished(InputRow raw) {
        InputRow row = rules.fill(raw);
        List<Diagnostic> found = clashes.check(row.known());
        if (found.isEmpty()) {
            return row;
        }
        List<Diagnostic> all = new ArrayList<>(row.problems());
        found.forEach(clash -> all.add(checker.forRow(clash, row)));
        return row.withProblems(all);
    }

    /** Findings about the wave as a whole, warnings only. */
    List<Diagnostic> findings() {
        return clashes.checkWhole();
    }

    long rows() {
        return rows;
    }

    long parked() {
        return parked;
    }
}
