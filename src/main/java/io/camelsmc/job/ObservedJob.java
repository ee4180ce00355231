package io.camelsmc.job;

import io.camelsmc.spec.JsonForm;
import io.camelsmc.spec.ReplicationJobSpec;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the service reports about a replication job now. Fields that an answer leaves out or leaves empty are null.
 *
 * @param jobId id of the job
 * @param status {@code Ready}, {@code Running}, {@code Stopped}, {@code InError}, {@code Finished}, {@code Waiting},
 *     {@code Expired} or {@code Deleting}
 * @param businessStatus {@code Preparing}, {@code Syncing}, {@code Processing} or {@code Cleaning}; only while running
 * @param progress 0 to 100
 * @param errorCode why the job is in error
 * @param statusInfo details of the error, opaque
 * @param imageId image that was made
 * @param creationTime as reported, UTC
 * @param startTime as reported, UTC
 * @param endTime as reported, UTC
 * @param attributes the reported fields that a spec can name, in a spec's types; the token is never reported
 */
public record ObservedJob(
        String jobId,
        @Nullable String status,
        @Nullable String businessStatus,
        @Nullable Double progress,
        @Nullable String errorCode,
        @Nullable String statusInfo,
        @Nullable String imageId,
        @Nullable String creationTime,
        @Nullable String startTime,
        @Nullable String endTime,
        ReplicationJobSpec attributes)
        implements JsonForm {

    private static final Set<String> DONE = Set.of("Finished", "Deleting");

    /** What the service reports, in one object as its answers have it. */
    @Override
    public Map<String, Object> asJson() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("jobId", jobId);
        JsonForm.put(json, "status", status);
        JsonForm.put(json, "businessStatus", businessStatus);
        JsonForm.put(json, "progress", progress);
        JsonForm.put(json, "errorCode", errorCode);
        JsonForm.put(json, "statusInfo", statusInfo);
        JsonForm.put(json, "imageId", imageId);
        JsonForm.put(json, "creationTime", creationTime);
        JsonForm.put(json, "startTime", startTime);
        JsonForm.put(json, "endTime", endTime);
        json.putAll(attributes.asJson());
        return json;
    }

    private Object writeReplace() {
        return JsonForm.text(this);
    }

    /** Source server of the job. */
    public @Nullable String sourceId() {
        return attributes.sourceId();
    }

    /** Destination region of the job. */
    public @Nullable String regionId() {
        return attributes.regionId();
    }

    /** Name of the job. */
    public @Nullable String name() {
        return attributes.name();
    }

    /**
     * Whether the job still holds its source: every status but {@code Finished} and {@code Deleting}. An unknown status
     * counts as unfinished.
     */
    public boolean unfinished() {
        return status == null || !DONE.contains(status);
    }
}
