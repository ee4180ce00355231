package io.camelsmc.emulator.http;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One request as it arrived.
 *
 * @param method the HTTP method, as sent
 * @param path the path without the query
 * @param rawQuery the query without the question mark, still percent-encoded, empty when absent
 * @param headers values by lower-case name; a repeated header keeps its last value
 * @param body the decoded body, empty when absent; must not be modified
 * @param connectionId number of the TCP connection, counted from 1
 * @param doomed true when an earlier answer asked that this connection be closed at its next request;
 *     whatever the handler answers is not sent
 */
@SuppressWarnings("ArrayRecordComponent") // requests are never compared
public record HttpRequest(
        String method,
        String path,
        String rawQuery,
        Map<String, String> headers,
        byte[] body,
        long connectionId,
        boolean doomed) {

    /** The value of a header, by its lower-case name. */
    public @Nullable String header(String lowerCaseName) {
        return headers.get(lowerCaseName);
    }
}
