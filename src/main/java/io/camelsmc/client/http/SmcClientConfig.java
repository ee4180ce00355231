package io.camelsmc.client.http;

import io.camelsmc.client.sign.SignatureVersion;
import java.net.URI;
import java.time.Duration;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/**
 * How to reach the service.
 *
 * @param endpoint base URI with scheme and port; plain HTTP only for loopback
 * @param signatureVersion which signature to make
 * @param connectTimeout time allowed to connect
 * @param readTimeout time allowed between two reads
 * @param callTimeout time allowed for one call in all
 * @param maxConnections connections kept to the service at most
 * @param sslContext TLS settings; null for the platform's
 * @param proxy proxy as {@code http://host:port}; null for none
 * @param accountId account id, when known; the scope of keys
 */
public record SmcClientConfig(
        URI endpoint,
        SignatureVersion signatureVersion,
        Duration connectTimeout,
        Duration readTimeout,
        Duration callTimeout,
        int maxConnections,
        @Nullable SSLContext sslContext,
        @Nullable URI proxy,
        @Nullable String accountId) {

    /** The public endpoint; one host serves every region. */
    public static final URI PUBLIC_ENDPOINT = URI.create("https://smc.aliyuncs.com");

    /** The public endpoint with the deadlines of the reliability rules: 5 s, 30 s, 60 s. */
    public static SmcClientConfig defaults() {
        return new SmcClientConfig(
                PUBLIC_ENDPOINT,
                SignatureVersion.V3,
                Duration.ofSeconds(5),
                Duration.ofSeconds(30),
                Duration.ofSeconds(60),
                64,
                null,
                null,
                null);
    }

    /** The same with another endpoint. */
    public SmcClientConfig withEndpoint(URI uri) {
        return new SmcClientConfig(
                uri,
                signatureVersion,
                connectTimeout,
                readTimeout,
                callTimeout,
                maxConnections,
                sslContext,
                proxy,
                accountId);
    }

    /** The same with another signature. */
    public SmcClientConfig withSignatureVersion(SignatureVersion version) {
        return new SmcClientConfig(
                endpoint,
                version,
                connectTimeout,
                readTimeout,
                callTimeout,
                maxConnections,
                sslContext,
                proxy,
                accountId);
    }

    /** The same with other deadlines. */
    public SmcClientConfig withTimeouts(Duration connect, Duration read, Duration call) {
        return new SmcClientConfig(
                endpoint, signatureVersion, connect, read, call, maxConnections, sslContext, proxy, accountId);
    }

    /** The same with the id of the account, or without when null. */
    public SmcClientConfig withAccountId(@Nullable String id) {
        return new SmcClientConfig(
                endpoint,
                signatureVersion,
                connectTimeout,
                readTimeout,
                callTimeout,
                maxConnections,
                sslContext,
                proxy,
                id);
    }
}
