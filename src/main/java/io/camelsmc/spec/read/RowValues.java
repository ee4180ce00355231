package io.camelsmc.spec.read;

import io.camelsmc.diag.SourcePosition;
import io.camelsmc.spec.ReplicationJobSpec;
import io.camelsmc.spec.SpecField;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a row, whether or not it is usable.
 *
 * @param known the fields that could be read, those filled in from elsewhere included
 * @param inherited where the values come from that the row itself does not have
 * @param offsets times relative to the start of the wave, as they were written
 * @param positions where the row has each of its fields; empty when only the row as a whole has a place
 * @param parking the cell of another tool that keeps the row from taking part; null when there is none
 * @param inheritable columns that a sheet needs to hold whatever the defaults of the row can fill in
 */
public record RowValues(
        ReplicationJobSpec known,
        Map<SpecField, Provenance> inherited,
        Map<SpecField, Duration> offsets,
        Map<SpecField, SourcePosition> positions,
        @Nullable Parking parking,
        List<String> inheritable) {
    public RowValues {
        inherited = Map.copyOf(inherited);
        offsets = Map.copyOf(offsets);
        positions = Map.copyOf(positions);
        inheritable = List.copyOf(inheritable);
    }

    static RowValues of(ReplicationJobSpec known) {
        return new RowValues(known, Map.of(), Map.of(), Map.of(), null, List.of());
    }

    /** What a row itself says, with the places of its fields and the cell that parks it. */
    static RowValues of(ReplicationJobSpec known, Map<SpecField, SourcePosition> places, @Nullable Parking parking) {
        return new RowValues(known, Map.of(), Map.of(), places, parking, List.of());
    }
}
