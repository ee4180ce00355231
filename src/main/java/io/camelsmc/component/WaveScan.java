package io.camelsmc.component;

import io.camelsmc.diag.Diagnostic;
import io.camelsmc.spec.InvalidSpecException;
import io.camelsmc.spec.ReplicationJobSpec;
import io.camelsmc.spec.SpecField;
import io.camelsmc.spec.check.CheckContext;
import io.camelsmc.spec.check.SpecChecker;
import io.camelsmc.spec.check.WaveChecker;
import io.camelsmc.spec.read.InputRow;
import io.camelsmc.spec.read.WaveReader;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a look at all rows of a wave finds out before the first one goes out: that the input is sound, how many rows there
 * are, and which clash with each other.
 */
final class WaveScan {

    /** Problems that a refused input reports at most. */
    private static final int MAX_REPORTED = 1000;

    private final @Nullable String region;
    private final boolean strict;
    private final CheckContext context;
    private final List<Diagnostic> problems = new ArrayList<>();
    private final WaveChecker checker;
    private boolean counted;
    private long rows;
    private long parked;

    private WaveScan(Reading reading, SmcConfiguration configuration) throws Exception {
        this.region = configuration.getRegion();
        this.strict = configuration.isStrict();
        this.context = SpecChecks.context(configuration);
        this.checker = WaveChecker.of((WaveChecker.Pass<Exception>) action -> {
            try (WaveReader reader = reading.open()) {
                reader.forEachRow(row -> {
                    ReplicationJobSpec spec = withRegion(row.spec());
                    if (!counted) {
                        count(row, spec);
                    }
                    if (spec != null) {
                        action.accept(spec);
                    }
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
    static WaveScan of(Reading reading, SmcConfiguration configuration) throws Exception {
        WaveScan scan = new WaveScan(reading, configuration);
        if (scan.strict) {
            scan.refuseClashes(reading);
            if (!scan.problems.isEmpty()) {
                throw new InvalidSpecException(scan.problems);
            }
        }
        return scan;
    }

    private void count(InputRow row, @Nullable ReplicationJobSpec spec) {
        if (spec != null && !spec.enabled()) {
            parked++;
            return;
        }
        rows++;
        if (strict) {
            note(row.problems());
            if (spec != null) {
                note(SpecChecker.check(spec, context));
            }
        }
    }

    private void refuseClashes(Reading reading) throws Exception {
        try (WaveReader reader = reading.open()) {
            reader.forEachRow(row -> {
                ReplicationJobSpec spec = withRegion(row.spec());
                if (spec != null) {
                    note(checker.check(spec));
                }
            });
        }
    }

    private void note(List<Diagnostic> found) {
        found.stream()
                .filter(Diagnostic::isError)
                .limit(MAX_REPORTED - (long) problems.size())
                .forEach(problems::add);
    }

    private @Nullable ReplicationJobSpec withRegion(@Nullable ReplicationJobSpec spec) {
        return spec == null
                ? null
                : spec.toBuilder().setDefault(SpecField.REGION_ID, region).build();
    }

    /** The row, with its clashes added to its problems. */
    InputRow withClashes(InputRow row) {
        ReplicationJobSpec spec = withRegion(row.spec());
        List<Diagnostic> clashes = spec == null ? List.of() : checker.check(spec);
        if (clashes.isEmpty()) {
            return row;
        }
        List<Diagnostic> all = new ArrayList<>(row.problems());
        all.addAll(clashes);
        return new InputRow(row.position(), row.rowNumber(), row.spec(), all, row.raw());
    }

    /** Findings about the wave as a whole, warnings only. */
    List<Diagnostic> findings() {
        return checker.checkWhole();
    }

    long rows() {
        return rows;
    }

    long parked() {
        return parked;
    }
}
