package io.camelsmc.client.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Answers that are lost, cut, endless, packed or meant for others: none makes a second request. */
class HttpAnswersTest extends HttpTransportRig {

    @Test
    void resetAfterTheRequestIsInDoubtAndNotRepeated() {
        server.then((socket, out) -> {
            socket.setSoLinger(true, 0);
            return false;
        });

        assertFault(TransportFault.CONNECTION_RESET, true);
        assertThat(server.requests()).hasSize(1);
    }

    @Test
    void endOfStreamInsteadOfAnAnswerIsInDoubtAndNotRepeated() {
        server.then((socket, out) -> false);

        assertFault(TransportFault.CONNECTION_RESET, true);
        assertThat(server.requests()).hasSize(1);
    }

    @Test
    void truncatedBodyIsInDoubt() {
        server.then((socket, out) -> {
            ScriptedServer.write(out, "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"JobId\":");
            return false;
        });

        assertThat(assertFault(TransportFault.TRUNCATED, true).status()).isEqualTo(200);
    }

    @Test
    void cutChunkStreamIsInDoubt() {
        server.then((socket, out) -> {
            ScriptedServer.write(out, "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n{\"Jo");
            return false;
        });

        assertFault(TransportFault.TRUNCATED, true);
    }

    @Test
    void answerThatIsNotHttpIsInDoubt() {
        server.then((socket, out) -> {
            ScriptedServer.write(out, "220 mail.example.com ESMTP\r\n\r\n");
            return false;
        });

        assertThat(fault(transport).sent()).isTrue();
        assertThat(server.requests()).hasSize(1);
    }

    @Test
    void silenceEndsAtTheReadTimeout() {
        transport.close();
        transport = transport(server.uri(), Duration.ofMillis(200), Duration.ofSeconds(20));
        server.then((socket, out) -> {
            Thread.sleep(5000);
            return false;
        });

        assertFault(TransportFault.READ_TIMEOUT, true);
        assertThat(server.requests()).hasSize(1);
    }

    @Test
    void oneByteAtATimeEndsAtTheTotalDeadline() {
        transport.close();
        transport = transport(server.uri(), Duration.ofSeconds(10), Duration.ofMillis(400));
        server.then((socket, out) -> {
            ScriptedServer.write(out, "HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n");
            for (int i = 0; i < 100_000; i++) {
                ScriptedServer.write(out, " ");
                Thread.sleep(50);
            }
            return false;
        });

        assertFault(TransportFault.CALL_TIMEOUT, true);
    }

    @Test
    void oneByteOfTheHeadAtATimeEndsAtTheTotalDeadline() {
        transport.close();
        transport = transport(server.uri(), Duration.ofSeconds(10), Duration.ofMillis(400));
        server.then((socket, out) -> {
            ScriptedServer.write(out, "HTTP/1.1 200 OK\r\nX-Long: ");
            while (true) {
                ScriptedServer.write(out, "a");
                Thread.sleep(50);
            }
        });

        assertFault(TransportFault.CALL_TIMEOUT, true);
    }

    @Test
    void endlessBodyIsCutAtTheCap() {
        server.then((socket, out) -> {
            ScriptedServer.write(out, "HTTP/1.1 200 OK\r\n\r\n");
            byte[] block = new byte[65536];
            while (true) {
                out.write(block);
            }
        });

        assertFault(TransportFault.TOO_LARGE, true);
    }

    @Test
    void endlessHeaderIsCut() {
        server.then((socket, out) -> {
            ScriptedServer.write(out, "HTTP/1.1 200 OK\r\nX-Long: ");
            byte[] block = "a".repeat(8192).getBytes(StandardCharsets.US_ASCII);
            while (true) {
                out.write(block);
            }
        });

        assertFault(TransportFault.TOO_LARGE, true);
    }

    @Test
    void gzipBombIsCutAtTheCap() throws IOException {
        server.then(OK + "\nContent-Encoding: gzip", gzip(new byte[64 * 1024 * 1024]));

        assertFault(TransportFault.TOO_LARGE, true);
    }

    @Test
    void compressedAnswerIsRead() throws Exception {
        server.then(OK + "\nContent-Encoding: gzip", gzip("{\"x\":1}".getBytes(StandardCharsets.UTF_8)));

        assertThat(transport.send(request()).body()).isEqualTo("{\"x\":1}");
    }

    @Test
    void wronglyCompressedAnswerIsInDoubt() {
        server.then(OK + "\nContent-Encoding: gzip", "not gzip at all");

        assertFault(TransportFault.UNPARSEABLE, true);
    }

    @Test
    void redirectIsAnAnswerAndNotFollowed() throws Exception {
        server.then("HTTP/1.1 302 Found\nLocation: " + server.uri() + "/other", "");

        assertThat(transport.send(request()).status()).isEqualTo(302);
        assertThat(server.requests()).hasSize(1);
    }

    @Test
    void busyAnswersAreNotRepeated() throws Exception {
        server.then("HTTP/1.1 503 Busy\nRetry-After: 0", "").then("HTTP/1.1 429 Slow\nRetry-After: 0", "");

        assertThat(transport.send(request()).status()).isEqualTo(503);
        assertThat(transport.send(request()).status()).isEqualTo(429);
        assertThat(server.requests()).hasSize(2);
    }

    @Test
    void authenticationChallengeIsAnAnswer() throws Exception {
        server.then("HTTP/1.1 401 Who\nWWW-Authenticate: Basic realm=\"x\"", "");

        assertThat(transport.send(request()).status()).isEqualTo(401);
        assertThat(server.requests()).hasSize(1);
    }
}
