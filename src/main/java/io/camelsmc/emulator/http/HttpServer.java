package io.camelsmc.emulator.http;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Clock;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/** Listens on the loopback address only and gives every connection a thread. Safe for use by many threads. */
public final class HttpServer implements AutoCloseable {

    /** A connection above this number is closed at once. */
    static final int MAX_CONNECTIONS = 1024;

    private static final int BACKLOG = 512;

    private final ServerSocket listener;
    private final HttpHandler handler;
    private final ReplyWriter writer;
    private final ThreadPoolExecutor threads;
    private final Set<Connection> connections = ConcurrentHashMap.newKeySet();
    private final AtomicLong connectionIds = new AtomicLong();
    private volatile boolean closed;

    private HttpServer(ServerSocket listener, HttpHandler handler, Clock clock) {
        this.listener = listener;
        this.handler = handler;
        this.writer = new ReplyWriter(clock);
        AtomicLong threadIds = new AtomicLong();
        this.threads =
                new ThreadPoolExecutor(0, MAX_CONNECTIONS, 10, TimeUnit.SECONDS, new SynchronousQueue<>(), task -> {
                    Thread thread = new Thread(task, "smc-emulator-" + threadIds.incrementAndGet());
                    thread.setDaemon(true);
                    return thread;
                });
    }

    /**
     * Starts a server.
     *
     * @param port the port, or 0 for any free one
     * @param clock tells the date of the answers
     * @throws IOException when the port is taken
     */
    public static HttpServer start(int port, HttpHandler handler, Clock clock) throws IOException {
        ServerSocket listener = new ServerSocket();
        try {
            listener.setReuseAddress(true);
            listener.bind(new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), port), BACKLOG);
        } catch (IOException e) {
            listener.close();
            throw e;
        }
        HttpServer server = new HttpServer(listener, handler, clock);
        Thread acceptor = new Thread(server::accept, "smc-emulator-accept");
        acceptor.setDaemon(true);
        acceptor.start();
        return server;
    }

    /** The address to call. */
    public URI endpoint() {
        return URI.create("http://127.0.0.1:" + listener.getLocalPort());
    }

    /** Stops listening and ends every connection. */
    @Override
    public void close() {
        closed = true;
        try {
            listener.close();
        } catch (IOException e) {
            // Nothing more can be done with a socket that does not close.
        }
        connections.forEach(Connection::abort);
        threads.shutdownNow();
    }

    private void accept() {
        while (!closed) {
            try {
                serve(listener.accept());
            } catch (IOException e) {
                // Out of file handles, most likely; a short rest keeps the loop from burning a core.
                LockSupport.parkNanos(10_000_000);
            }
        }
    }

    private void serve(Socket socket) {
        Connection connection = new Connection(socket, connectionIds.incrementAndGet(), handler, writer);
        connections.add(connection);
        try {
            threads.execute(() -> {
                try {
                    connection.run();
                } finally {
                    connections.remove(connection);
                }
            });
        } catch (RejectedExecutionException e) {
            connections.remove(connection);
            connection.abort();
        }
        if (closed) {
            connection.abort();
        }
    }
}
