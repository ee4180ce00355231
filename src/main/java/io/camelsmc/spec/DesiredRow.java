package io.camelsmc.spec;

import io.camelsmc.diag.Diagnostic;
import io.camelsmc.diag.SourcePosition;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One row as the user wants it, with what the checks found.
 *
 * @param position where it was read
 * @param spec the spec; null when it could not be built
 * @param known the fields that could be read; equals the spec where there is one
 * @param problems every finding; an error keeps the row from being sent
 */
public record DesiredRow(
        SourcePosition position,
        @Nullable ReplicationJobSpec spec,
        ReplicationJobSpec known,
        List<Diagnostic> problems) {
    public DesiredRow {
        problems = List.copyOf(problems);
    }

    /** A row of which nothing is known beyond its spec. */
    public DesiredRow(SourcePosition position, @Nullable ReplicationJobSpec spec, List<Diagnostic> problems) {
        this(position, spec, spec == null ? ReplicationJobSpec.builder().build() : spec, problems);
    }

    /** Whether nothing may be sent for the row. */
    public boolean invalid() {
        return spec == null || problems.stream().anyMatch(Diagnostic::isError);
    }
}
