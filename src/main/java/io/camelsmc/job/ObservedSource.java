package io.camelsmc.job;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What the service reports about one source server, as far as a plan can use it. Nothing of it tells how much of a disk is
 * used. Fields that were not reported are null or empty, and nothing is concluded from them.
 *
 * @param sourceId its id
 * @param name its name
 * @param state {@code Available}, {@code InUse}, {@code Unavailable} or {@code Deleting}
 * @param detail why it is not available
 * @param platform operating system, such as {@code Ubuntu} or {@code Windows Server 2019}
 * @param architecture such as {@code x86_64}
 * @param replicationDriver {@code SMT} unless reported otherwise
 * @param systemDiskSizeGib size of the system disk in GiB
 * @param dataDisks sizes of the data disks in GiB by index; a size that was not reported is 0
 * @param partitions partitions of all disks by device
 */
public record ObservedSource(
        String sourceId,
        @Nullable String name,
        @Nullable String state,
        @Nullable String detail,
        @Nullable String platform,
        @Nullable String architecture,
        @Nullable String replicationDriver,
        @Nullable Integer systemDiskSizeGib,
        Map<Integer, Integer> dataDisks,
        Map<String, Partition> partitions) {
    public ObservedSource {
        dataDisks = new TreeMap<>(dataDisks);
        partitions = new TreeMap<>(partitions);
    }

    /** A source of which only the state and the indexes of its data disks are known. */
    public static ObservedSource of(String sourceId, @Nullable String state, Integer... dataDisks) {
        Map<Integer, Integer> sizes = new TreeMap<>();
        List.of(dataDisks).forEach(index -> sizes.put(index, 0));
        return new ObservedSource(sourceId, null, state, null, null, null, null, null, sizes, Map.of());
    }

    /**
     * One partition.
     *
     * @param sizeBytes its size; null when not reported
     * @param canBlock whether its blocks can be copied; null when not reported
     * @param need whether it may not be left out
     */
    public record Partition(@Nullable Long sizeBytes, @Nullable Boolean canBlock, boolean need) {}

    /**
     * Whether its disks are known: a source that reports not even a system disk tells nothing about the others, while one
     * that reports it and no data disk has none.
     */
    public boolean knowsDisks() {
        return systemDiskSizeGib != null || !dataDisks.isEmpty() || !partitions.isEmpty();
    }

    /** Whether a job can be made for it now. */
    public boolean available() {
        return "Available".equals(state);
    }
}
