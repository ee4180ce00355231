package io.camelsmc.emulator;

import java.time.Instant;
import java.util.Collections;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * One request in the journal.
 *
 * @param sequence its number, counted from 1 in order of arrival
 * @param time when it arrived, by the clock of the service
 * @param action the operation, empty when the request named none
 * @param parameters what it said in query and form, without signature and session token
 * @param clientToken its idempotency key, or null
 * @param nonce its nonce, empty when it had none
 * @param status HTTP status of the answer, 0 when none was sent
 * @param code error code of the answer, or null
 * @param jobId the job a create made or found, even when the client was not told, or null
 * @param fault the fault it met, or null
 * @param connectionId number of the connection it came on
 */
public record JournalEntry(
        long sequence,
        Instant time,
        String action,
        SortedMap<String, String> parameters,
        @Nullable String clientToken,
        String nonce,
        int status,
        @Nullable String code,
        @Nullable String jobId,
        @Nullable Fault fault,
        long connectionId) {

    /** Protects the parameters. */
    public JournalEntry {
        parameters = Collections.unmodifiableSortedMap(parameters);
    }
}
