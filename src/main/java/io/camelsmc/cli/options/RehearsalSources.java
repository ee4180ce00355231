package io.camelsmc.cli.options;

import io.camelsmc.emulator.EmulatedDisk;
import io.camelsmc.emulator.EmulatedSource;
import io.camelsmc.emulator.SmcEmulator;
import io.camelsmc.spec.DataDiskSpec;
import io.camelsmc.spec.DesiredRow;
import io.camelsmc.spec.ReplicationJobSpec;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Gives the embedded service the servers that a sheet speaks of, with the disks it names. Without this a plan would find
 * a server without data disks, since the service learns of them only when the first job asks.
 */
final class RehearsalSources {

    private RehearsalSources() {}

    /** Adds what the service does not have yet; nothing when no service is embedded. */
    static void add(@Nullable SmcEmulator emulator, List<DesiredRow> rows) {
        if (emulator == null) {
            return;
        }
        Set<String> known = new HashSet<>();
        emulator.sources().forEach(source -> known.add(source.sourceId()));
        for (DesiredRow row : rows) {
            ReplicationJobSpec spec = row.spec();
            String id = spec == null || row.invalid() ? null : id(spec);
            if (spec != null && id != null && known.add(id)) {
                EmulatedDisk[] disks = spec.dataDisks().stream()
                        .map(DataDiskSpec::index)
                        .filter(Objects::nonNull)
                        .distinct()
                        .map(index -> EmulatedDisk.data(index, 20))
                        .toArray(EmulatedDisk[]::new);
                String name = Objects.requireNonNullElse(
                        spec.sourceName(), spec.address().name());
                emulator.addSource(EmulatedSource.available(id, name, disks));
            }
        }
    }

    /** The id of the source, or one made up for a source that is known by its name. */
    private static @Nullable String id(ReplicationJobSpec spec) {
        String name = spec.sourceName();
        if (spec.sourceId() != null || name == null) {
            return spec.sourceId();
        }
        return "s-"
                + String.format(
                        "%016x",
                        UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8))
                                .getMostSignificantBits());
    }
}
