package io.camelsmc.emulator.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HttpServerTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-01-15T08:30:00Z"), ZoneOffset.UTC);

    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.start(0, HttpServerTest::echo, CLOCK);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private static HttpReply echo(HttpRequest request) {
        String seen = request.method() + " " + request.path() + " [" + request.rawQuery() + "] "
                + new String(request.body(), StandardCharsets.UTF_8) + " #" + request.connectionId();
        return HttpReply.of(200, "text/plain", seen);
    }

    @Test
    void answersTwoRequestsOnOneConnection() throws IOException {
        String request = "GET /a?b=%20 HTTP/1.1\r\nHost: x\r\n\r\n";
        String last = "GET /z HTTP/1.1\r\nConnection: close\r\n\r\n";

        String answers = talk(request + last);

        assertThat(answers)
                .startsWith("HTTP/1.1 200 OK\r\nDate: Thu, 15 Jan 2026 08:30:00 GMT\r\n")
                .contains("GET /a [b=%20]  #1")
                .endsWith("GET /z []  #1");
    }

    @Test
    void joinsTheChunksOfABodyAndInvitesTheClientToSendIt() throws IOException {
        String answer = talk("POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\nExpect: 100-continue\r\n"
                + "Connection: close\r\n\r\n3\r\nabc\r\n2;x=y\r\nde\r\n0\r\nTrailer: 1\r\n\r\n");

        assertThat(answer)
                .startsWith("HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK")
                .contains("POST / [] abcde");
    }

    @Test
    void refusesWhatIsNoHttpOrTooLarge() throws IOException {
        assertThat(talk("hello\r\n\r\n")).startsWith("HTTP/1.1 400 ");
        assertThat(talk("POST / HTTP/1.1\r\nContent-Length: 999999999\r\n\r\n")).startsWith("HTTP/1.1 413 ");
        assertThat(talk("POST / HTTP/1.1\r\nContent-Length: -1\r\n\r\n")).startsWith("HTTP/1.1 400 ");
    }

    @Test
    void listensOnTheLoopbackAddressOnly() {
        assertThat(server.endpoint().getHost()).isEqualTo("127.0.0.1");
    }

    @Test
    void decodesAndEncodesAfterTheStandard() {
        String text = "x 迁移*~+/?&=%\"";

        String encoded = PercentCoding.encode(text);

        assertThat(encoded).isEqualTo("x%20%E8%BF%81%E7%A7%BB%2A~%2B%2F%3F%26%3D%25%22");
        assertThat(PercentCoding.decode(encoded)).isEqualTo(text);
        assertThat(PercentCoding.decode("a+b")).isEqualTo("a b");
    }

    private String talk(String bytes) throws IOException {
        try (Socket socket =
                new Socket(InetAddress.getLoopbackAddress(), server.endpoint().getPort())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(bytes.getBytes(StandardCharsets.US_ASCII));
            InputStream in = socket.getInputStream();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
