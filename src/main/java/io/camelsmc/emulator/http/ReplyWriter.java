package io.camelsmc.emulator.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;

/** Turns answers into bytes; head and body leave in one write, so that small answers are one packet. */
final class ReplyWriter {

    private static final Map<Integer, String> REASONS = Map.ofEntries(
            Map.entry(200, "OK"),
            Map.entry(302, "Found"),
            Map.entry(400, "Bad Request"),
            Map.entry(401, "Unauthorized"),
            Map.entry(403, "Forbidden"),
            Map.entry(404, "Not Found"),
            Map.entry(405, "Method Not Allowed"),
            Map.entry(413, "Content Too Large"),
            Map.entry(429, "Too Many Requests"),
            Map.entry(431, "Request Header Fields Too Large"),
            Map.entry(500, "Internal Server Error"),
            Map.entry(502, "Bad Gateway"),
            Map.entry(503, "Service Unavailable"),
            Map.entry(504, "Gateway Timeout"));

    private final Clock clock;
    private volatile DateText date = new DateText(Long.MIN_VALUE, "");

    ReplyWriter(Clock clock) {
        this.clock = clock;
    }

    /** The whole answer. */
    void writeWhole(OutputStream out, HttpReply reply, boolean close) throws IOException {
        byte[] head = head(reply, "Content-Length: " + reply.body().length, close);
        ByteArrayOutputStream all = new ByteArrayOutputStream(head.length + reply.body().length);
        all.writeBytes(head);
        all.writeBytes(reply.body());
        all.writeTo(out);
        out.flush();
    }

    /** The head for the whole body, and half of the body. */
    void writeHalf(OutputStream out, HttpReply reply) throws IOException {
        out.write(head(reply, "Content-Length: " + Math.max(2, reply.body().length), false));
        out.write(reply.body(), 0, reply.body().length / 2);
        out.flush();
    }

    /** A chunk that promises the whole body and holds half of it. */
    void writeHalfChunk(OutputStream out, HttpReply reply) throws IOException {
        out.write(head(reply, "Transfer-Encoding: chunked", false));
        out.write((Integer.toHexString(Math.max(2, reply.body().length)) + "\r\n").getBytes(StandardCharsets.US_ASCII));
        out.write(reply.body(), 0, reply.body().length / 2);
        out.flush();
    }

    /** The body byte by byte. */
    void writeSlowly(OutputStream out, HttpReply reply) throws IOException, InterruptedException {
        out.write(head(reply, "Content-Length: " + reply.body().length, false));
        for (byte b : reply.body()) {
            out.flush();
            Thread.sleep(reply.delivery().interval().toMillis());
            out.write(b);
        }
        out.flush();
    }

    /** The body again and again until the size is reached. */
    void writeHuge(OutputStream out, HttpReply reply) throws IOException {
        long left = reply.delivery().bytes();
        out.write(head(reply, "Content-Length: " + left, false));
        byte[] block = reply.body().length == 0 ? new byte[8192] : reply.body();
        while (left > 0) {
            int length = (int) Math.min(left, block.length);
            out.write(block, 0, length);
            left -= length;
        }
        out.flush();
    }

    private byte[] head(HttpReply reply, String framing, boolean close) {
        StringBuilder head = new StringBuilder(256)
                .append("HTTP/1.1 ")
                .append(reply.status())
                .append(' ')
                .append(REASONS.getOrDefault(reply.status(), "Status"))
                .append("\r\n");
        if (!reply.headers().containsKey("Date")) {
            head.append("Date: ").append(dateText()).append("\r\n");
        }
        reply.headers()
                .forEach((name, value) ->
                        head.append(name).append(": ").append(value).append("\r\n"));
        head.append(framing).append("\r\n");
        head.append(close ? "Connection: close\r\n\r\n" : "Connection: keep-alive\r\n\r\n");
        return head.toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    /** Formatting the date costs more than the rest of the head, so it is done once a second. */
    private String dateText() {
        long second = Math.floorDiv(clock.millis(), 1000L);
        DateText known = date;
        if (known.second() != second) {
            known = new DateText(
                    second,
                    DateTimeFormatter.RFC_1123_DATE_TIME.format(
                            Instant.ofEpochSecond(second).atOffset(ZoneOffset.UTC)));
            date = known;
        }
        return known.text();
    }

    private record DateText(long second, String text) {}
}
