package io.camelsmc.spec.read;

import io.camelsmc.spec.ReplicationJobSpec;
import io.camelsmc.spec.SpecField;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Fills the gaps of one row, layer by layer, and remembers where each value came from. One instance a row. */
final class Inheritance {

    private final ReplicationJobSpec.Builder builder;
    private final Map<SpecField, Provenance> inherited = new EnumMap<>(SpecField.class);
    private final Map<SpecField, Duration> offsets = new EnumMap<>(SpecField.class);
    private final Map<SpecField, Duration> open = new EnumMap<>(SpecField.class);
    private ReplicationJobSpec current;

    /** Starts with what the row itself says. */
    Inheritance(ReplicationJobSpec own, Map<SpecField, Duration> ownOffsets) {
        builder = own.toBuilder();
        current = own;
        offsets.putAll(ownOffsets);
        open.putAll(ownOffsets);
    }

    /** Takes every field of the layer that has no value yet. A field is taken as a whole, lists included. */
    void fill(Layer layer) {
        for (SpecField field : layer.fields()) {
            take(field, layer.values().get(field), layer.offsets().get(field), layer.provenance(field));
        }
    }

    /** Takes one value if the field has none yet. */
    void take(SpecField field, @Nullable Object value, @Nullable Duration offset, Provenance from) {
        if (current.has(field) || open.containsKey(field) || inherited.containsKey(field)) {
            return;
        }
        inherited.put(field, from);
        if (offset == null) {
            builder.set(field, value);
        } else {
            offsets.put(field, offset);
            open.put(field, offset);
        }
    }

    /** Turns relative times into times; null leaves them open. */
    void resolve(@Nullable Instant start) {
        if (start == null || open.isEmpty()) {
            return;
        }
        open.forEach((field, offset) -> {
            try {
                builder.set(field, start.plus(offset));
            } catch (DateTimeException | ArithmeticException e) {
                throw new IllegalStateException("a start and an offset are both bounded", e);
            }
        });
        open.clear();
    }

    /** The spec as it stands now. */
    ReplicationJobSpec build() {
        current = builder.build();
        return current;
    }

    Map<SpecField, Provenance> inherited() {
        return inherited;
    }

    /** Relative times as they were written, resolved ones included. */
    Map<SpecField, Duration> offsets() {
        return offsets;
    }

    /** Relative times that have no start to count from. */
    Map<SpecField, Duration> open() {
        return open;
    }
}
