package io.camelsmc.spec.read;

import io.camelsmc.diag.Diagnostic;
import io.camelsmc.diag.SourcePosition;
import io.camelsmc.spec.JsonForm;
import io.camelsmc.spec.ReplicationJobSpec;
import io.camelsmc.spec.SpecField;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One row of input: a spec, or why there is none.
 *
 * @param position where the row begins
 * @param rowNumber rows counted from 1, header and blank rows not counted
 * @param spec the spec; null when a problem of severity error stood in the way
 * @param problems every problem found while reading, in the order of the source
 * @param raw the row as its source spells it
 * @param values what is known of the row and where it comes from, also when there is no spec
 */
public record InputRow(
        SourcePosition position,
        int rowNumber,
        @Nullable ReplicationJobSpec spec,
        List<Diagnostic> problems,
        RawRow raw,
        RowValues values)
        implements JsonForm {
    /** Where {@link #asJson()} puts the errors of a row. */
    public static final String PROBLEMS = "problems";

    public InputRow {
        problems = List.copyOf(problems);
    }

    /** A row of which nothing is known beyond its spec. */
    public InputRow(
            SourcePosition position,
            int rowNumber,
            @Nullable ReplicationJobSpec spec,
            List<Diagnostic> problems,
            RawRow raw) {
        this(
                position,
                rowNumber,
                spec,
                problems,
                raw,
                RowValues.of(spec == null ? ReplicationJobSpec.builder().build() : spec));
    }

    /**
     * The fields that could be read, the place of the row as remarks that readers ignore, and its errors under
     * {@link #PROBLEMS}: what is read back from it is as unusable as the row, whatever got lost.
     */
    @Override
    public Map<String, Object> asJson() {
        Map<String, Object> json = known().asJson();
        json.put("_file", position.source());
        if (position.line() > 0) {
            json.put("_line", position.line());
        }
        List<Map<String, Object>> errors = problems.stream()
                .filter(Diagnostic::isError)
                .map(Problem::asJson)
                .toList();
        if (!errors.isEmpty()) {
            json.put(PROBLEMS, errors);
        }
        return json;
    }

    private Object writeReplace() {
        return JsonForm.text(this);
    }

    /** The fields that could be read; equals {@link #spec()} where there is one. */
    public ReplicationJobSpec known() {
        return values.known();
    }

    /** Where the value of a field comes from; null when the row has no value for it. */
    public @Nullable Provenance provenance(SpecField field) {
        Provenance inherited = values.inherited().get(field);
        if (inherited != null) {
            return inherited;
        }
        boolean own = values.known().has(field) || values.offsets().containsKey(field);
        return own ? new Provenance(Level.ROW, null, values.positions().getOrDefault(field, position)) : null;
    }

    /**
     * Why the row takes no part: {@code r_type says Retire}, {@code enabled is false}; null when it takes part. Every
     * command leaves such a row out, counts it ({@link ParkedTally}) and says why.
     */
    public @Nullable String parkedBecause() {
        if (known().enabled()) {
            return null;
        }
        if (values.parking() != null) {
            return values.parking().reason();
        }
        Provenance from = values.inherited().get(SpecField.ENABLED);
        return "enabled is false" + (from == null ? "" : " (" + from.describe() + ")");
    }

    /** What is to be said about a row that a column of another tool parks; null for every other row. */
    public @Nullable Diagnostic parkedNote() {
        Parking parking = values.parking();
        return parking == null
                ? null
                : Diagnostic.info("row.parked", "Parked, since the sheet does not say that the server is to move")
                        .at(position)
                        .of(known().address().toString())
                        .in(parking.column())
                        .got(parking.value())
                        .expected(parking.expected())
                        .fix("change the cell if it is to move");
    }

    /** The same row with other problems. */
    public InputRow withProblems(List<Diagnostic> found) {
        return new InputRow(position, rowNumber, spec, found, raw, values);
    }
}
