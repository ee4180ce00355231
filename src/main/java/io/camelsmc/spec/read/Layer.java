package io.camelsmc.spec.read;

import io.camelsmc.diag.SourcePosition;
import io.camelsmc.spec.ReplicationJobSpec;
import io.camelsmc.spec.SpecField;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Values that fill the gaps of rows.
 *
 * @param level how strong they are
 * @param name the wave or template they belong to; null where the level has no name
 * @param values the values
 * @param offsets times given relative to the start of the wave
 * @param positions where each field is written
 * @param start the start of the wave, which relative times count from; null when it is not given
 */
record Layer(
        Level level,
        @Nullable String name,
        ReplicationJobSpec values,
        Map<SpecField, Duration> offsets,
        Map<SpecField, SourcePosition> positions,
        @Nullable Instant start) {
    Layer {
        offsets = Map.copyOf(offsets);
        positions = Map.copyOf(positions);
    }

    static Layer empty(Level level) {
        return new Layer(level, null, ReplicationJobSpec.builder().build(), Map.of(), Map.of(), null);
    }

    /** The fields that have a value here, relative times included. */
    Set<SpecField> fields() {
        Set<SpecField> fields = EnumSet.noneOf(SpecField.class);
        fields.addAll(values.fields());
        fields.addAll(offsets.keySet());
        return fields;
    }

    Provenance provenance(SpecField field) {
        return new Provenance(level, name, positions.get(field));
    }
}
