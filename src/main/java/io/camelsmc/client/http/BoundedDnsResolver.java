package io.camelsmc.client.http;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.hc.client5.http.DnsResolver;

/**
 * Resolves names within a time limit. The platform's resolver cannot be interrupted and may take minutes; a look-up that
 * hangs keeps a daemon thread, of which there are few, and the call goes on without it.
 */
final class BoundedDnsResolver implements DnsResolver, AutoCloseable {

    private static final int MAX_THREADS = 16;

    private final Duration allowed;
    private final ThreadPoolExecutor executor;

    BoundedDnsResolver(Duration allowed) {
        this.allowed = allowed;
        this.executor = new ThreadPoolExecutor(0, MAX_THREADS, 10, TimeUnit.SECONDS, new SynchronousQueue<>(), task -> {
            Thread thread = new Thread(task, "smc-name-lookup");
            thread.setDaemon(true);
            return thread;
        });
    }

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        Future<InetAddress[]> lookup;
        try {
            lookup = executor.submit(() -> InetAddress.getAllByName(host));
        } catch (RejectedExecutionException e) {
            throw failure(host, "too many name look-ups hang", e);
        }
        try {
            return lookup.get(allowed.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            throw failure(host, "name look-up took too long", e);
        } catch (ExecutionException e) {
            throw failure(host, "name does not resolve", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failure(host, "interrupted during name look-up", e);
        }
    }

    @Override
    public String resolveCanonicalHostname(String host) {
        return host;
    }

    @Override
    public void close() {
        executor.shutdownNow();
    }

    private static UnknownHostException failure(String host, String reason, Exception cause) {
        UnknownHostException failure = new UnknownHostException(host + ": " + reason);
        failure.initCause(cause);
        return failure;
    }
}
