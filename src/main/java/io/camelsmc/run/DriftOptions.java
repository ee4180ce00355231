package io.camelsmc.run;

import io.camelsmc.spec.DesiredRow;
import io.camelsmc.spec.ReplicationJobSpec;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a {@link DriftRun} compares.
 *
 * @param sources only jobs of these sources; null compares all
 * @param unknown whether jobs that the journal does not know are named
 */
public record DriftOptions(@Nullable Set<String> sources, boolean unknown) {

    /** Everything. */
    public static DriftOptions all() {
        return new DriftOptions(null, true);
    }

    /** Only jobs of the sources of some rows. */
    public DriftOptions of(List<DesiredRow> rows) {
        Set<String> ids = rows.stream()
                .map(DesiredRow::spec)
                .filter(Objects::nonNull)
                .map(ReplicationJobSpec::sourceId)
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .collect(Collectors.toSet());
        return new DriftOptions(ids, unknown);
    }

    public DriftOptions withoutUnknown() {
        return new DriftOptions(sources, false);
    }

    boolean takes(@Nullable String sourceId) {
        return sources == null || (sourceId != null && sources.contains(sourceId));
    }
}
