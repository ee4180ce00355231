package io.camelsmc.emulator;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
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
 * @param endedAt when it finished or was deleted, or null
 * @param scheduledAt when the service starts it, or null
 * @param validUntil when it expires; {@link Instant#MAX} for never
 * @param errorCode why it is in error, else an empty text
 * @param statusInfo the same in words
 * @param runs its cycles that have ended, oldest first
 * @param imageId its newest image, or null
 * @param transitionInstanceId its intermediate instance while there is one, or null
 * @param deleted whether the service has removed it
 */
public record EmulatedJob(
        String jobId,
        String sourceId,
        String regionId,
        @Nullable String name,
        @Nullable String imageName,
        EmulatedStatus status,
        String businessStatus,
        float progress,
        SortedMap<String, String> parameters,
        Instant createdAt,
        @Nullable Instant startedAt,
        @Nullable Instant endedAt,
        @Nullable Instant scheduledAt,
        Instant validUntil,
        String errorCode,
        String statusInfo,
        List<EmulatedRun> runs,
        @Nullable String imageId,
        @Nullable String transitionInstanceId,
        boolean deleted) {

    /** Copies the collections. */
    public EmulatedJob {
        parameters = Collections.unmodifiableSortedMap(new TreeMap<>(parameters));
        runs = List.copyOf(runs);
    }

    /** The idempotency key of the create call, or null. */
    public @Nullable String clientToken() {
        return parameters.get("ClientToken");
    }
}
