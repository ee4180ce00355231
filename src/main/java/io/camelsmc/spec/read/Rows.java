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
                    position, number, spec, List.of(), raw, RowValues.of(spec).at(read.positions()));
        }
        Inheritance own = new Inheritance(read.builder().build(), read.offsets());
        return row(own, read.problems(), position, number, raw, read.positions());
    }

    /** The row that values and problems amount to; relative times that are still open make it unusable. */
    static InputRow row(
            Inheritance values,
            List<Diagnostic> found,
            SourcePosition position,
            int number,
            RawRow raw,
            Map<SpecField, SourcePosition> positions) {
        ReplicationJobSpec known = values.build();
        List<Diagnostic> problems = new ArrayList<>(found);
        values.open().forEach((field, offset) -> {
            String name = raw.isCsv() ? CsvNames.of(field) : field.specName();
            problems.add(RelativeTime.unresolved(field, offset, name, positions.getOrDefault(field, position)));
        });
        String address = address(known);
        List<Diagnostic> addressed = problems.stream().map(p -> p.of(address)).toList();
        boolean usable = problems.stream().noneMatch(Diagnostic::isError);
        RowValues all = new RowValues(known, values.inherited(), values.offsets(), positions);
        return new InputRow(position, number, usable ? known : null, addressed, raw, all);
    }

    private static @Nullable String address(ReplicationJobSpec spec) {
        boolean named = spec.has(SpecField.NAME) || spec.has(SpecField.SOURCE_ID) || spec.has(SpecField.SOURCE_NAME);
        return named ? spec.address().toString() : null;
    }
}
