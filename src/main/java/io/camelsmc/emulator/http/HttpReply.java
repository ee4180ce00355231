package io.camelsmc.emulator.http;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One answer and the way it leaves the server.
 *
 * @param status the HTTP status; ignored by deliveries that send nothing
 * @param headers further headers in sending order; length and date are added by the server
 * @param body the body as sent; must not be modified
 * @param delivery how the bytes travel
 */
@SuppressWarnings("ArrayRecordComponent") // answers are never compared
public record HttpReply(int status, Map<String, String> headers, byte[] body, Delivery delivery) {

    /** An ordinary answer with a text body. */
    public static HttpReply of(int status, String contentType, String body) {
        return of(status, contentType, body.getBytes(StandardCharsets.UTF_8));
    }

    /** An ordinary answer. */
    public static HttpReply of(int status, String contentType, byte[] body) {
        return new HttpReply(status, Map.of("Content-Type", contentType), body, Delivery.NORMAL);
    }

    /** Nothing but the given end of the conversation. */
    public static HttpReply silent(Delivery delivery) {
        return new HttpReply(0, Map.of(), new byte[0], delivery);
    }

    /** The same answer on another way. */
    public HttpReply deliveredBy(Delivery other) {
        return new HttpReply(status, headers, body, other);
    }

    /** The same answer with one more header. */
    public HttpReply withHeader(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new HttpReply(status, more, body, delivery);
    }
}
