package io.camelsmc.spec.read;

import io.camelsmc.diag.SourcePosition;
import io.camelsmc.spec.ReplicationJobSpec;
import io.camelsmc.spec.SpecField;
import java.time.Duration;
import java.util.Map;

/**
 * What is known of a row, whether or not it is usable.
 *
 * @param known the fields that could be read, those filled in from elsewhere included
 * @param inherited where the values come from that the row itself does not have
 * @param offsets times relative to the start of the wave, as they were written
 * @param positions where the row has each of its fields; empty when only the row as a whole has a place
 */
public record RowValues(
        ReplicationJobSpec known,
        Map<SpecField, Provenance> inherited,
        Map<SpecField, Duration> offsets,
        Map<SpecField, SourcePosition> positions) {
    public RowValues {
        inherited = Map.copyOf(inherited);
        offsets = Map.copyOf(offsets);
        positions = Map.copyOf(positions);
    }

    static RowValues of(ReplicationJobSpec known) {
        return new RowValues(known, Map.of(), Map.of(), Map.of());
    }

    RowValues at(Map<SpecField, SourcePosition> places) {
        return places.isEmpty() ? this : new RowValues(known, inherited, offsets, places);
    }
}
