package io.camelsmc.emulator.http;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the requests of one connection, one after the other. */
final class RequestReader {

    /** A GET carries a whole specification in its query, so the head may be long. */
    static final int MAX_HEAD_BYTES = 256 * 1024;

    static final int MAX_BODY_BYTES = 4 * 1024 * 1024;

    private static final byte[] CONTINUE = "HTTP/1.1 100 Continue\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

    private final InputStream in;
    private final OutputStream out;
    private final long connectionId;
    private final StringBuilder line = new StringBuilder(256);
    private int headBytes;

    RequestReader(InputStream in, OutputStream out, long connectionId) {
        this.in = in;
        this.out = out;
        this.connectionId = connectionId;
    }

    /** The next request, or null when the client has ended the connection between two requests. */
    @Nullable
    HttpRequest next(boolean doomed) throws IOException, BadRequestException {
        headBytes = 0;
        String start = readLine(true);
        while (start != null && start.isEmpty()) {
            start = readLine(true);
        }
        if (start == null) {
            return null;
        }
        String[] parts = start.split(" ", -1);
        if (parts.length != 3 || !parts[2].startsWith("HTTP/1.")) {
            throw new BadRequestException(400, "not an HTTP/1 request line");
        }
        Map<String, String> headers = readHeaders();
        byte[] body = readBody(headers);
        headers.putIfAbsent("connection", parts[2].equals("HTTP/1.0") ? "close" : "keep-alive");
        String target = stripOrigin(parts[1]);
        int question = target.indexOf('?');
        String path = question < 0 ? target : target.substring(0, question);
        String query = question < 0 ? "" : target.substring(question + 1);
        return new HttpRequest(parts[0], path, query, headers, body, connectionId, doomed);
    }

    /** A request through a forward proxy names the whole address; only its path and query count here. */
    private static String stripOrigin(String target) {
        if (target.startsWith("/")) {
            return target;
        }
        int scheme = target.indexOf("://");
        int slash = scheme < 0 ? -1 : target.indexOf('/', scheme + 3);
        return slash < 0 ? "/" : target.substring(slash);
    }

    private Map<String, String> readHeaders() throws IOException, BadRequestException {
        Map<String, String> headers = new HashMap<>();
        for (String header = line(); !header.isEmpty(); header = line()) {
            int colon = header.indexOf(':');
            if (colon <= 0) {
                throw new BadRequestException(400, "header without a name");
            }
            headers.put(
                    header.substring(0, colon).toLowerCase(Locale.ROOT),
                    header.substring(colon + 1).strip());
        }
        return headers;
    }

    private byte[] readBody(Map<String, String> headers) throws IOException, BadRequestException {
        boolean chunked = "chunked".equalsIgnoreCase(headers.get("transfer-encoding"));
        long length = chunked ? 0 : contentLength(headers.get("content-length"));
        if (length > MAX_BODY_BYTES) {
            throw new BadRequestException(413, "body too long");
        }
        if ((chunked || length > 0) && "100-continue".equalsIgnoreCase(headers.get("expect"))) {
            out.write(CONTINUE);
            out.flush();
        }
        return chunked ? readChunks() : exactly((int) length);
    }

    private static long contentLength(@Nullable String text) throws BadRequestException {
        if (text == null) {
            return 0;
        }
        if (text.isEmpty() || text.length() > 18 || !text.chars().allMatch(c -> c >= '0' && c <= '9')) {
            throw new BadRequestException(400, "Content-Length is not a number");
        }
        return Long.parseLong(text);
    }

    private byte[] readChunks() throws IOException, BadRequestException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (int size = chunkSize(); size > 0; size = chunkSize()) {
            if (body.size() + (long) size > MAX_BODY_BYTES) {
                throw new BadRequestException(413, "body too long");
            }
            body.write(exactly(size), 0, size);
            line();
        }
        for (String trailer = line(); !trailer.isEmpty(); ) {
            trailer = line();
        }
        return body.toByteArray();
    }

    private int chunkSize() throws IOException, BadRequestException {
        String text = line();
        int semicolon = text.indexOf(';');
        try {
            int size = Integer.parseInt((semicolon < 0 ? text : text.substring(0, semicolon)).strip(), 16);
            if (size >= 0) {
                return size;
            }
        } catch (NumberFormatException e) {
            // Falls through to the same refusal as a negative size.
        }
        throw new BadRequestException(400, "chunk size is not a number");
    }

    private byte[] exactly(int length) throws IOException {
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new EOFException("body ended early");
        }
        return bytes;
    }

    private String line() throws IOException, BadRequestException {
        String text = readLine(false);
        if (text == null) {
            throw new EOFException("head ended early");
        }
        return text;
    }

    /** One line in Latin-1 without its end; null only where the stream may end. */
    private @Nullable String readLine(boolean mayEnd) throws IOException, BadRequestException {
        line.setLength(0);
        for (int b = in.read(); b != '\n'; b = in.read()) {
            if (b < 0) {
                if (mayEnd && line.length() == 0) {
                    return null;
                }
                throw new EOFException("head ended early");
            }
            if (++headBytes > MAX_HEAD_BYTES) {
                throw new BadRequestException(431, "head too long");
            }
            line.append((char) b);
        }
        int end = line.length();
        return end > 0 && line.charAt(end - 1) == '\r' ? line.substring(0, end - 1) : line.toString();
    }
}
