package io.camelsmc.emulator.http;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;

/** Serves one TCP connection from its first request to its end, on one thread. */
final class Connection implements Runnable {

    /** Long enough that no client sees it by accident. */
    private static final int IDLE_MILLIS = 300_000;

    private final Socket socket;
    private final long id;
    private final HttpHandler handler;
    private final ReplyWriter writer;
    private boolean closeAtNext;

    Connection(Socket socket, long id, HttpHandler handler, ReplyWriter writer) {
        this.socket = socket;
        this.id = id;
        this.handler = handler;
        this.writer = writer;
    }

    @Override
    public void run() {
        try (socket) {
            socket.setTcpNoDelay(true);
            socket.setSoTimeout(IDLE_MILLIS);
            InputStream in = new BufferedInputStream(socket.getInputStream(), 16 * 1024);
            OutputStream out = socket.getOutputStream();
            serve(in, out);
        } catch (IOException e) {
            // The client has gone, which is its right and often the very thing a test wants.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Ends the connection from outside. */
    void abort() {
        try {
            socket.close();
        } catch (IOException e) {
            // Closing is the best that can be done with it.
        }
    }

    private void serve(InputStream in, OutputStream out) throws IOException, InterruptedException {
        RequestReader reader = new RequestReader(in, out, id);
        try {
            boolean open = true;
            while (open) {
                HttpRequest request = reader.next(closeAtNext);
                open = request != null && answer(request, in, out);
            }
        } catch (BadRequestException e) {
            writer.writeWhole(out, HttpReply.of(e.status(), "text/plain", e.getMessage() + "\n"), true);
        }
    }

    /** Sends the answer and says whether the connection stays open. */
    private boolean answer(HttpRequest request, InputStream in, OutputStream out)
            throws IOException, InterruptedException {
        HttpReply reply = reply(request);
        if (request.doomed()) {
            return false;
        }
        boolean close = "close".equalsIgnoreCase(request.header("connection"));
        switch (reply.delivery().kind()) {
            case NORMAL -> writer.writeWhole(out, reply, close);
            case CLOSE_AFTER -> writer.writeWhole(out, reply, false);
            case CLOSE_AT_REUSE -> {
                writer.writeWhole(out, reply, false);
                closeAtNext = true;
            }
            case TRUNCATE -> writer.writeHalf(out, reply);
            case CUT_CHUNK -> writer.writeHalfChunk(out, reply);
            case SLOW -> writer.writeSlowly(out, reply);
            case HUGE -> writer.writeHuge(out, reply);
            case RESET -> socket.setSoLinger(true, 0);
            case STALL -> awaitEnd(in);
            case DROP -> {}
        }
        return switch (reply.delivery().kind()) {
            case NORMAL, SLOW, HUGE -> !close;
            case CLOSE_AT_REUSE -> true;
            default -> false;
        };
    }

    private HttpReply reply(HttpRequest request) {
        try {
            return handler.handle(request);
        } catch (RuntimeException e) {
            return HttpReply.of(500, "text/plain", "emulator failure: " + e + "\n");
        }
    }

    private static void awaitEnd(InputStream in) throws IOException {
        byte[] ignored = new byte[1024];
        int read = in.read(ignored);
        while (read >= 0) {
            read = in.read(ignored);
        }
    }
}
