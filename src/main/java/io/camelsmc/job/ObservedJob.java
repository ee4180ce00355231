package io.camelsmc.job;

import io.camelsmc.spec.JsonForm;
import io.camelsmc.spec.ReplicationJobSpec;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the service reports about a replication job now. Fields that an answer leaves out or leaves empty are null.
 *
 * @param jobId id of the job
 * @param status as the service spells it; {@link #jobStatus()} tells what follows from it
 * @param businessStatus as the service spells it, only while running; see {@link #phase()}
 * @param progress 0 to 100
 * @param errorCode why the job is in error
 * @param statusInfo details of the error, opaque
 * @param imageId image that the job created
 * @param creationTime as reported, UTC
 * @param startTime as reported, UTC
 * @param endTime as reported, UTC
 * @param transitionInstanceId intermediate instance, which is billed as long as it exists
 * @param workgroupId workgroup of the source
 * @param runs its runs, cycles of an incremental job, in the order of the answer
 * @param attributes the reported fields that a spec can name, in a spec's types; the token is never reported
 * @param requestId id of the call that showed the job; empty when it carried none
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
        @Nullable String transitionInstanceId,
        @Nullable String workgroupId,
        List<ReplicationJobRun> runs,
        ReplicationJobSpec attributes,
        String requestId)
        implements JsonForm {

    public ObservedJob {
        runs = List.copyOf(runs);
    }

    /** A job of which nothing but its status and its attributes is known. */
    public static ObservedJob of(String jobId, @Nullable String status, ReplicationJobSpec attributes) {
        return new ObservedJob(
                jobId, status, null, null, null, null, null, null, null, null, null, null, List.of(), attributes, "");
    }

    /** Its status. */
    public JobStatus jobStatus() {
        return JobStatus.of(status);
    }

    /** Whether it has this status. */
    public boolean is(JobStatus other) {
        return jobStatus() == other;
    }

    /** How far it is while it runs; null when that is not reported or not known. */
    public @Nullable BusinessStatus phase() {
        return BusinessStatus.of(businessStatus);
    }

    /** Whether it holds its source. */
    public boolean unfinished() {
        return jobStatus().unfinished();
    }

    /** When it was created; null when that is not reported, or not as a time. */
    public @Nullable Instant createdAt() {
        return time(creationTime);
    }

    /** When it was started for the first time; null when that is not reported, or not as a time. */
    public @Nullable Instant startedAt() {
        return time(startTime);
    }

    /** When it ended; null when that is not reported, or not as a time. */
    public @Nullable Instant endedAt() {
        return time(endTime);
    }

    /** When it expires unless it runs; null when that is not reported. */
    public @Nullable Instant validUntil() {
        return attributes.validTime();
    }

    /** Whether it runs in cycles until it is cut over. */
    public boolean incremental() {
        return Boolean.FALSE.equals(attributes.runOnce());
    }

    static @Nullable Instant time(@Nullable String text) {
        try {
            return text == null ? null : Instant.parse(text);
        } catch (DateTimeParseException e) {
            return null;
        }
    }

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
        JsonForm.put(json, "transitionInstanceId", transitionInstanceId);
        JsonForm.put(json, "workgroupId", workgroupId);
        if (!runs.isEmpty()) {
            json.put(
                    "replicationJobRuns",
                    runs.stream().map(ReplicationJobRun::asJson).toList());
        }
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

    /** The id, and the name if there is one, for people. */
    public String label() {
        return jobId + (name() == null ? "" : " (" + name() + ")");
    }
}
