package io.camelsmc.lifecycle;

import io.camelsmc.job.ObservedJob;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** When jobs expire: after their valid time, which ends at most 90 days after they were created. */
public final class Expiry {

    /** Longest life of a job (CreateReplicationJob, ValidTime). */
    public static final Duration LONGEST = Duration.ofDays(90);

    /** What a job lives if its request says nothing (CreateReplicationJob, 2025: the page also says that it never expires). */
    private static final Duration STANDARD = Duration.ofDays(30);

    private Expiry() {}

    /** When the job expires; null when neither that nor its creation is reported. */
    public static @Nullable Instant of(ObservedJob job) {
        Instant validTime = job.attributes().validTime();
        if (validTime != null) {
            return validTime;
        }
        Instant created = job.createdAt();
        return created == null ? null : created.plus(STANDARD);
    }

    /** The latest time to which it can be moved; null when its creation is not reported. */
    public static @Nullable Instant latest(ObservedJob job) {
        Instant created = job.createdAt();
        return created == null ? null : created.plus(LONGEST);
    }
}
