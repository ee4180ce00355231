package io.camelsmc.emulator;

import java.time.Instant;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A replication job at one moment.
 *
 * @param jobId its id
 * @param sourceId the server it moves
 * @param regionId where it moves the server to
 * @param name its name, or null when the request gave none
 * @param imageName the name the image gets, with its suffix if the service added one, or null
 * @param status where it stands
 * @param businessStatus the phase while it runs, else an empty text
 * @param progress 0 to 100
 * @param parameters what the request said, without common parameters
 * @param createdAt when it was created
 * @param startedAt when it was last started, or null
 * @param endedAt when it finished or was removed, or null
 * @param scheduledAt when the service starts it, or null
 * @param validUntil when it expires
 */
public record EmulatedJob(
        String jobId,
        String sourceId,
        String regionId,
        @Nullable String name,
        @Nullable String imageName,
        JobStatus status,
        String businessStatus,
        float progress,
        SortedMap<String, String> parameters,
        Instant createdAt,
        @Nullable Instant startedAt,
        @Nullable Instant endedAt,
        @Nullable Instant scheduledAt,
        Instant validUntil) {

    /** Copies the parameters. */
    public EmulatedJob {
        parameters = Collections.unmodifiableSortedMap(new TreeMap<>(parameters));
    }

    /** The idempotency key of the create call, or null. */
    public @Nullable String clientToken() {
        return parameters.get("ClientToken");
    }

    /** True when the job has been removed. */
    public boolean deleted() {
        return status == JobStatus.DELETING;
    }

    EmulatedJob inStatus(JobStatus newStatus, String newBusinessStatus, float newProgress) {
        return copy(newStatus, newBusinessStatus, newProgress, startedAt, endedAt);
    }

    EmulatedJob started(Instant at) {
        return copy(JobStatus.RUNNING, "Preparing", 0, at, null);
    }

    EmulatedJob ended(JobStatus newStatus, Instant at) {
        return copy(newStatus, "", newStatus == JobStatus.FINISHED ? 100 : progress, startedAt, at);
    }

    EmulatedJob modified(
            @Nullable String newName,
            @Nullable String newImage,
            SortedMap<String, String> newParameters,
            @Nullable Instant newSchedule,
            Instant newEnd) {
        return new EmulatedJob(
                jobId,
                sourceId,
                regionId,
                newName,
                newImage,
                status,
                businessStatus,
                progress,
                newParameters,
                createdAt,
                startedAt,
                endedAt,
                newSchedule,
                newEnd);
    }

    private EmulatedJob copy(
            JobStatus newStatus,
            String newBusinessStatus,
            float newProgress,
            @Nullable Instant newStart,
            @Nullable Instant newEnd) {
        return new EmulatedJob(
                jobId,
                sourceId,
                regionId,
                name,
                imageName,
                newStatus,
                newBusinessStatus,
                newProgress,
                parameters,
                createdAt,
                newStart,
                newEnd,
                scheduledAt,
                validUntil);
    }
}
