package io.camelsmc.cli.view;

import io.camelsmc.diag.SafeText;
import io.camelsmc.spec.ApiDefaults;
import io.camelsmc.spec.SpecField;
import io.camelsmc.spec.check.CheckContext;
import io.camelsmc.spec.check.RowChecker;
import io.camelsmc.spec.check.Rule;
import io.camelsmc.spec.check.Rules;
import io.camelsmc.spec.read.DamagedInputException;
import io.camelsmc.spec.read.Defaults;
import io.camelsmc.spec.read.FieldSpelling;
import io.camelsmc.spec.read.InputRow;
import io.camelsmc.spec.read.Level;
import io.camelsmc.spec.read.Provenance;
import io.camelsmc.wave.WaveInput;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Prints where the values of a row come from. */
public final class ExplainRow {

    /** Rows that are explained when several have the name. */
    private static final int MOST = 5;

    private final PrintWriter out;
    private final CheckContext context;

    public ExplainRow(PrintWriter out, CheckContext context) {
        this.out = out;
        this.context = context;
    }

    /**
     * Explains the rows that a name means: {@code wave/name}, a name, a source, a line, or {@code FILE:LINE}.
     *
     * @param field the one field to explain; null for all
     * @return whether there was such a row
     */
    public boolean print(List<WaveInput> inputs, String wanted, @Nullable SpecField field)
            throws DamagedInputException {
        int found = 0;
        for (WaveInput input : inputs) {
            List<InputRow> rows = new ArrayList<>();
            input.forEachRow(input.open(), row -> {
                if (rows.size() < MOST && means(wanted, row)) {
                    rows.add(row);
                }
            });
            for (InputRow row : rows) {
                if (found++ > 0) {
                    out.println();
                }
                row(input, row, field);
            }
        }
        out.flush();
        return found > 0;
    }

    private static boolean means(String wanted, InputRow row) {
        return wanted.equals(row.known().address().toString())
                || wanted.equals(row.known().name())
                || wanted.equals(row.known().sourceId())
                || wanted.equals(row.known().sourceName())
                || wanted.equals(row.position().toString())
                || wanted.equals(Integer.toString(row.position().line()));
    }

    private void row(WaveInput input, InputRow row, @Nullable SpecField only) {
        out.println(SafeText.escape(row.known().address() + "  " + row.position()));
        if (only != null) {
            chain(input.defaults(), row, only);
        } else {
            for (SpecField field : SpecField.values()) {
                Provenance from = row.provenance(field);
                if (from != null) {
                    line(field, row, place(from, row));
                }
            }
            for (SpecField field : SpecField.values()) {
                if (row.provenance(field) == null && ApiDefaults.of(field).isPresent()) {
                    out.printf(
                            "  %-24s %-32s %s%n",
                            field.specName(),
                            "not given",
                            "so: " + ApiDefaults.of(field).orElse(""));
                }
            }
        }
        new RowChecker(context)
                .check(row).stream()
                        .filter(problem -> only == null || mentions(problem.field(), only))
                        .forEach(problem -> out.println("  " + problem.renderWithRule()));
    }

    private static boolean mentions(@Nullable String path, SpecField field) {
        return path != null && FieldSpelling.root(path) == field;
    }

    private void line(SpecField field, InputRow row, String place) {
        String value = ValueText.of(
                field, row.known().get(field), row.values().offsets().get(field));
        out.printf("  %-24s %-32s %s%n", field.specName(), value, place);
    }

    private static String place(Provenance from, InputRow row) {
        boolean cell = from.level() == Level.ROW && row.raw().isCsv();
        return SafeText.escape(cell ? "row" : from.describe());
    }

    /** Every level that has a value for the field, the one that counts first. */
    private void chain(Defaults defaults, InputRow row, SpecField field) {
        out.println("  " + field.specName() + ": " + field.description());
        List<String> lines = new ArrayList<>();
        Provenance from = row.provenance(field);
        if (from != null && from.level() == Level.ROW) {
            lines.add(entry(
                    field,
                    SafeText.escape("row, " + from.position()),
                    row.known().get(field),
                    row.values().offsets().get(field)));
        }
        for (Defaults.Candidate candidate : defaults.candidates(row, field)) {
            lines.add(
                    entry(field, SafeText.escape(candidate.from().describe()), candidate.value(), candidate.offset()));
        }
        ApiDefaults.of(field).ifPresent(text -> lines.add(String.format(Locale.ROOT, "%-40s %s", "API default", text)));
        if (lines.isEmpty()) {
            out.println("    not set");
        }
        for (int i = 0; i < lines.size(); i++) {
            out.println((i == 0 ? "  > " : "    ") + lines.get(i));
        }
        for (Rule rule : Rules.all()) {
            if (rule.field().equals(field.specName()) && rule.profiles().contains(context.profile())) {
                out.println("    " + rule.severity().name().toLowerCase(Locale.ROOT) + " unless: " + rule.description()
                        + " [" + rule.id() + "]");
            }
        }
    }

    private static String entry(SpecField field, String place, @Nullable Object value, @Nullable Duration offset) {
        return String.format(Locale.ROOT, "%-40s %s", place, ValueText.of(field, value, offset));
    }
}
