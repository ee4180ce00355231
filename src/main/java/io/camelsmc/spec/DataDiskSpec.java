package io.camelsmc.spec;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One data disk of the target ({@code DataDisk.N}).
 *
 * @param index data disk of the source, 1 to 16; the position in the list means nothing
 * @param sizeGib size of the target disk in GiB
 * @param parts partitions to create; empty leaves them as they are on the source
 */
public record DataDiskSpec(@Nullable Integer index, @Nullable Integer sizeGib, List<PartitionSpec> parts) {
    public DataDiskSpec {
        parts = List.copyOf(parts);
    }

    /** As a sheet spells it, {@code index:size}; what is not given is a question mark. */
    @Override
    public String toString() {
        String disk = (index == null ? "?" : index) + ":" + (sizeGib == null ? "?" : sizeGib);
        return parts.isEmpty() ? disk : disk + " with partitions " + parts;
    }
}
