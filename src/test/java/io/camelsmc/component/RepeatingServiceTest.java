package io.camelsmc.component;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A service that answers every request for a page with the first one. */
@Timeout(30)
class RepeatingServiceTest {

    private static final byte[] FIRST_PAGE =
            ("{\"RequestId\":\"r-1\",\"TotalCount\":500,\"PageNumber\":1,\"PageSize\":50,"
                            + "\"SourceServers\":{\"SourceServer\":[{\"SourceId\":\"s-1\"},{\"SourceId\":\"s-2\"}]}}")
                    .getBytes(StandardCharsets.UTF_8);

    @Test
    void listingEndsWhenAPageBringsNothingNew() throws Exception {
        AtomicInteger calls = new AtomicInteger();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 5);
        server.createContext("/", call -> {
            calls.incrementAndGet();
            call.getRequestBody().readAllBytes();
            call.sendResponseHeaders(200, FIRST_PAGE.length);
            call.getResponseBody().write(FIRST_PAGE);
            call.close();
        });
        server.start();
        try (Bench bench = Bench.start()) {
            Exchange done = bench.send(
                    "smc:describeSourceServers?endpoint=http://127.0.0.1:"
                            + server.getAddress().getPort(),
                    "");

            assertThat(done.getException()).isNull();
            assertThat(done.getMessage().getHeader(SmcConstants.COUNT)).isEqualTo(2L);
            assertThat(calls.get()).isEqualTo(2);
        } finally {
            server.stop(0);
        }
    }
}
