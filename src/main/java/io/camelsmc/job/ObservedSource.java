package io.camelsmc.job;

import io.camelsmc.spec.JsonForm;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the service reports about a source server. Fields that an answer leaves out or leaves empty are null, and nothing is
 * concluded from them. Nothing of it tells how much of a disk is used.
 *
 * @param sourceId id of the source
 * @param name name of the source
 * @param state as the service spells it; {@link #sourceState()} tells what that means
 * @param errorCode why it is unavailable
 * @param statusInfo details, JSON text
 * @param jobId last job of the source
 * @param platform operating system, such as {@code Ubuntu}
 * @param architecture such as {@code x86_64}
 * @param replicationDriver {@code SMT} unless reported otherwise
 * @param systemDiskSizeGib size of the system disk in GiB
 * @param systemDiskParts partitions of the system disk
 * @param dataDisks data disks
 * @param details what else is reported
 */
public record ObservedSource(
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
        List<DataDisk> dataDisks,
        SourceDetails details)
        implements JsonForm {

    public ObservedSource {
        systemDiskParts = List.copyOf(systemDiskParts);
        dataDisks = List.copyOf(dataDisks);
    }

    /** What the service reports, in one object as its answers have it. */
    @Override
    public Map<String, Object> asJson() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("sourceId", sourceId);
        JsonForm.put(json, "name", name);
        JsonForm.put(json, "state", state);
        JsonForm.put(json, "errorCode", errorCode);
        JsonForm.put(json, "statusInfo", statusInfo);
        JsonForm.put(json, "jobId", jobId);
        JsonForm.put(json, "platform", platform);
        JsonForm.put(json, "architecture", architecture);
        JsonForm.put(json, "agentVersion", agentVersion);
        JsonForm.put(json, "replicationDriver", replicationDriver);
        JsonForm.put(json, "systemDiskSize", systemDiskSizeGib);
        json.put(
                "systemDiskParts",
                systemDiskParts.stream().map(Partition::asJson).toList());
        json.put("dataDisks", dataDisks.stream().map(DataDisk::asJson).toList());
        details.addTo(json);
        return json;
    }

    private Object writeReplace() {
        return JsonForm.text(this);
    }

    /** Its state. */
    public SourceState sourceState() {
        return SourceState.of(state);
    }

    /** Whether it has this state. */
    public boolean is(SourceState other) {
        return sourceState() == other;
    }

    /** Whether a job can be created for it now. */
    public boolean available() {
        return is(SourceState.AVAILABLE);
    }

    /**
     * Whether its disks are known: a source that reports not even a system disk tells nothing about the others, while one
     * that reports it and no data disk has none.
     */
    public boolean knowsDisks() {
        return systemDiskSizeGib != null
                || !dataDiskSizes().isEmpty()
                || !partitions().isEmpty();
    }

    /** Sizes of the data disks in GiB by index; a size that was not reported is 0. */
    public Map<Integer, Integer> dataDiskSizes() {
        Map<Integer, Integer> sizes = new TreeMap<>();
        for (DataDisk disk : dataDisks) {
            if (disk.index() != null) {
                sizes.put(disk.index(), Objects.requireNonNullElse(disk.sizeGib(), 0));
            }
        }
        return sizes;
    }

    /** Partitions of all disks by device. */
    public Map<String, Partition> partitions() {
        Map<String, Partition> byDevice = new TreeMap<>();
        Stream.concat(systemDiskParts.stream(), dataDisks.stream().flatMap(disk -> disk.parts().stream()))
                .forEach(part -> {
                    if (part.device() != null) {
                        byDevice.put(part.device(), part);
                    }
                });
        return byDevice;
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
            @Nullable Boolean need) {

        private Map<String, Object> asJson() {
            Map<String, Object> json = new LinkedHashMap<>();
            JsonForm.put(json, "device", device);
            JsonForm.put(json, "path", path);
            JsonForm.put(json, "sizeBytes", sizeBytes);
            JsonForm.put(json, "canBlock", canBlock);
            JsonForm.put(json, "need", need);
            return json;
        }

        /** Whether a job may leave it out, as far as the service says. */
        public boolean optional() {
            return !Boolean.TRUE.equals(need);
        }
    }

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

        private Map<String, Object> asJson() {
            Map<String, Object> json = new LinkedHashMap<>();
            JsonForm.put(json, "index", index);
            JsonForm.put(json, "size", sizeGib);
            JsonForm.put(json, "path", path);
            json.put("parts", parts.stream().map(Partition::asJson).toList());
            return json;
        }
    }
}
