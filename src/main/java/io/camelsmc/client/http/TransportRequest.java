package io.camelsmc.client.http;

import java.util.Map;

/**
 * One signed POST to the path {@code /}. Never renders its content.
 *
 * @param query the query as sent, already encoded; empty for none
 * @param headers headers by name; {@code Host} is the literal value that was signed
 * @param body the form body, ASCII; empty for none
 */
public record TransportRequest(String query, Map<String, String> headers, String body) {
    public TransportRequest {
        headers = Map.copyOf(headers);
    }

    @Override
    public String toString() {
        return "TransportRequest[query of " + query.length() + ", body of " + body.length() + " characters]";
    }
}
