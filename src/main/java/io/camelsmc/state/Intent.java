package io.camelsmc.state;

import io.camelsmc.diag.SourcePosition;
import io.camelsmc.spec.ClientToken;
import io.camelsmc.spec.JobAddress;
import io.camelsmc.spec.JobKey;
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
    public Intent {
        parameters = SharedParameters.of(parameters);
    }
}
