package io.camelsmc.client.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** How a request goes out: one connection, one request, and what is known to be unsent. */
class HttpClient5TransportTest extends HttpTransportRig {

    @Test
    void sendsOnePostAndReadsTheWholeAnswer() throws Exception {
        server.then(OK + "\nX-Acs-Request-Id: R1", "{\"a\":\"ü\"}");

        TransportResponse response =
                transport.send(new TransportRequest("A=b%20c&Z=%2A", Map.of("Host", host(), "x-acs-action", "T"), ""));

        assertThat(response.status()).isEqualTo(200);
        assertThat(response.body()).isEqualTo("{\"a\":\"ü\"}");
        assertThat(response.header("x-acs-request-id")).isEqualTo("R1");
        assertThat(server.requests()).hasSize(1);
        assertThat(server.requests().get(0))
                .startsWith("POST /?A=b%20c&Z=%2A HTTP/1.1\r\n")
                .containsOnlyOnce("Host: " + host())
                .contains("x-acs-action: T")
                .doesNotContainIgnoringCase("upgrade:")
                .doesNotContainIgnoringCase("expect:")
                .doesNotContainIgnoringCase("cookie:");
    }

    @Test
    void sendsTheFormBodyAsGiven() throws Exception {
        server.then(OK, "{}");

        transport.send(new TransportRequest(
                "", Map.of("Host", host(), "Content-Type", "application/x-www-form-urlencoded"), "A=b%20c"));

        assertThat(server.requests().get(0))
                .startsWith("POST / HTTP/1.1\r\n")
                .contains("Content-Type: application/x-www-form-urlencoded\r\n")
                .endsWith("\r\n\r\nA=b%20c");
    }

    @Test
    void refusedConnectionIsNotSent() throws IOException {
        server.close();

        assertFault(TransportFault.CONNECTION_REFUSED, false);
    }

    @Test
    void unknownHostIsNotSent() {
        transport.close();
        transport =
                transport(URI.create("https://no-such-host.invalid"), Duration.ofSeconds(10), Duration.ofSeconds(20));

        assertFault(TransportFault.DNS_FAILURE, false);
    }

    @Test
    void plainAnswerToTlsIsNotSent() throws Exception {
        // The server reads a TLS hello up to an empty line that never comes, so it must speak first.
        try (ServerSocket plain = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            Thread speaker = new Thread(() -> {
                try (var socket = plain.accept()) {
                    ScriptedServer.write(socket.getOutputStream(), "HTTP/1.1 400 Bad Request\r\n\r\n");
                    Thread.sleep(2000);
                } catch (IOException | InterruptedException e) {
                    // The test is over.
                }
            });
            speaker.setDaemon(true);
            speaker.start();
            transport.close();
            transport = transport(
                    URI.create("https://127.0.0.1:" + plain.getLocalPort()),
                    Duration.ofSeconds(10),
                    Duration.ofSeconds(20));

            assertFault(TransportFault.TLS_FAILURE, false);
        }
    }

    @Test
    void connectionThatIsNeverAcceptedIsNotSent() throws IOException {
        try (ServerSocket full = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                Socket first = new Socket();
                Socket second = new Socket()) {
            // Two connections fill the queue of a listener that never accepts.
            first.connect(full.getLocalSocketAddress(), 1000);
            second.connect(full.getLocalSocketAddress(), 1000);
            transport.close();
            SmcClientConfig config = config(Duration.ofSeconds(10), Duration.ofSeconds(20), 1)
                    .withTimeouts(Duration.ofMillis(300), Duration.ofSeconds(10), Duration.ofSeconds(20));
            transport = new HttpClient5Transport(config, URI.create("http://127.0.0.1:" + full.getLocalPort()));

            assertFault(TransportFault.CONNECT_TIMEOUT, false);
        }
    }

    @Test
    void interruptWhileWaitingForAConnectionIsUnsent() throws Exception {
        transport.close();
        transport = new HttpClient5Transport(config(Duration.ofSeconds(10), Duration.ofSeconds(2), 1), server.uri());
        server.then((socket, out) -> {
            Thread.sleep(20_000);
            return false;
        });
        Thread holder = new Thread(() -> fault(transport));
        holder.start();
        Awaitility.await().until(() -> !server.requests().isEmpty());
        Thread.currentThread().interrupt();

        TransportException failure = fault(transport);

        assertThat(Thread.interrupted()).isTrue();
        assertThat(failure.sent()).isFalse();
        assertThat(server.requests()).hasSize(1);
        holder.join();
    }

    @Test
    void loopbackOfTheNewerProtocolIsReached() throws Exception {
        ServerSocket socket;
        try {
            socket = new ServerSocket(
                    0, 5, InetAddress.getByAddress(new byte[] {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1}));
        } catch (IOException e) {
            Assumptions.abort("this machine has no IPv6 loopback");
            return;
        }
        try (ScriptedServer newer = new ScriptedServer(socket)) {
            newer.then(OK, "{}");
            transport.close();
            transport = transport(
                    URI.create("http://[::1]:" + newer.port()), Duration.ofSeconds(10), Duration.ofSeconds(20));
            String host = "[::1]:" + newer.port();

            assertThat(transport
                            .send(new TransportRequest("A=b", Map.of("Host", host), ""))
                            .status())
                    .isEqualTo(200);
            assertThat(newer.requests().get(0)).containsOnlyOnce("Host: " + host);
        }
    }

    @Test
    void connectionClosedWhileIdleIsReplacedBeforeTheNextRequest() throws Exception {
        server.then((socket, out) -> {
            ScriptedServer.write(out, "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}");
            return false;
        });
        server.then(OK, "{}");

        transport.send(request());
        Thread.sleep(100);

        assertThat(transport.send(request()).status()).isEqualTo(200);
        assertThat(server.requests()).hasSize(2);
    }

    @Test
    void connectionClosedExactlyAtReuseIsOneRequestInDoubt() throws Exception {
        server.then(OK, "{}").then((socket, out) -> false).then(OK, "{}");
        transport.send(request());

        assertFault(TransportFault.CONNECTION_RESET, true);

        assertThat(server.requests()).hasSize(2);
    }

    @Test
    void failedCallsGiveTheirConnectionBack() throws Exception {
        transport.close();
        transport = new HttpClient5Transport(config(Duration.ofSeconds(10), Duration.ofSeconds(20), 1), server.uri());
        server.then(OK + "\nContent-Encoding: gzip", gzip(new byte[4 * 1024 * 1024]));
        server.then(OK, "{}");

        assertFault(TransportFault.TOO_LARGE, true);

        assertThat(transport.send(request()).status()).isEqualTo(200);
    }

    @Test
    void closedTransportSendsNothing() {
        transport.close();

        assertFault(TransportFault.CANCELLED, false);
        assertThat(server.requests()).isEmpty();
    }

    @Test
    void interruptedCallerIsNotLost() {
        Thread.currentThread().interrupt();

        fault(transport);

        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void closingCutsACallUnderWay() throws Exception {
        server.then((socket, out) -> {
            Thread.sleep(20_000);
            return false;
        });
        Thread closer = new Thread(() -> {
            Awaitility.await().until(() -> !server.requests().isEmpty());
            transport.close();
        });
        closer.start();

        assertFault(TransportFault.CANCELLED, true);
        closer.join();
    }

    @Test
    void proxyWithPasswordIsRefusedWithoutNamingIt() {
        SmcClientConfig base = config(Duration.ofSeconds(1), Duration.ofSeconds(1), 1);
        SmcClientConfig config = new SmcClientConfig(
                base.endpoint(),
                base.signatureVersion(),
                base.connectTimeout(),
                base.readTimeout(),
                base.callTimeout(),
                1,
                null,
                URI.create("http://user:hunter2@proxy:3128"),
                null);

        assertThatThrownBy(() -> new HttpClient5Transport(config, URI.create("https://smc.aliyuncs.com")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("hunter2");
    }
}
