package io.camelsmc.spec;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The path-based disk layout of September 2024 ({@code Disks}), an alternative to system disk size, system disk
 * partitions and data disks.
 *
 * @param system the system disk; null leaves it to the service
 * @param data the data disks, in order
 */
public record DisksSpec(@Nullable Disk system, List<Disk> data) {
    public DisksSpec {
        data = List.copyOf(data);
    }

    /**
     * One disk of the layout.
     *
     * @param sizeGib size in GiB
     * @param lvm whether the target uses LVM
     * @param diskId ECS disk id, data disks only
     * @param parts partitions by mount path
     */
    public record Disk(@Nullable Integer sizeGib, @Nullable Boolean lvm, @Nullable String diskId, List<Part> parts) {
        public Disk {
            parts = List.copyOf(parts);
        }
    }

    /**
     * One partition of the layout.
     *
     * @param path mount path of the source partition
     * @param sizeBytes size on the target in bytes
     * @param block whether blocks are copied
     */
    public record Part(@Nullable String path, @Nullable Long sizeBytes, @Nullable Boolean block) {}
}
