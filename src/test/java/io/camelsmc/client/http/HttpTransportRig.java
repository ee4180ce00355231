package io.camelsmc.client.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;

/** A transport to a server that answers as it is told, both anew for each test. */
@Timeout(30)
abstract class HttpTransportRig {

    static final String OK = "HTTP/1.1 200 OK\nContent-Type: application/json";

    ScriptedServer server;
    HttpClient5Transport transport;

    @BeforeEach
    void start() throws IOException {
        server = new ScriptedServer();
        transport = transport(server.uri(), Duration.ofSeconds(10), Duration.ofSeconds(20));
    }

    @AfterEach
    void stop() throws IOException {
        transport.close();
        server.close();
    }

    TransportException assertFault(TransportFault expected, boolean sent) {
        TransportException failure = fault(transport);

        assertThat(failure.fault()).as(String.valueOf(failure.getCause())).isEqualTo(expected);
        assertThat(failure.sent()).isEqualTo(sent);
        return failure;
    }

    TransportException fault(HttpClient5Transport over) {
        return catchThrowableOfType(TransportException.class, () -> over.send(request()));
    }

    TransportRequest request() {
        return new TransportRequest("A=b", Map.of("Accept", "application/json"), "");
    }

    String host() {
        return server.uri().getAuthority();
    }

    static HttpClient5Transport transport(URI endpoint, Duration read, Duration call) {
        return new HttpClient5Transport(config(read, call, 4), endpoint);
    }

    static SmcClientConfig config(Duration read, Duration call, int connections) {
        SmcClientConfig base = SmcClientConfig.defaults().withTimeouts(Duration.ofSeconds(5), read, call);
        return new SmcClientConfig(
                base.endpoint(),
                base.signatureVersion(),
                base.connectTimeout(),
                base.readTimeout(),
                base.callTimeout(),
                connections,
                null,
                null,
                null);
    }

    static byte[] gzip(byte[] plain) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(plain);
        }
        return packed.toByteArray();
    }
}
