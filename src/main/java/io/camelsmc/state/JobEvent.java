package io.camelsmc.state;

import io.camelsmc.spec.ClientToken;
import io.camelsmc.spec.JobKey;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One entry of the append-only history: what a record became, and when. Written in the transaction that changed it.
 *
 * @param serial serial of the state at this change
 * @param key identity of the job
 * @param version version of the record after the change
 * @param state state after the change
 * @param token token of the attempt
 * @param attempt number of the attempt
 * @param jobId id of the replication job; null until known
 * @param requestId id of the call; null until known
 * @param code error code; null when there was none
 * @param message text of the failure; null when there was none
 * @param at when it happened
 */
public record JobEvent(
        long serial,
        JobKey key,
        long version,
        JobState state,
        ClientToken token,
        int attempt,
        @Nullable String jobId,
        @Nullable String requestId,
        @Nullable String code,
        @Nullable String message,
        Instant at) {}
