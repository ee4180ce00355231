package io.camelsmc.component;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.camelsmc.client.SmcException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import org.apache.camel.Exchange;
import org.apache.camel.support.jsse.KeyManagersParameters;
import org.apache.camel.support.jsse.KeyStoreParameters;
import org.apache.camel.support.jsse.SSLContextParameters;
import org.apache.camel.support.jsse.TrustManagersParameters;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TlsTest {

    private static final String STORE = "client/loopback.p12";
    private static final String PASSWORD = "changeit";

    private Bench bench;
    private HttpsServer server;

    @BeforeEach
    void start() throws Exception {
        SSLContextParameters own = new SSLContextParameters();
        KeyManagersParameters keys = new KeyManagersParameters();
        keys.setKeyStore(store());
        keys.setKeyPassword(PASSWORD);
        own.setKeyManagers(keys);
        bench = Bench.unstarted();
        server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 5);
        server.setHttpsConfigurator(new HttpsConfigurator(own.createSSLContext(bench.camel)));
        byte[] answer = "{\"RequestId\":\"r-1\",\"TotalCount\":0,\"SourceServers\":{\"SourceServer\":[]}}"
                .getBytes(StandardCharsets.UTF_8);
        server.createContext("/", call -> {
            call.getRequestBody().readAllBytes();
            call.sendResponseHeaders(200, answer.length);
            call.getResponseBody().write(answer);
            call.close();
        });
        server.start();
        bench.component()
                .getConfiguration()
                .setEndpoint("https://127.0.0.1:" + server.getAddress().getPort());
    }

    @AfterEach
    void stop() {
        bench.close();
        server.stop(0);
    }

    private static KeyStoreParameters store() {
        KeyStoreParameters store = new KeyStoreParameters();
        store.setType("PKCS12");
        store.setResource(STORE);
        store.setPassword(PASSWORD);
        return store;
    }

    private static SSLContextParameters trusting() {
        TrustManagersParameters trust = new TrustManagersParameters();
        trust.setKeyStore(store());
        SSLContextParameters parameters = new SSLContextParameters();
        parameters.setTrustManagers(trust);
        return parameters;
    }

    @Test
    void tlsSettingsOfTheContextAreUsedWhenAskedFor() {
        bench.camel.setSSLContextParameters(trusting());
        bench.component().setUseGlobalSslContextParameters(true);
        bench.camel.start();

        Exchange done = bench.send("smc:describeSourceServers", null);

        assertThat(done.getException()).isNull();
    }

    @Test
    void tlsSettingsOfTheEndpointAreUsed() {
        bench.camel.getRegistry().bind("trusting", trusting());
        bench.camel.start();

        Exchange done = bench.send("smc:describeSourceServers?sslContextParameters=#trusting", null);

        assertThat(done.getException()).isNull();
    }

    @Test
    void unknownCertificateIsRefusedAndTheSettingsOfTheContextAreNotTakenUnasked() {
        bench.camel.setSSLContextParameters(trusting());
        bench.camel.start();

        Exchange done = bench.send("smc:describeSourceServers", null);

        assertThat(done.getException()).isInstanceOfSatisfying(SmcException.class, e -> assertThat(e.code())
                .contains("Tls"));
    }
}
