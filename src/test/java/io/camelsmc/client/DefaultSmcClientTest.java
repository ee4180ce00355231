package io.camelsmc.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.camelsmc.client.http.ScriptedServer;
import io.camelsmc.client.http.SmcClientConfig;
import io.camelsmc.client.sign.SignatureV1;
import io.camelsmc.client.sign.SignatureV3;
import io.camelsmc.client.sign.SignatureVersion;
import io.camelsmc.spec.ReplicationJobSpec;
import io.camelsmc.spec.Sha256;
import io.camelsmc.spec.SpecField;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Timeout(30)
class DefaultSmcClientTest {

    private static final String ID = "LTAI5tExample0001";
    private static final ReplicationJobSpec SPEC = Fixtures.SPEC.toBuilder()
            .set(SpecField.DESCRIPTION, "迁移 wave 1*~+/?&=% \"q\"")
            .build();

    @Test
    void v3RequestOnTheWireCarriesAValidSignature() throws Exception {
        Received received = send(SignatureVersion.V3, SPEC, null);

        assertThat(received.headers())
                .containsEntry("x-acs-action", "CreateReplicationJob")
                .containsEntry("x-acs-version", "2019-06-01")
                .containsEntry("accept", "application/json")
                .doesNotContainKey("x-acs-security-token");
        assertThat(received.query())
                .containsEntry("ClientToken", "token-1")
                .containsEntry("Description", "迁移 wave 1*~+/?&=% \"q\"");
        assertThat(received.body()).isEmpty();
        assertValidV3(received);
    }

    @Test
    void longV3RequestTravelsAsForm() throws Exception {
        ReplicationJobSpec spec = SPEC.toBuilder()
                .set(SpecField.REPLICATION_PARAMETERS, "迁".repeat(1000))
                .build();

        Received received = send(SignatureVersion.V3, spec, null);

        assertThat(received.query()).isEmpty();
        assertThat(received.headers()).containsEntry("content-type", "application/x-www-form-urlencoded");
        assertThat(parameters(received.body())).containsEntry("SourceId", "s-1");
        assertThat(received.headers().get("x-acs-content-sha256")).isEqualTo(Sha256.hex(received.body()));
        assertValidV3(received);
    }

    @Test
    void temporaryCredentialsSendTheirToken() throws Exception {
        Received v3 = send(SignatureVersion.V3, SPEC, Fixtures.SESSION);
        Received v1 = send(SignatureVersion.V1, SPEC, Fixtures.SESSION);

        assertThat(v3.headers())
                .containsEntry("x-acs-security-token", Fixtures.SESSION)
                .containsEntry("x-acs-accesskey-id", ID);
        assertValidV3(v3);
        assertThat(parameters(v1.body())).containsEntry("SecurityToken", Fixtures.SESSION);
    }

    @Test
    void v1RequestOnTheWireCarriesAValidSignature() throws Exception {
        Received received = send(SignatureVersion.V1, SPEC, null);

        Map<String, String> parameters = parameters(received.body());
        String signature = parameters.remove("Signature");
        assertThat(received.query()).isEmpty();
        assertThat(parameters)
                .containsEntry("Action", "CreateReplicationJob")
                .containsEntry("Format", "JSON")
                .containsEntry("Timestamp", "2026-01-15T08:30:00Z")
                .containsEntry("SourceId", "s-1");
        assertThat(signature).isEqualTo(SignatureV1.sign("POST", parameters, Fixtures.SECRET));
    }

    @ParameterizedTest
    @EnumSource(SignatureVersion.class)
    void describesOverTheWire(SignatureVersion version) throws Exception {
        try (ScriptedServer server = new ScriptedServer();
                SmcClient client = client(server, version, null)) {
            server.thenJson(200, "{\"TotalCount\":1,\"ReplicationJobs\":{\"ReplicationJob\":[{\"JobId\":\"j-1\"}]}}")
                    .thenJson(200, "{\"TotalCount\":0,\"SourceServers\":{}}");

            assertThat(client.call(DescribeReplicationJobsRequest.all()).items())
                    .hasSize(1);
            assertThat(client.call(DescribeSourceServersRequest.all()).items()).isEmpty();
            assertThat(server.requests()).hasSize(2);
        }
    }

    @Test
    void lostAnswerIsInDoubtForACreateAndNotForARead() throws Exception {
        try (ScriptedServer server = new ScriptedServer();
                SmcClient client = client(server, SignatureVersion.V3, null)) {
            server.then((socket, out) -> false).then((socket, out) -> false);

            assertThatThrownBy(() -> client.call(new CreateReplicationJobRequest(SPEC, Fixtures.TOKEN)))
                    .isInstanceOf(SmcOutcomeUnknownException.class)
                    .hasMessageContaining("Network.ConnectionReset");
            assertThatThrownBy(() -> client.call(DescribeSourceServersRequest.all()))
                    .isInstanceOf(SmcUnavailableException.class);
            assertThat(server.requests()).hasSize(2);
        }
    }

    @Test
    void refusedConnectionIsNeverInDoubt() throws Exception {
        ScriptedServer server = new ScriptedServer();
        server.close();
        try (SmcClient client = client(server, SignatureVersion.V3, null)) {
            SmcException failure = catchThrowableOfType(
                    SmcException.class, () -> client.call(new CreateReplicationJobRequest(SPEC, Fixtures.TOKEN)));

            assertThat(failure).isInstanceOf(SmcUnavailableException.class);
            assertThat(failure.code()).isEqualTo("Network.ConnectionRefused");
            assertThat(failure.failure().executed()).isEqualTo(SmcFailure.Executed.NO);
        }
    }

    @Test
    void reservedExtraParameterIsRefusedBeforeSending() {
        Fixtures.Canned transport = new Fixtures.Canned();
        ReplicationJobSpec spec = SPEC.toBuilder()
                .set(SpecField.EXTRA_PARAMETERS, Map.of("Action", "DeleteReplicationJob"))
                .build();

        assertThatThrownBy(() -> Fixtures.client(transport).call(new CreateReplicationJobRequest(spec, Fixtures.TOKEN)))
                .isInstanceOf(SmcRejectedException.class)
                .hasMessageContaining("Validation.Local");
        assertThat(transport.requests).isEmpty();
    }

    @Test
    void expiredSessionHasTheCredentialsFetchedAnew() {
        AtomicInteger refreshes = new AtomicInteger();
        CredentialsSource credentials = new CredentialsSource() {
            @Override
            public SmcCredentials current() {
                return new SmcCredentials(ID, Fixtures.SECRET, Fixtures.SESSION, "test");
            }

            @Override
            public void refresh() {
                refreshes.incrementAndGet();
            }
        };
        Fixtures.Canned transport =
                new Fixtures.Canned().answer(400, Map.of(), "{\"Code\":\"InvalidSecurityToken.Expired\"}");
        SmcClient client = Fixtures.client(transport, SmcClientConfig.defaults(), credentials);

        assertThatThrownBy(() -> client.call(new CreateReplicationJobRequest(SPEC, Fixtures.TOKEN)))
                .isInstanceOf(SmcAccessException.class);
        assertThat(refreshes).hasValue(1);
    }

    @Test
    void scopeFollowsAccountOrKeyAndNeverAPassingSession() throws Exception {
        Fixtures.Canned transport = new Fixtures.Canned();
        SmcClientConfig base = SmcClientConfig.defaults();
        SmcClientConfig known = new SmcClientConfig(
                base.endpoint(),
                base.signatureVersion(),
                base.connectTimeout(),
                base.readTimeout(),
                base.callTimeout(),
                1,
                null,
                null,
                "1234567890");
        StaticCredentials session = new StaticCredentials(ID, Fixtures.SECRET, Fixtures.SESSION);

        assertThat(Fixtures.client(transport, known, session).accountScope()).isEqualTo("account:1234567890");
        assertThat(Fixtures.client(transport, base, session).accountScope()).isEqualTo("temporary");
        assertThat(Fixtures.client(transport).accountScope())
                .matches("key:[0-9a-f]{16}")
                .doesNotContain(ID);
    }

    @Test
    void borrowedTransportStaysOpen() {
        Fixtures.Canned transport = new Fixtures.Canned();

        Fixtures.client(transport).close();

        assertThat(transport.closed).isFalse();
    }

    @Test
    void endpointIsRefusedWhenTheClientIsMade() {
        SmcClientConfig config = SmcClientConfig.defaults().withEndpoint(URI.create("http://smc.aliyuncs.com"));

        assertThatThrownBy(() -> SmcClients.create(config, new StaticCredentials(ID, Fixtures.SECRET)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("https");
    }

    private static SmcClient client(ScriptedServer server, SignatureVersion version, @Nullable String token) {
        return SmcClients.create(
                Fixtures.config(server.uri(), version),
                new StaticCredentials(ID, Fixtures.SECRET, token),
                Fixtures.CLOCK,
                () -> "nonce-1");
    }

    private static Received send(SignatureVersion version, ReplicationJobSpec spec, @Nullable String token)
            throws Exception {
        try (ScriptedServer server = new ScriptedServer();
                SmcClient client = client(server, version, token)) {
            server.thenJson(200, "{\"JobId\":\"j-1\",\"RequestId\":\"R-1\"}");

            assertThat(client.call(new CreateReplicationJobRequest(spec, Fixtures.TOKEN)))
                    .isEqualTo(new CreateReplicationJobResult("j-1", "R-1"));
            assertThat(server.requests()).hasSize(1);
            Received received = Received.of(server.requests().get(0));
            assertThat(received.headers()).containsEntry("host", server.uri().getAuthority());
            assertThat(received.headers().get("user-agent")).startsWith("camel-smc/");
            return received;
        }
    }

    private static void assertValidV3(Received received) {
        assertThat(received.headers().get("authorization"))
                .isEqualTo(
                        SignatureV3.authorization("POST", received.query(), received.headers(), ID, Fixtures.SECRET));
    }

    private static Map<String, String> parameters(String encoded) {
        Map<String, String> parameters = new TreeMap<>();
        for (String pair : encoded.isEmpty() ? new String[0] : encoded.split("&", -1)) {
            int at = pair.indexOf('=');
            parameters.put(decode(pair.substring(0, at)), decode(pair.substring(at + 1)));
        }
        return parameters;
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    private record Received(Map<String, String> query, Map<String, String> headers, String body) {
        static Received of(String raw) {
            int end = raw.indexOf("\r\n\r\n");
            String[] lines = raw.substring(0, end).split("\r\n", -1);
            String target = lines[0].split(" ", -1)[1];
            Map<String, String> headers = new TreeMap<>();
            for (int i = 1; i < lines.length; i++) {
                int colon = lines[i].indexOf(':');
                headers.put(
                        lines[i].substring(0, colon).toLowerCase(Locale.ROOT),
                        lines[i].substring(colon + 1).strip());
            }
            int mark = target.indexOf('?');
            return new Received(
                    parameters(mark < 0 ? "" : target.substring(mark + 1)), headers, raw.substring(end + 4));
        }
    }
}
