package io.camelsmc.emulator;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds jobs by what they hold: an id, a source, a name, an image name. Not safe for use by many threads. */
final class JobIndex {

    private final Map<String, LiveJob> byId = new LinkedHashMap<>();
    private final Map<String, List<LiveJob>> bySource = new HashMap<>();
    private final Map<String, String> idByName = new HashMap<>();
    private final Map<String, String> idByImage = new HashMap<>();

    @Nullable
    LiveJob find(@Nullable String jobId) {
        return jobId == null ? null : byId.get(jobId);
    }

    Collection<LiveJob> all() {
        return byId.values();
    }

    List<LiveJob> ofSource(String sourceId) {
        return bySource.getOrDefault(sourceId, List.of());
    }

    /** Which job holds a name, or null. */
    @Nullable
    String ownerOfName(@Nullable String name) {
        return name == null ? null : idByName.get(name);
    }

    /** Which job was the last to ask for an image name in a region, or null. */
    @Nullable
    LiveJob ownerOfImage(String regionId, @Nullable String image) {
        return image == null ? null : find(idByImage.get(imageKey(regionId, image)));
    }

    void add(LiveJob job) {
        byId.put(job.jobId(), job);
        bySource.computeIfAbsent(job.sourceId(), id -> new ArrayList<>()).add(job);
        hold(job);
    }

    /** Notes the names of a job. */
    void hold(LiveJob job) {
        String name = job.attributes().name();
        if (name != null) {
            idByName.put(name, job.jobId());
        }
        String image = job.parameters().get("ImageName");
        if (image != null) {
            idByImage.put(imageKey(job.regionId(), image), job.jobId());
        }
    }

    void releaseName(LiveJob job) {
        idByName.remove(String.valueOf(job.attributes().name()), job.jobId());
    }

    void releaseImage(LiveJob job) {
        String image = String.valueOf(job.parameters().get("ImageName"));
        idByImage.remove(imageKey(job.regionId(), image), job.jobId());
    }

    void clear() {
        byId.clear();
        bySource.clear();
        idByName.clear();
        idByImage.clear();
    }

    String freshId() {
        String id = Ids.fresh("j-bp1", 17);
        return byId.containsKey(id) ? freshId() : id;
    }

    private static String imageKey(String regionId, String image) {
        return regionId + ' ' + image;
    }
}
