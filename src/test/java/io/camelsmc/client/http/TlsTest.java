package io.camelsmc.client.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.Map;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class TlsTest {

    private static final TransportRequest REQUEST = new TransportRequest("A=b", Map.of(), "");

    @Test
    void trustedCertificateForTheHostIsAccepted() throws Exception {
        try (ScriptedServer server = server("loopback.p12");
                HttpClient5Transport transport = transport(server, context("loopback.p12"))) {
            server.thenJson(200, "{}");

            assertThat(transport.send(REQUEST).status()).isEqualTo(200);
        }
    }

    @Test
    void unknownCertificateStopsTheCallBeforeItIsSent() throws Exception {
        assertRefused("loopback.p12", null);
    }

    @Test
    void certificateForAnotherHostStopsTheCallBeforeItIsSent() throws Exception {
        assertRefused("elsewhere.p12", context("elsewhere.p12"));
    }

    @Test
    void expiredCertificateStopsTheCallBeforeItIsSent() throws Exception {
        assertRefused("expired.p12", context("expired.p12"));
    }

    @Test
    void peerThatHangsUpDuringTheHandshakeIsAnOutage() throws Exception {
        try (ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            Thread hangUp = new Thread(() -> {
                try (var socket = server.accept()) {
                    assertThat(socket.getInputStream().read()).isPositive();
                } catch (IOException e) {
                    // The test is over.
                }
            });
            hangUp.start();
            try (HttpClient5Transport transport = transport(server.getLocalPort(), null)) {
                TransportException failure =
                        catchThrowableOfType(TransportException.class, () -> transport.send(REQUEST));

                assertThat(failure.fault()).isEqualTo(TransportFault.CONNECTION_RESET);
                assertThat(failure.sent()).isFalse();
            }
            hangUp.join();
        }
    }

    private static void assertRefused(String certificate, @Nullable SSLContext trust) throws Exception {
        try (ScriptedServer server = server(certificate);
                HttpClient5Transport transport = transport(server, trust)) {
            TransportException failure = catchThrowableOfType(TransportException.class, () -> transport.send(REQUEST));

            assertThat(failure.fault()).isEqualTo(TransportFault.TLS_FAILURE);
            assertThat(failure.sent()).isFalse();
            assertThat(failure).hasMessageContaining("127.0.0.1");
            assertThat(server.requests()).isEmpty();
        }
    }

    private static ScriptedServer server(String certificate) throws Exception {
        return new ScriptedServer(context(certificate)
                .getServerSocketFactory()
                .createServerSocket(0, 50, InetAddress.getLoopbackAddress()));
    }

    private static HttpClient5Transport transport(ScriptedServer server, @Nullable SSLContext trust) {
        return transport(server.port(), trust);
    }

    private static HttpClient5Transport transport(int port, @Nullable SSLContext trust) {
        SmcClientConfig base = SmcClientConfig.defaults();
        URI endpoint = URI.create("https://127.0.0.1:" + port);
        return new HttpClient5Transport(
                new SmcClientConfig(
                        endpoint,
                        base.signatureVersion(),
                        base.connectTimeout(),
                        base.readTimeout(),
                        base.callTimeout(),
                        2,
                        trust,
                        null,
                        null),
                endpoint);
    }

    /** Presents the certificate of a file and trusts its root. */
    private static SSLContext context(String file) throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        char[] password = "changeit".toCharArray();
        try (InputStream in = TlsTest.class.getResourceAsStream("/client/" + file)) {
            store.load(in, password);
        }
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        Certificate[] chain = store.getCertificateChain("s");
        trusted.setCertificateEntry("root", chain[chain.length - 1]);
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, password);
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
        return context;
    }
}
