package io.camelsmc.job;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the service reports about a source server. Fields that an answer leaves out or leaves empty are null.
 *
 * @param sourceId id of the source
 * @param name name of the source
 * @param state {@code Available}, {@code InUse}, {@code Unavailable} or {@code Deleting}
 * @param errorCode why it is unavailable
 * @param statusInfo details, JSON text
 * @param jobId last job of the source
 * @param platform operating system, such as {@code Ubuntu}
 * @param architecture such as {@code x86_64}
 * @param replicationDriver {@code SMT} unless reported otherwise
 * @param systemDiskSizeGib size of the system disk in GiB
 * @param systemDiskParts partitions of the system disk
 * @param dataDisks data disks
 */
public record SourceServer(
        String sourceId,
        @Nullable String name,
        @Nullable String state,
        @Nullable String errorCode,
        @Nullable String statusInfo,
        @Nullable String jobId,
        @Nullable String platform,
        @Nullable String architecture,
        @Nullable String agentVersion,
        @Nullable String replicationDriver,
        @Nullable Integer systemDiskSizeGib,
        List<Partition> systemDiskParts,
        List<DataDisk> dataDisks) {

    public SourceServer {
        systemDiskParts = List.copyOf(systemDiskParts);
        dataDisks = List.copyOf(dataDisks);
    }

    /** Whether a job can be created for it. */
    public boolean available() {
        return "Available".equals(state);
    }

    /**
     * One partition of a source disk.
     *
     * @param device {@code <disk>_<partition>}
     * @param path mount path
     * @param sizeBytes size in bytes
     * @param canBlock whether blocks can be copied
     * @param need whether it may not be left out
     */
    public record Partition(
            @Nullable String device,
            @Nullable String path,
            @Nullable Long sizeBytes,
            @Nullable Boolean canBlock,
            @Nullable Boolean need) {}

    /**
     * One data disk of the source.
     *
     * @param index 1 to 16
     * @param sizeGib size in GiB
     * @param path mount path
     * @param parts its partitions
     */
    public record DataDisk(
            @Nullable Integer index, @Nullable Integer sizeGib, @Nullable String path, List<Partition> parts) {
        public DataDisk {
            parts = List.copyOf(parts);
        }
    }
}
