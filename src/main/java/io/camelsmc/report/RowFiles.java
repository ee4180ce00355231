package io.camelsmc.report;

import io.camelsmc.diag.SourcePosition;
import io.camelsmc.job.Outcome;
import io.camelsmc.run.RowOutcome;
import io.camelsmc.run.RunResult;
import io.camelsmc.run.SheetRows;
import io.camelsmc.spec.read.InputRow;
import io.camelsmc.spec.read.RejectedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * Writes the rows of each sheet that did not end well, to be given back: {@code WAVE.rejected.csv} (or {@code .ndjson} where the input is no sheet) holds those that need an
 * edit or a decision (invalid, rejected, conflict), {@code WAVE.failed.csv} those that were tried and may go as they are
 * (failed, and pending after a try). Rows that the run did not get to are in neither: the sheet itself is given back for
 * them.
 */
final class RowFiles {

    private static final String REJECTED = ".rejected";
    private static final String FAILED = ".failed";

    private final Path folder;
    private final TreeSet<String> stems = new TreeSet<>();
    private final List<String> written = new ArrayList<>();

    RowFiles(Path folder) {
        this.folder = folder;
    }

    void write(RunResult result, List<SheetRows> sheets) throws IOException {
        Map<SourcePosition, RowOutcome> outcomes = new HashMap<>();
        result.rows().forEach(row -> outcomes.put(row.position(), row));
        for (SheetRows sheet : sheets) {
            String stem = stem(sheet.input());
            write(stem + REJECTED, sheet, outcomes, RowFiles::needsEdit);
            write(stem + FAILED, sheet, outcomes, RowFiles::failed);
        }
    }

    /** Names of the files that were written. */
    List<String> written() {
        return written;
    }

    /** Names that the files of these inputs may have. */
    static List<String> names(List<SheetRows> sheets) {
        RowFiles names = new RowFiles(Path.of(""));
        List<String> all = new ArrayList<>();
        for (SheetRows sheet : sheets) {
            String stem = names.stem(sheet.input());
            if (!sheet.rows().isEmpty()) {
                String ending = RejectedWriter.ending(sheet.rows().get(0).raw());
                all.add(stem + REJECTED + ending);
                all.add(stem + FAILED + ending);
            }
        }
        return all;
    }

    private static boolean needsEdit(RowOutcome row) {
        return row.outcome() == Outcome.INVALID
                || row.outcome() == Outcome.REJECTED
                || row.outcome() == Outcome.CONFLICT;
    }

    private static boolean failed(RowOutcome row) {
        return row.outcome() == Outcome.FAILED || (row.outcome() == Outcome.PENDING && row.reached());
    }

    private void write(
            String name, SheetRows sheet, Map<SourcePosition, RowOutcome> outcomes, Predicate<RowOutcome> wanted)
            throws IOException {
        List<InputRow> rows = new ArrayList<>();
        for (InputRow row : sheet.rows()) {
            RowOutcome outcome = outcomes.get(row.position());
            if (outcome != null && wanted.test(outcome)) {
                rows.add(row);
            }
        }
        if (rows.isEmpty()) {
            return;
        }
        String file = name + RejectedWriter.ending(rows.get(0).raw());
        try (RejectedWriter writer = RejectedWriter.of(
                Files.newBufferedWriter(folder.resolve(file), StandardCharsets.UTF_8),
                rows.get(0).raw())) {
            for (InputRow row : rows) {
                RowOutcome outcome = outcomes.get(row.position());
                if (outcome != null) {
                    writer.write(row, outcome.problems(), outcome.retryable());
                }
            }
        }
        written.add(file);
    }

    private String stem(Path input) {
        String base = String.valueOf(input.getFileName());
        int dot = base.lastIndexOf('.');
        String stem = dot > 0 ? base.substring(0, dot) : base;
        String name = stem;
        for (int n = 2; !stems.add(name); n++) {
            name = stem + "-" + n;
        }
        return name;
    }
}
