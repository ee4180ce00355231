package io.camelsmc.run;

import io.camelsmc.diag.AbortException;
import io.camelsmc.diag.Diagnostic;
import io.camelsmc.spec.ReplicationJobSpec;
import io.camelsmc.spec.check.CheckContext;
import io.camelsmc.spec.check.RowChecker;
import io.camelsmc.spec.check.WaveChecker;
import io.camelsmc.spec.read.DamagedInputException;
import io.camelsmc.spec.read.InputRow;
import io.camelsmc.spec.read.WaveReader;
import io.camelsmc.wave.WaveInput;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Checks all rows of several inputs as one: each row by itself, and all against each other. The inputs are read twice, or
 * a third time when rows look alike, so that memory does not grow with the number of rows.
 */
public final class ValidateRun {

    /** Names of waves that are remembered to be warned of once. */
    private static final int MAX_WAVES = 10_000;

    private final List<WaveInput> inputs;
    private final boolean strict;
    private final RowChecker rows;
    private final FindingSink findings;
    private final RejectedRows rejected;
    private final ValidateCounts counts = new ValidateCounts();
    private final Set<WaveInput> damaged = new HashSet<>();
    private final Set<String> waves = new HashSet<>();

    public ValidateRun(
            List<WaveInput> inputs, boolean strict, CheckContext context, FindingSink findings, RejectedRows rejected) {
        this.inputs = inputs;
        this.strict = strict;
        this.rows = new RowChecker(context);
        this.findings = findings;
        this.rejected = rejected;
    }

    /** Checks everything and hands each finding to the sink as it is found. */
    public ValidateCounts run() {
        WaveChecker clashes = WaveChecker.of((WaveChecker.Pass<RuntimeException>) this::pass);
        for (WaveInput input : inputs) {
            counts.files++;
            if (damaged.contains(input)) {
                counts.damagedFiles++;
            } else {
                check(input, clashes);
            }
        }
        clashes.checkWhole().forEach(this::note);
        rejected.finish();
        return counts;
    }

    private void pass(Consumer<ReplicationJobSpec> action) {
        for (WaveInput input : inputs) {
            if (!damaged.contains(input)) {
                try {
                    input.forEachRow(input.open(), row -> action.accept(row.known()));
                } catch (DamagedInputException e) {
                    damaged.add(input);
                    e.diagnostics().forEach(this::note);
                }
            }
        }
    }

    private void check(WaveInput input, WaveChecker clashes) {
        long invalidBefore = counts.invalid;
        long rowsBefore = counts.rows;
        try {
            WaveReader reader = input.open();
            reader.findings().forEach(this::note);
            input.forEachRow(reader, row -> check(input, row, clashes));
        } catch (DamagedInputException e) {
            throw AbortException.cannotRun(input.file() + " changed while it was read; run again", e);
        }
        if (strict && counts.invalid > invalidBefore) {
            counts.refusedFiles.add(input.file().toString());
            counts.refusedRows += counts.rows - rowsBefore - (counts.invalid - invalidBefore);
        }
    }

    private void check(WaveInput input, InputRow row, WaveChecker clashes) {
        counts.rows++;
        String wave = row.known().wave();
        if (wave != null && waves.size() < MAX_WAVES && waves.add(wave)) {
            input.defaults().nearMiss(wave).ifPresent(this::note);
        }
        if (row.parkedBecause() != null) {
            counts.parked++;
            Diagnostic note = row.parkedNote();
            if (note != null) {
                note(note);
            }
            return;
        }
        List<Diagnostic> found = rows.check(row);
        List<Diagnostic> clashing = clashes.check(row.known());
        if (!clashing.isEmpty()) {
            found = new ArrayList<>(found);
            for (Diagnostic clash : clashing) {
                found.add(rows.forRow(clash, row));
            }
        }
        if (found.isEmpty()) {
            return;
        }
        found.forEach(this::note);
        if (found.stream().anyMatch(Diagnostic::isError)) {
            counts.invalid++;
            rejected.write(input.file(), row, found);
        } else {
            counts.warned++;
        }
    }

    private void note(Diagnostic finding) {
        switch (finding.severity()) {
            case ERROR -> counts.errors++;
            case WARNING -> counts.warnings++;
            case INFO -> counts.notes++;
        }
        findings.add(finding);
    }
}
