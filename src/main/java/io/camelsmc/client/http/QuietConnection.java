package io.camelsmc.client.http;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.net.ssl.SSLSocket;
import org.apache.hc.client5.http.io.ManagedHttpClientConnection;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.impl.io.DefaultBHttpClientConnection;
import org.apache.hc.core5.http.impl.io.SocketHolder;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/**
 * A pooled connection that never logs what it carries. The library's own prints every header and byte at debug level,
 * signatures and session tokens included.
 */
final class QuietConnection extends DefaultBHttpClientConnection implements ManagedHttpClientConnection {

    /** The library sets no bounds of its own to the head of an answer. */
    private static final Http1Config BOUNDED = Http1Config.custom()
            .setMaxLineLength(16 * 1024)
            .setMaxHeaderCount(100)
            .build();

    private final AtomicBoolean closed = new AtomicBoolean();
    private volatile @Nullable Timeout socketTimeout;

    QuietConnection() {
        super(BOUNDED);
    }

    @Override
    public void bind(Socket socket) throws IOException {
        refuseWhenClosed(socket);
        super.bind(new SocketHolder(socket));
        socketTimeout = Timeout.ofMilliseconds(socket.getSoTimeout());
    }

    @Override
    public void bind(SSLSocket tls, Socket base) throws IOException {
        refuseWhenClosed(base);
        super.bind(new SocketHolder(tls, base));
        socketTimeout = Timeout.ofMilliseconds(tls.getSoTimeout());
    }

    /** A call that was cut while connecting must not come alive afterwards. */
    private void refuseWhenClosed(Socket socket) throws IOException {
        if (closed.get()) {
            socket.close();
            throw new InterruptedIOException("the connection is closed");
        }
    }

    @Override
    public @Nullable Socket getSocket() {
        SocketHolder holder = getSocketHolder();
        return holder == null ? null : holder.getSocket();
    }

    @Override
    public void setSocketTimeout(Timeout timeout) {
        super.setSocketTimeout(timeout);
        socketTimeout = timeout;
    }

    @Override
    public void close() throws IOException {
        if (closed.compareAndSet(false, true)) {
            super.close();
        }
    }

    @Override
    public void close(CloseMode mode) {
        if (closed.compareAndSet(false, true)) {
            super.close(mode);
        }
    }

    @Override
    public void passivate() {
        super.setSocketTimeout(Timeout.ZERO_MILLISECONDS);
    }

    @Override
    public void activate() {
        Timeout timeout = socketTimeout;
        if (timeout != null) {
            super.setSocketTimeout(timeout);
        }
    }
}
