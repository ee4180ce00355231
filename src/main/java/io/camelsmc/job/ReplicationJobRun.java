package io.camelsmc.job;

import io.camelsmc.spec.JsonForm;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One run of a job: the only run of a one-time job, or one cycle of an incremental one.
 *
 * @param type {@code Manual} or {@code Schedule}, as the service spells it
 * @param startTime as reported, UTC
 * @param endTime as reported, UTC; null while the run lasts
 * @param imageId image that the run created
 */
public record ReplicationJobRun(
        @Nullable String type, @Nullable String startTime, @Nullable String endTime, @Nullable String imageId) {

    /** When it began; null when that is not reported, or not as a time. */
    public @Nullable Instant startedAt() {
        return ObservedJob.time(startTime);
    }

    /** When it ended; null when that is not reported, or not as a time. */
    public @Nullable Instant endedAt() {
        return ObservedJob.time(endTime);
    }

    /** How long it lasted; null when start or end is not known. */
    public @Nullable Duration length() {
        Instant start = startedAt();
        Instant end = endedAt();
        return start == null || end == null ? null : Duration.between(start, end);
    }

    Map<String, Object> asJson() {
        Map<String, Object> json = new LinkedHashMap<>();
        JsonForm.put(json, "type", type);
        JsonForm.put(json, "startTime", startTime);
        JsonForm.put(json, "endTime", endTime);
        JsonForm.put(json, "imageId", imageId);
        return json;
    }
}
