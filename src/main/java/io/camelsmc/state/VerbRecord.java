package io.camelsmc.state;

import io.camelsmc.job.Verb;
import io.camelsmc.spec.JobKey;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the journal remembers about one verb for one job.
 *
 * @param key identity of the job
 * @param number counts the verbs of the job, from 1
 * @param jobId the job itself
 * @param verb what was to be done to it
 * @param arguments what the request said beside the id; empty for none
 * @param seen status of the job when the verdict was given, as the service spells it
 * @param state what came of it
 * @param requestId id of the call that settled it; null until known
 * @param code error code; null when there was none
 * @param message text for people, free of secrets; null when there was none
 * @param intendedAt when the intent was written
 * @param updatedAt when the record last changed
 */
public record VerbRecord(
        JobKey key,
        long number,
        String jobId,
        Verb verb,
        String arguments,
        String seen,
        VerbState state,
        @Nullable String requestId,
        @Nullable String code,
        @Nullable String message,
        Instant intendedAt,
        Instant updatedAt) {}
