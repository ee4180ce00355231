package io.camelsmc.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;

/**
 * Answers at once and does as little as it can: one thread, no signature, no validation, no delay. A create is answered
 * with a JobId made of the request's SourceId, a listing is empty. {@code GET /stats} tells what it has seen since the
 * last {@code GET /stats}. It has two addresses, for clients that must not share connections.
 */
final class LoopbackServer {

    private static final int BUFFER = 64 * 1024;
    private static final String NO_JOBS = "{\"RequestId\":\"473469C7-AA6F-4DC5-B3DB-A3DC0DE3C83E\",\"TotalCount\":0,"
            + "\"PageNumber\":1,\"PageSize\":50,\"ReplicationJobs\":{\"ReplicationJob\":[]}}";

    private final Set<String> sources = new HashSet<>();
    private long creates;
    private long reads;
    private long cpuNanos = cpu();

    private LoopbackServer() {}

    public static void main(String[] args) throws IOException {
        try (ServerSocketChannel first = listener();
                ServerSocketChannel second = listener()) {
            System.out.println("listening on " + address(first) + " " + address(second));
            new LoopbackServer().serve(first, second);
        }
    }

    private static ServerSocketChannel listener() throws IOException {
        return ServerSocketChannel.open().bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 256);
    }

    private static String address(ServerSocketChannel listener) {
        return "http://127.0.0.1:" + listener.socket().getLocalPort();
    }

    private void serve(ServerSocketChannel... listeners) throws IOException {
        try (Selector selector = Selector.open()) {
            for (ServerSocketChannel listener : listeners) {
                listener.configureBlocking(false);
                listener.register(selector, SelectionKey.OP_ACCEPT);
            }
            while (true) {
                selector.select(this::ready);
            }
        }
    }

    private void ready(SelectionKey key) {
        try {
            if (key.isAcceptable()) {
                SocketChannel connection = ((ServerSocketChannel) key.channel()).accept();
                connection.configureBlocking(false);
                connection.setOption(StandardSocketOptions.TCP_NODELAY, true);
                connection.register(key.selector(), SelectionKey.OP_READ, ByteBuffer.allocate(BUFFER));
            } else {
                read((SocketChannel) key.channel(), (ByteBuffer) key.attachment());
            }
        } catch (IOException e) {
            close(key);
        }
    }

    private static void close(SelectionKey key) {
        try {
            key.channel().close();
        } catch (IOException e) {
            System.err.println("close: " + e.getMessage());
        }
    }

    private void read(SocketChannel connection, ByteBuffer in) throws IOException {
        if (connection.read(in) < 0) {
            connection.close();
            return;
        }
        int headEnd = blankLine(in, 0);
        if (headEnd < 0) {
            return;
        }
        String head = text(in, 0, headEnd);
        int end = bodyEnd(in, head, headEnd);
        if (end < 0 || in.position() < end) {
            return;
        }
        String body = text(in, headEnd, end);
        in.limit(in.position()).position(end);
        in.compact();
        byte[] answer = answer(head, body).getBytes(StandardCharsets.US_ASCII);
        ByteBuffer out = ByteBuffer.wrap(answer);
        while (out.hasRemaining()) {
            connection.write(out);
        }
    }

    private static String text(ByteBuffer in, int from, int end) {
        byte[] bytes = new byte[end - from];
        in.get(from, bytes);
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    /** Where the next blank line ends; -1 when it has not come yet. */
    private static int blankLine(ByteBuffer in, int from) {
        for (int i = from + 4; i <= in.position(); i++) {
            if (in.get(i - 1) == '\n' && in.get(i - 2) == '\r' && in.get(i - 3) == '\n' && in.get(i - 4) == '\r') {
                return i;
            }
        }
        return -1;
    }

    /** The vendor's client sends chunks, an empty last one for a request without a body; our client tells the length. */
    private static int bodyEnd(ByteBuffer in, String head, int headEnd) {
        String length = header(head, "Content-Length:");
        if (length != null) {
            return headEnd + Integer.parseInt(length);
        }
        return header(head, "Transfer-Encoding:") == null ? headEnd : blankLine(in, headEnd);
    }

    private static String header(String head, String name) {
        for (int i = head.indexOf('\n'); i >= 0; i = head.indexOf('\n', i + 1)) {
            if (head.regionMatches(true, i + 1, name, 0, name.length())) {
                int from = i + 1 + name.length();
                return head.substring(from, head.indexOf('\r', from)).trim();
            }
        }
        return null;
    }

    private String answer(String head, String body) {
        if (head.contains("CreateReplicationJob")) {
            creates++;
            String source = value(head, body, "SourceId=");
            sources.add(source);
            return ok("{\"RequestId\":\"473469C7-AA6F-4DC5-B3DB-A3DC0DE3C83E\",\"JobId\":\"j-" + source + "\"}");
        }
        if (head.contains("DescribeReplicationJobs")) {
            reads++;
            return ok(NO_JOBS);
        }
        if (head.startsWith("GET /stats ")) {
            long now = cpu();
            String stats = String.format(
                    "creates=%d reads=%d sources=%d cpuMillis=%d",
                    creates, reads, sources.size(), (now - cpuNanos) / 1_000_000);
            creates = 0;
            reads = 0;
            sources.clear();
            cpuNanos = now;
            return ok(stats);
        }
        return "HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n";
    }

    private static String value(String head, String body, String name) {
        int inHead = head.indexOf(name);
        String text = inHead >= 0 ? head : body;
        int from = text.indexOf(name) + name.length();
        int end = from;
        while (end < text.length() && text.charAt(end) != '&' && text.charAt(end) != ' ') {
            end++;
        }
        return text.substring(from, end);
    }

    private static String ok(String json) {
        return "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: " + json.length() + "\r\n\r\n"
                + json;
    }

    private static long cpu() {
        return ManagementFactory.getPlatformMXBean(com.sun.management.OperatingSystemMXBean.class)
                .getProcessCpuTime();
    }
}
