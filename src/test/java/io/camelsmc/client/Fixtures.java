package io.camelsmc.client;

import io.camelsmc.client.http.EndpointPolicy;
import io.camelsmc.client.http.SmcClientConfig;
import io.camelsmc.client.http.SmcTransport;
import io.camelsmc.client.http.TransportException;
import io.camelsmc.client.http.TransportRequest;
import io.camelsmc.client.http.TransportResponse;
import io.camelsmc.client.sign.SignatureVersion;
import io.camelsmc.spec.ClientToken;
import io.camelsmc.spec.ReplicationJobSpec;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A client over a canned answer. */
final class Fixtures {

    static final Instant NOW = Instant.parse("2026-01-15T08:30:00Z");
    static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    static final String SECRET = "sEcr3t+Value/With==Signs";
    static final String SESSION = "sts/token+x==";
    static final ReplicationJobSpec SPEC = ReplicationJobSpec.builder()
            .sourceId("s-1")
            .regionId("cn-hangzhou")
            .name("web-01")
            .build();
    static final ClientToken TOKEN = new ClientToken("token-1");

    private Fixtures() {}

    static final class Canned implements SmcTransport {
        final List<TransportRequest> requests = new ArrayList<>();
        TransportResponse response = new TransportResponse(200, Map.of(), "{}");
        boolean closed;

        @Override
        public TransportResponse send(TransportRequest request) throws TransportException {
            requests.add(request);
            return response;
        }

        @Override
        public void close() {
            closed = true;
        }

        Canned answer(int status, Map<String, String> headers, String body) {
            response = new TransportResponse(status, headers, body);
            return this;
        }
    }

    static SmcClient client(SmcTransport transport) {
        return client(transport, SmcClientConfig.defaults(), new StaticCredentials("LTAI5tExample0001", SECRET));
    }

    static SmcClient client(SmcTransport transport, SmcClientConfig config, CredentialsSource credentials) {
        return SmcClients.over(transport, config, credentials, EndpointPolicy.standard(), CLOCK, () -> "nonce-1");
    }

    static SmcClientConfig config(URI endpoint, SignatureVersion version) {
        return SmcClientConfig.defaults().withEndpoint(endpoint).withSignatureVersion(version);
    }
}
