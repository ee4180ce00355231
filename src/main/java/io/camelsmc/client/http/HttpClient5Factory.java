package io.camelsmc.client.http;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import javax.net.ssl.SSLContext;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.config.TlsConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.io.HttpClientConnectionManager;
import org.apache.hc.client5.http.io.ManagedHttpClientConnection;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.client5.http.ssl.DefaultHostnameVerifier;
import org.apache.hc.client5.http.ssl.HostnameVerificationPolicy;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.io.SocketConfig;
import org.apache.hc.core5.ssl.SSLContexts;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/** Builds the HTTP client with everything switched off that could put a second request on the wire. */
final class HttpClient5Factory {

    private static final TimeValue CONNECTION_LIFE = TimeValue.ofMinutes(5);

    /** A connection that carried an answer less long ago is taken to be open. */
    private static final TimeValue JUST_USED = TimeValue.ofMilliseconds(20);

    private HttpClient5Factory() {}

    static CloseableHttpClient create(SmcClientConfig config, BoundedDnsResolver resolver, @Nullable URI proxy) {
        HttpClientBuilder builder = HttpClientBuilder.create()
                .setConnectionManager(connections(config, resolver))
                .setDefaultRequestConfig(requests(config))
                .setRequestExecutor(new SendMarker())
                .disableAutomaticRetries()
                .disableRedirectHandling()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableConnectionState()
                .disableDefaultUserAgent();
        if (proxy != null) {
            builder.setProxy(new HttpHost(proxy.getScheme(), proxy.getHost(), proxy.getPort()));
        }
        return builder.build();
    }

    private static HttpClientConnectionManager connections(SmcClientConfig config, BoundedDnsResolver resolver) {
        SSLContext given = config.sslContext();
        SSLContext tls = given == null ? SSLContexts.createSystemDefault() : given;
        return PoolingHttpClientConnectionManagerBuilder.create()
                .setMaxConnTotal(config.maxConnections())
                .setMaxConnPerRoute(config.maxConnections())
                .setConnectionFactory(HttpClient5Factory::connection)
                .setDnsResolver(resolver)
                .setTlsSocketStrategy(new DefaultClientTlsStrategy(
                        tls, HostnameVerificationPolicy.BOTH, new DefaultHostnameVerifier()))
                .setDefaultTlsConfig(TlsConfig.custom()
                        .setHandshakeTimeout(timeout(config.connectTimeout()))
                        .build())
                .setDefaultSocketConfig(SocketConfig.custom()
                        .setSoTimeout(timeout(config.readTimeout()))
                        .setTcpNoDelay(true)
                        .build())
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(timeout(config.connectTimeout()))
                        .setSocketTimeout(timeout(config.readTimeout()))
                        // Looks for a close by the peer before a reuse: a millisecond, against a call in doubt.
                        .setValidateAfterInactivity(JUST_USED)
                        .setTimeToLive(CONNECTION_LIFE)
                        .build())
                .build();
    }

    private static ManagedHttpClientConnection connection(@Nullable Socket socket) throws IOException {
        QuietConnection connection = new QuietConnection();
        if (socket != null) {
            connection.bind(socket);
        }
        return connection;
    }

    private static RequestConfig requests(SmcClientConfig config) {
        return RequestConfig.custom()
                .setConnectionRequestTimeout(timeout(config.callTimeout()))
                .setResponseTimeout(timeout(config.readTimeout()))
                .setAuthenticationEnabled(false)
                .setRedirectsEnabled(false)
                .setExpectContinueEnabled(false)
                // Would add an Upgrade header to plain requests.
                .setProtocolUpgradeEnabled(false)
                .build();
    }

    private static Timeout timeout(Duration duration) {
        return Timeout.of(duration);
    }
}
