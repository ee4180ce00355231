package io.camelsmc.state;

import io.camelsmc.diag.SourcePosition;
import io.camelsmc.job.JobRequest;
import io.camelsmc.spec.ClientToken;
import io.camelsmc.spec.JobAddress;
import io.camelsmc.spec.JobKey;
import java.util.Set;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * What is about to be sent for one job. Written durably before the first byte of the request leaves.
 *
 * @param key identity of the job
 * @param address how people name it
 * @param name name that is sent; the anchor for reading back
 * @param token token that is sent
 * @param digest digest of the canonical request
 * @param attempt 0, and one more after each definite failure
 * @param parameters the canonical request, for showing what changed
 * @param origin where the row was read; null for a spec built in memory
 * @param expectedVersion version of the record that the caller saw; 0 when it saw none
 */
public record Intent(
        JobKey key,
        JobAddress address,
        String name,
        ClientToken token,
        String digest,
        int attempt,
        SortedMap<String, String> parameters,
        @Nullable SourcePosition origin,
        long expectedVersion) {
    /** The answers to a token that was used with other values. */
    public static final Set<String> TOKEN_HELD_BY_OTHER_VALUES =
            Set.of("IdempotentParameterMismatch", "IdempotenceParamNotMatch");

    public Intent {
        parameters = SharedParameters.of(parameters);
    }

    /**
     * The intent to send a request, which follows from what the journal remembers. A new attempt begins only after a
     * definite failure, and never because the service knows the token with other values.
     */
    public static Intent of(JobRequest request, @Nullable JobRecord prior) {
        boolean failed = prior != null
                && (prior.state() == JobState.REJECTED || prior.state() == JobState.CONFLICT)
                && !TOKEN_HELD_BY_OTHER_VALUES.contains(String.valueOf(prior.code()));
        return at(request, prior, attempt(prior) + (failed ? 1 : 0));
    }

    /** What is recorded of a job that was found: nothing is sent, so no new attempt begins. */
    public static Intent found(JobRequest request, @Nullable JobRecord prior) {
        return at(request, prior, attempt(prior));
    }

    private static int attempt(@Nullable JobRecord prior) {
        return prior == null ? 0 : prior.attempt();
    }

    private static Intent at(JobRequest request, @Nullable JobRecord prior, int attempt) {
        return new Intent(
                request.key(),
                request.address(),
                request.name(),
                request.token(attempt),
                request.digest(),
                attempt,
                request.parameters(),
                request.spec().origin(),
                prior == null ? 0 : prior.version());
    }
}
