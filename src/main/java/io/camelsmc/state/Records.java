package io.camelsmc.state;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How a record follows from an intent, a settlement or a find. */
final class Records {

    private Records() {}

    static JobRecord intended(Intent intent, long version, Instant now) {
        return new JobRecord(
                intent.key(),
                version,
                JobState.INTENT,
                intent.address(),
                intent.name(),
                intent.token(),
                intent.digest(),
                intent.attempt(),
                intent.parameters(),
                intent.origin(),
                null,
                null,
                null,
                null,
                now,
                now);
    }

    static JobRecord settled(JobRecord before, Settlement settlement, Instant now) {
        return outcome(before, before.version() + 1, settlement.state(), settlement, now);
    }

    static JobRecord adopted(Intent found, long version, String jobId, String requestId, Instant now) {
        Settlement settlement =
                new Settlement(found.key(), version - 1, JobState.ADOPTED, jobId, requestId, null, null);
        return outcome(intended(found, version, now), version, JobState.ADOPTED, settlement, now);
    }

    /** The job stays the same one, so state, token and attempt do too. */
    static JobRecord amended(JobRecord before, Intent changed, @Nullable String requestId, Instant now) {
        return new JobRecord(
                before.key(),
                before.version() + 1,
                before.state(),
                changed.address(),
                changed.name(),
                before.token(),
                changed.digest(),
                before.attempt(),
                changed.parameters(),
                changed.origin(),
                before.jobId(),
                requestId == null ? before.requestId() : requestId,
                null,
                null,
                before.intendedAt(),
                now);
    }

    private static JobRecord outcome(
            JobRecord before, long version, JobState state, Settlement settlement, Instant now) {
        return new JobRecord(
                before.key(),
                version,
                state,
                before.address(),
                before.name(),
                before.token(),
                before.digest(),
                before.attempt(),
                before.parameters(),
                before.origin(),
                settlement.jobId(),
                settlement.requestId(),
                settlement.code(),
                settlement.message(),
                before.intendedAt(),
                now);
    }
}
