package io.camelsmc.spec.read;

import io.camelsmc.diag.Diagnostic;
import io.camelsmc.diag.SourcePosition;
import io.camelsmc.spec.ReplicationJobSpec;
import io.camelsmc.spec.SpecField;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes a row out of what a mapper read. */
final class Rows {

    private Rows() {}

    static InputRow row(SpecMapper.Result read, SourcePosition position, int number, RawRow raw) {
        if (read.problems().isEmpty() && read.offsets().isEmpty()) {
            ReplicationJobSpec spec = read.builder().build();
            return new InputRow(
                    position, number, spec, List.of(), raw, RowValues.of(spec, read.positions(), read.parking()));
        }
        Inheritance own = new Inheritance(read.builder().build(), read.offsets());
        RowValues values = RowValues.of(read.builder().build(), read.positions(), read.parking());
        return row(own, read.problems(), new InputRow(position, number, null, List.of(), raw, values), List.of());
    }

    /** What a row becomes with other values and problems; relative times that are still open make it unusable. */
    static InputRow row(Inheritance values, List<Diagnostic> found, InputRow from, List<String> inheritable) {
        ReplicationJobSpec known = values.build();
        RawRow raw = from.raw();
        Map<SpecField, SourcePosition> positions = from.values().positions();
        List<Diagnostic> problems = new ArrayList<>(found);
        values.open().forEach((field, offset) -> {
            String name = raw.isCsv() ? CsvNames.of(field) : field.specName();
            problems.add(RelativeTime.unresolved(field, offset, name, positions.getOrDefault(field, from.position())));
        });
        String address = address(known);
        List<Diagnostic> addressed = problems.stream().map(p -> p.of(address)).toList();
        boolean usable = problems.stream().noneMatch(Diagnostic::isError);
        RowValues all = new RowValues(
                known,
                values.inherited(),
                values.offsets(),
                positions,
                from.values().parking(),
                inheritable);
        return new InputRow(from.position(), from.rowNumber(), usable ? known : null, addressed, raw, all);
    }

    private static @Nullable String address(ReplicationJobSpec spec) {
        boolean named = spec.has(SpecField.NAME) || spec.has(SpecField.SOURCE_ID) || spec.has(SpecField.SOURCE_NAME);
        return named ? spec.address().toString() : null;
    }
}
