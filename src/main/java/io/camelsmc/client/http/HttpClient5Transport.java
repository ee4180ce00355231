package io.camelsmc.client.http;

import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.apache.hc.core5.io.CloseMode;
import org.jspecify.annotations.Nullable;

/**
 * The transport over Apache HttpClient 5. Owns its connections, its deadline thread and its name look-ups; closing it
 * cuts calls that are under way. Loopback endpoints are never reached through a proxy.
 */
public final class HttpClient5Transport implements SmcTransport {

    private final SmcClientConfig config;
    private final URI root;
    private final HttpHost target;
    private final BoundedDnsResolver resolver;
    private final CloseableHttpClient client;
    private final ScheduledThreadPoolExecutor deadlines = CallDeadline.executor();

    /**
     * A transport to one endpoint.
     *
     * @param endpoint scheme, host and port, already {@linkplain EndpointPolicy#check checked}
     * @throws IllegalArgumentException if the proxy cannot be used
     */
    public HttpClient5Transport(SmcClientConfig config, URI endpoint) {
        this.config = config;
        this.root = endpoint.resolve("/");
        this.target = HttpHost.create(endpoint);
        URI proxy = EndpointPolicy.isLoopback(endpoint) ? null : checkedProxy(config.proxy());
        this.resolver = new BoundedDnsResolver(config.connectTimeout());
        this.client = HttpClient5Factory.create(config, resolver, proxy);
    }

    @Override
    public TransportResponse send(TransportRequest request) throws TransportException {
        HttpPost post = new HttpPost(root);
        // Their names differ, so nothing has to be looked for and replaced.
        request.headers().forEach(post::addHeader);
        if (!request.body().isEmpty()) {
            post.setEntity(new StringEntity(request.body(), (ContentType) null));
        }
        HttpClientContext context = HttpClientContext.create();
        if (!request.query().isEmpty()) {
            SendMarker.setQuery(context, request.query());
        }
        try (CallDeadline deadline = CallDeadline.start(deadlines, config.callTimeout(), post::cancel)) {
            return exchange(post, context, deadline);
        } catch (RejectedExecutionException e) {
            throw failure(TransportFault.CANCELLED, false, 0, e);
        }
    }

    private TransportResponse exchange(HttpPost post, HttpClientContext context, CallDeadline deadline)
            throws TransportException {
        int status = 0;
        try (ClassicHttpResponse response = client.executeOpen(target, post, context)) {
            status = response.getCode();
            try {
                return new TransportResponse(status, headers(response), body(response));
            } catch (IOException | RuntimeException | CappedBody.TooLarge e) {
                // Closing a response drains the rest of its body; a cut connection has no rest.
                post.cancel();
                throw e;
            }
        } catch (CappedBody.TooLarge e) {
            throw failure(TransportFault.TOO_LARGE, true, status, e);
        } catch (IOException e) {
            boolean sent = SendMarker.sent(context);
            throw failure(fault(e, sent, deadline), sent, status, e);
        } catch (RuntimeException e) {
            throw failure(TransportFault.CANCELLED, SendMarker.sent(context), status, e);
        }
    }

    private TransportFault fault(IOException e, boolean sent, CallDeadline deadline) {
        if (deadline.passed()) {
            return TransportFault.CALL_TIMEOUT;
        }
        if (Thread.currentThread().isInterrupted() || deadlines.isShutdown()) {
            return TransportFault.CANCELLED;
        }
        return sent ? FaultClassifier.afterSending(e) : FaultClassifier.beforeSending(e);
    }

    private TransportException failure(TransportFault fault, boolean sent, int status, Exception e) {
        // What the library says about a malformed answer quotes it.
        Exception cause = fault == TransportFault.UNPARSEABLE ? null : e;
        return new TransportException(fault, sent, status, FaultText.of(fault, target, config, e), cause);
    }

    private static String body(ClassicHttpResponse response) throws IOException, CappedBody.TooLarge {
        HttpEntity entity = response.getEntity();
        return entity == null ? "" : CappedBody.read(entity.getContent());
    }

    private static Map<String, String> headers(ClassicHttpResponse response) {
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (Header header : response.getHeaders()) {
            headers.putIfAbsent(header.getName(), header.getValue() == null ? "" : header.getValue());
        }
        return headers;
    }

    private static @Nullable URI checkedProxy(@Nullable URI proxy) {
        if (proxy == null) {
            return null;
        }
        if (!"http".equalsIgnoreCase(proxy.getScheme())
                || proxy.getHost() == null
                || proxy.getPort() < 0
                || proxy.getRawUserInfo() != null) {
            throw new IllegalArgumentException("the proxy must look like http://host:port, without user and password");
        }
        return proxy;
    }

    @Override
    public void close() {
        deadlines.shutdownNow();
        client.close(CloseMode.IMMEDIATE);
        resolver.close();
    }
}
