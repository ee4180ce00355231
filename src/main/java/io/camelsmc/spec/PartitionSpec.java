package io.camelsmc.spec;

import org.jspecify.annotations.Nullable;

/**
 * One partition to create on a target disk ({@code SystemDiskPart.N}, {@code DataDisk.N.Part.N}).
 *
 * @param device partition of the source, {@code <disk>_<partition>}; wanted together with the size
 * @param sizeBytes size on the target in bytes; wanted together with the device
 * @param block whether blocks are copied, which keeps the partition size; null leaves it to the service (true)
 */
public record PartitionSpec(@Nullable String device, @Nullable Long sizeBytes, @Nullable Boolean block) {

    /** For people: device and bytes, and whether blocks are copied if that is said. */
    @Override
    public String toString() {
        String part = (device == null ? "?" : device) + ":" + (sizeBytes == null ? "?" : sizeBytes);
        return block == null ? part : part + " block " + block;
    }
}
