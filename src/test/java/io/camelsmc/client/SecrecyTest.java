package io.camelsmc.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.camelsmc.client.http.ScriptedServer;
import io.camelsmc.client.http.SmcClientConfig;
import io.camelsmc.client.sign.SignatureVersion;
import io.camelsmc.client.wire.PercentEncoding;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

class SecrecyTest {

    private static final String ID = "LTAI5tExample0001";
    private static final StaticCredentials CREDENTIALS = new StaticCredentials(ID, Fixtures.SECRET, Fixtures.SESSION);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Signature is not matched. server string to sign is:POST&%2F&AccessKeyId%3DLTAI5tExample0001",
                "Specified signature does not match. Server StringToSign is [ACS3 LTAI5tExample0001]",
                "no match; server CanonicalRequest is [POST / SourceId=s-1 LTAI5tExample0001]",
                "no match; SERVER STRING TO SIGN IS: LTAI5tExample0001",
            })
    void echoedRequestIsCutOff(String message) {
        SmcException failure = fail(400, "SignatureDoesNotMatch", message);

        assertThat(failure).isInstanceOf(SmcAccessException.class);
        assertThat(all(failure))
                .doesNotContain(ID)
                .doesNotContainIgnoringCase("to sign")
                .doesNotContainIgnoringCase("canonical");
    }

    @Test
    void secretsInsideAMessageAreMasked() {
        String message = "a " + Fixtures.SECRET + " b " + PercentEncoding.encode(Fixtures.SECRET) + " c "
                + Fixtures.SESSION + " d " + PercentEncoding.encode(Fixtures.SESSION) + " e " + ID;

        SmcException failure = fail(400, "InvalidAccessKeyId.Inactive", message);

        assertQuiet(all(failure));
        assertThat(failure).hasMessageContaining("LTAI***001");
    }

    @Test
    void messagesAreOneBoundedLine() {
        SmcException failure = fail(400, "InvalidParameter", "a\\nb\\u001b[31m" + "x".repeat(5000));

        assertThat(failure.failure().message()).hasSizeLessThanOrEqualTo(500).doesNotContain("\n");
        assertThat(failure.getMessage()).doesNotContain("\u001b").doesNotContain("\n");
    }

    @Test
    void nothingThatHoldsASecretRendersIt() throws Exception {
        Fixtures.Canned transport = new Fixtures.Canned().answer(200, Map.of(), "{\"TotalCount\":0}");
        SmcClient client = Fixtures.client(transport, SmcClientConfig.defaults(), CREDENTIALS);
        client.call(DescribeReplicationJobsRequest.all());

        String rendered = CREDENTIALS + " " + CREDENTIALS.current() + " " + client + " " + transport.requests;

        assertQuiet(rendered);
    }

    @ParameterizedTest
    @EnumSource(SignatureVersion.class)
    void debugLogsCarryNoSecretAndNoSignature(SignatureVersion version) throws Exception {
        Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        Level before = root.getLevel();
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        log.start();
        root.addAppender(log);
        root.setLevel(Level.TRACE);
        List<String> lines = new ArrayList<>();
        try (ScriptedServer server = new ScriptedServer();
                SmcClient client = SmcClients.create(Fixtures.config(server.uri(), version), CREDENTIALS)) {
            server.thenJson(200, "{\"JobId\":\"j-1\"}").then((socket, out) -> false);
            client.call(new CreateReplicationJobRequest(Fixtures.SPEC, Fixtures.TOKEN));
            SmcException failure = catchThrowableOfType(
                    SmcException.class,
                    () -> client.call(new CreateReplicationJobRequest(Fixtures.SPEC, Fixtures.TOKEN)));
            lines.add(all(Objects.requireNonNull(failure)));
        } finally {
            root.detachAppender(log);
            root.setLevel(before);
        }
        log.list.forEach(event -> lines.add(event.getFormattedMessage()));

        assertThat(log.list).isNotEmpty();
        assertThat(lines).allSatisfy(line -> {
            assertQuiet(line);
            assertThat(line).doesNotContain("Signature=").doesNotContain("ACS3-HMAC-SHA256");
        });
    }

    private static void assertQuiet(String text) {
        assertThat(text)
                .doesNotContain(Fixtures.SECRET)
                .doesNotContain(PercentEncoding.encode(Fixtures.SECRET))
                .doesNotContain(Fixtures.SESSION)
                .doesNotContain(PercentEncoding.encode(Fixtures.SESSION))
                .doesNotContain(ID);
    }

    private static SmcException fail(int status, String code, String message) {
        Fixtures.Canned transport = new Fixtures.Canned()
                .answer(status, Map.of(), "{\"Code\":\"" + code + "\",\"Message\":\"" + message + "\"}");
        SmcClient client = Fixtures.client(transport, SmcClientConfig.defaults(), CREDENTIALS);
        return catchThrowableOfType(
                SmcException.class, () -> client.call(new CreateReplicationJobRequest(Fixtures.SPEC, Fixtures.TOKEN)));
    }

    private static String all(SmcException failure) {
        StringWriter text = new StringWriter();
        failure.printStackTrace(new PrintWriter(text));
        return text + failure.toString() + failure.failure();
    }
}
