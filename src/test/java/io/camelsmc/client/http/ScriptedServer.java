package io.camelsmc.client.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Locale;
import java.util.Queue;
import java.util.concurrent.CopyOnWriteArrayList;

/** A raw loopback server that plays one scripted answer for each request and keeps what it received. */
public final class ScriptedServer implements AutoCloseable {

    /** Writes one answer; false closes the connection afterwards. */
    public interface Answer {
        boolean play(Socket socket, OutputStream out) throws Exception;
    }

    private final ServerSocket server;
    private final Queue<Answer> script = new ArrayDeque<>();
    private final CopyOnWriteArrayList<String> requests = new CopyOnWriteArrayList<>();
    private final CopyOnWriteArrayList<Socket> sockets = new CopyOnWriteArrayList<>();

    public ScriptedServer() throws IOException {
        this(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()));
    }

    public ScriptedServer(ServerSocket server) {
        this.server = server;
        start(this::accept);
    }

    public URI uri() {
        return URI.create("http://127.0.0.1:" + server.getLocalPort());
    }

    public int port() {
        return server.getLocalPort();
    }

    /** Every request seen, head and body, in order. */
    public CopyOnWriteArrayList<String> requests() {
        return requests;
    }

    public ScriptedServer then(Answer answer) {
        synchronized (script) {
            script.add(answer);
        }
        return this;
    }

    /** A complete answer; {@code head} is status line and headers without length, separated by newlines. */
    public ScriptedServer then(String head, byte[] body) {
        return then((socket, out) -> {
            write(out, head.strip().replace("\n", "\r\n") + "\r\nContent-Length: " + body.length + "\r\n\r\n");
            out.write(body);
            out.flush();
            return true;
        });
    }

    public ScriptedServer then(String head, String body) {
        return then(head, body.getBytes(StandardCharsets.UTF_8));
    }

    public ScriptedServer thenJson(int status, String body) {
        return then("HTTP/1.1 " + status + " X\nContent-Type: application/json;charset=utf-8", body);
    }

    public static void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.ISO_8859_1));
        out.flush();
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                sockets.add(socket);
                start(() -> serve(socket));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            socket.setTcpNoDelay(true);
            InputStream in = socket.getInputStream();
            boolean open = true;
            while (open) {
                String request = read(in);
                if (request.isEmpty()) {
                    return;
                }
                requests.add(request);
                Answer answer;
                synchronized (script) {
                    answer = script.poll();
                }
                open = answer != null && answer.play(socket, socket.getOutputStream());
            }
        } catch (Exception e) {
            // The client hung up, or the script did.
        }
    }

    private static String read(InputStream in) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        while (!head.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
            int c = in.read();
            if (c < 0) {
                return "";
            }
            head.write(c);
        }
        String text = head.toString(StandardCharsets.ISO_8859_1);
        int at = text.toLowerCase(Locale.ROOT).indexOf("content-length:");
        int length = at < 0
                ? 0
                : Integer.parseInt(
                        text.substring(at + 15, text.indexOf("\r\n", at)).strip());
        return text + new String(in.readNBytes(length), StandardCharsets.UTF_8);
    }

    private static void start(Runnable task) {
        Thread thread = new Thread(task, "scripted-server");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        server.close();
        for (Socket socket : sockets) {
            socket.close();
        }
    }
}
