package io.camelsmc.spec.read;

import io.camelsmc.diag.Diagnostic;
import io.camelsmc.diag.SourcePosition;
import io.camelsmc.spec.ReplicationJobSpec;
import io.camelsmc.spec.SpecField;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes a row out of what a mapper read. */
final class Rows {

    private Rows() {}

    static InputRow row(SpecMapper.Result read, SourcePosition position, int number, RawRow raw) {
        ReplicationJobSpec spec = read.builder().build();
        List<Diagnostic> problems = read.problems();
        if (problems.isEmpty()) {
            return new InputRow(position, number, spec, problems, raw);
        }
        String address = address(spec);
        List<Diagnostic> addressed = problems.stream().map(p -> p.of(address)).toList();
        boolean usable = problems.stream().noneMatch(Diagnostic::isError);
        return new InputRow(position, number, usable ? spec : null, addressed, raw);
    }

    private static @Nullable String address(ReplicationJobSpec spec) {
        boolean named = spec.has(SpecField.NAME) || spec.has(SpecField.SOURCE_ID);
        return named ? spec.address().toString() : null;
    }
}
