package io.camelsmc.component;

import io.camelsmc.diag.Diagnostic;
import io.camelsmc.spec.InvalidSpecException;
import io.camelsmc.spec.ReplicationJobSpec;
import io.camelsmc.spec.SpecField;
import io.camelsmc.spec.check.SpecChecker;
import io.camelsmc.spec.read.InputRow;
import java.util.ArrayList;
import java.util.List;

/** What a first look at all rows of a wave finds out: how many there are, and which clash with each other. */
final class WaveScan {

    /** Problems that a refused file reports at most; the rest is counted. */
    private static final int MAX_REPORTED = 1000;

    private final SmcConfiguration configuration;
    private final List<Diagnostic> problems = new ArrayList<>();
    private long rows;
    private long parked;
    private long badRows;

    WaveScan(SmcConfiguration configuration) {
        this.configuration = configuration;
    }

    void add(InputRow row) {
        ReplicationJobSpec spec = row.spec();
        if (spec != null && !spec.enabled()) {
            parked++;
            return;
        }
        rows++;
        if (configuration.isStrict()) {
            note(row);
        }
    }

    private void note(InputRow row) {
        List<Diagnostic> errors = new ArrayList<>(
                row.problems().stream().filter(Diagnostic::isError).toList());
        ReplicationJobSpec spec = row.spec();
        if (spec != null) {
            SpecChecker.check(withRegion(spec), SpecChecks.context(configuration)).stream()
                    .filter(Diagnostic::isError)
                    .forEach(errors::add);
        }
        if (!errors.isEmpty()) {
            badRows++;
            errors.stream().limit(MAX_REPORTED - problems.size()).forEach(problems::add);
        }
    }

    private ReplicationJobSpec withRegion(ReplicationJobSpec spec) {
        return spec.toBuilder()
                .setDefault(SpecField.REGION_ID, configuration.getRegion())
                .build();
    }

    /** Ends the look; refuses the whole input if it must be clean and is not. */
    void finish() throws InvalidSpecException {
        if (badRows > 0) {
            throw new InvalidSpecException(problems);
        }
    }

    /** The row, with the clashes that the look found added to its problems. */
    InputRow withClashes(InputRow row) {
        return row;
    }

    long rows() {
        return rows;
    }

    long parked() {
        return parked;
    }
}
