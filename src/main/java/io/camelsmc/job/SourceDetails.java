package io.camelsmc.job;

import io.camelsmc.spec.JsonForm;
import io.camelsmc.spec.TagSpec;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What else the service reports about a source server, for people: no plan depends on it.
 *
 * @param description description of the source
 * @param heartbeatRateSeconds seconds between two signs of life of its agent
 * @param kernelLevel level of the kernel, as the agent counts it
 * @param systemInfo host name, addresses, cores and memory, JSON text
 * @param resourceGroupId resource group of the source
 * @param workgroupId workgroup of the source
 * @param creationTime when it was registered, as reported, UTC
 * @param disks layout of its disks
 * @param tags its tags
 */
public record SourceDetails(
        @Nullable String description,
        @Nullable Integer heartbeatRateSeconds,
        @Nullable Integer kernelLevel,
        @Nullable String systemInfo,
        @Nullable String resourceGroupId,
        @Nullable String workgroupId,
        @Nullable String creationTime,
        @Nullable Layout disks,
        List<TagSpec> tags) {

    /** Nothing else is reported. */
    public static final SourceDetails NONE =
            new SourceDetails(null, null, null, null, null, null, null, null, List.of());

    public SourceDetails {
        tags = List.copyOf(tags);
    }

    /**
     * The disks of a source in the newer form of the API.
     *
     * @param system the system disk
     * @param data the data disks
     */
    public record Layout(@Nullable Disk system, List<Disk> data) {
        public Layout {
            data = List.copyOf(data);
        }
    }

    /**
     * One disk of a layout.
     *
     * @param sizeGib size in GiB
     * @param offset where its partitions begin, in bytes
     * @param parts its partitions
     */
    public record Disk(@Nullable Integer sizeGib, @Nullable Long offset, List<Part> parts) {
        public Disk {
            parts = List.copyOf(parts);
        }

        private Map<String, Object> asJson() {
            Map<String, Object> json = new LinkedHashMap<>();
            JsonForm.put(json, "size", sizeGib);
            JsonForm.put(json, "offset", offset);
            json.put("parts", parts.stream().map(Part::asJson).toList());
            return json;
        }
    }

    /**
     * One partition of a layout.
     *
     * @param path mount path
     * @param sizeBytes size in bytes
     * @param canBlock whether blocks can be copied
     * @param type {@code Normal}, {@code System} or {@code Boot}
     */
    public record Part(
            @Nullable String path, @Nullable Long sizeBytes, @Nullable Boolean canBlock, @Nullable String type) {

        private Map<String, Object> asJson() {
            Map<String, Object> json = new LinkedHashMap<>();
            JsonForm.put(json, "path", path);
            JsonForm.put(json, "sizeBytes", sizeBytes);
            JsonForm.put(json, "canBlock", canBlock);
            JsonForm.put(json, "type", type);
            return json;
        }
    }

    void addTo(Map<String, Object> json) {
        JsonForm.put(json, "description", description);
        JsonForm.put(json, "heartbeatRate", heartbeatRateSeconds);
        JsonForm.put(json, "kernelLevel", kernelLevel);
        JsonForm.put(json, "systemInfo", systemInfo);
        JsonForm.put(json, "resourceGroupId", resourceGroupId);
        JsonForm.put(json, "workgroupId", workgroupId);
        JsonForm.put(json, "creationTime", creationTime);
        if (disks != null) {
            Map<String, Object> layout = new LinkedHashMap<>();
            JsonForm.put(
                    layout,
                    "system",
                    disks.system() == null ? null : disks.system().asJson());
            layout.put("data", disks.data().stream().map(Disk::asJson).toList());
            json.put("disks", layout);
        }
        if (!tags.isEmpty()) {
            json.put(
                    "tag",
                    tags.stream()
                            .map(tag -> Map.of("key", tag.key(), "value", tag.value()))
                            .toList());
        }
    }
}
