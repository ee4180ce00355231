package io.camelsmc.spec.read;

import io.camelsmc.diag.Diagnostic;
import io.camelsmc.diag.SourcePosition;
import io.camelsmc.spec.ReplicationJobSpec;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One row of input: a spec, or why there is none.
 *
 * @param position where the row begins
 * @param rowNumber rows counted from 1, header and blank rows not counted
 * @param spec the spec; null when a problem of severity error stood in the way
 * @param problems every problem found while reading, in the order of the source
 * @param raw the row as its source spells it
 */
public record InputRow(
        SourcePosition position,
        int rowNumber,
        @Nullable ReplicationJobSpec spec,
        List<Diagnostic> problems,
        RawRow raw) {
    public InputRow {
        problems = List.copyOf(problems);
    }
}
