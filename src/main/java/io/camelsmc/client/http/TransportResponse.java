package io.camelsmc.client.http;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One complete answer.
 *
 * @param status HTTP status
 * @param headers headers by lower-case name; of a repeated header the first
 * @param body the decompressed body, read as UTF-8
 */
public record TransportResponse(int status, Map<String, String> headers, String body) {
    public TransportResponse {
        Map<String, String> lower = new TreeMap<>();
        headers.forEach((name, value) -> lower.put(name.toLowerCase(Locale.ROOT), value));
        headers = Map.copyOf(lower);
    }

    /** A header by lower-case name; null when absent. */
    public @Nullable String header(String name) {
        return headers.get(name);
    }

    @Override
    public String toString() {
        return "TransportResponse[" + status + ", body of " + body.length() + " characters]";
    }
}
