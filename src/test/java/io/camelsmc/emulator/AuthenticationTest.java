package io.camelsmc.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AuthenticationTest {

    private SmcEmulator emulator;

    @BeforeEach
    void start() throws Exception {
        emulator = SmcEmulator.start();
    }

    @AfterEach
    void stop() {
        emulator.close();
    }

    @Test
    void echoesItsStringToSignWhenTheSignatureIsWrong() throws Exception {
        TestCall call = TestCall.create("s-bp1a", "Name", "web-01");
        call.secret = "wrong";

        TestCall.Reply v1 = TestCall.send(call.v1(emulator.endpoint(), "POST"));
        call.nonce = "another";
        TestCall.Reply v3 = TestCall.send(call.v3(emulator.endpoint()));

        assertThat(v1.code()).isEqualTo("SignatureDoesNotMatch");
        assertThat(v1.json().path("Message").asText())
                .contains("server string to sign is:POST&%2F&AccessKeyId%3Dtestid");
        assertThat(v3.code()).isEqualTo("SignatureDoesNotMatch");
        assertThat(v3.json().path("Message").asText()).contains("Name=web-01");
        assertThat(emulator.jobs()).isEmpty();
    }

    @Test
    void refusesAnUnknownKeyBeforeItsSignature() throws Exception {
        TestCall call = TestCall.create("s-bp1a");
        call.key = "somebody";

        TestCall.Reply reply = call.send(emulator);

        assertThat(reply.status()).isEqualTo(404);
        assertThat(reply.code()).isEqualTo("InvalidAccessKeyId.NotFound");
    }

    @Test
    void refusesANonceThatWasUsed() throws Exception {
        TestCall first = TestCall.create("s-bp1a");
        first.send(emulator);
        TestCall second = TestCall.create("s-bp1b");
        second.nonce = first.nonce;

        assertThat(second.send(emulator).code()).isEqualTo("SignatureNonceUsed");
    }

    @Test
    void refusesTimesThatAreMoreThanFifteenMinutesOff() throws Exception {
        TestCall call = TestCall.create("s-bp1a");
        call.time = Instant.now().minus(Duration.ofMinutes(16));

        assertThat(call.send(emulator).code()).isEqualTo("InvalidTimeStamp.Expired");
    }

    @Test
    void showsItsOwnClockInTheDateHeader() throws Exception {
        emulator.settings().clockSkew(Duration.ofDays(400));

        TestCall.Reply reply = TestCall.create("s-bp1a").send(emulator);

        assertThat(reply.code()).isEqualTo("InvalidTimeStamp.Expired");
        Instant date = java.time.ZonedDateTime.parse(
                        reply.http().headers().firstValue("Date").orElseThrow(),
                        java.time.format.DateTimeFormatter.RFC_1123_DATE_TIME)
                .toInstant();
        assertThat(date).isAfter(Instant.now().plus(Duration.ofDays(399)));
    }

    @Test
    void asksForTheConfiguredSessionToken() throws Exception {
        try (SmcEmulator strict = SmcEmulator.start(
                EmulatorOptions.builder().securityToken("session/1+x==").build())) {
            TestCall call = TestCall.create("s-bp1a");
            assertThat(call.send(strict).code()).isEqualTo("MissingSecurityToken");
            call.securityToken = "other";
            call.nonce = "n2";
            assertThat(call.send(strict).code()).isEqualTo("InvalidSecurityToken.Malformed");
            call.securityToken = "session/1+x==";
            call.nonce = "n3";
            assertThat(call.send(strict).status()).isEqualTo(200);
            strict.settings().on(Quirk.SECURITY_TOKEN_EXPIRED);
            call.nonce = "n4";
            assertThat(TestCall.send(call.v1(strict.endpoint(), "POST")).code())
                    .isEqualTo("InvalidSecurityToken.Expired");
        }
    }

    @Test
    void namesTheMissingSigningField() throws Exception {
        URI unsigned = emulator.endpoint().resolve("/?Action=DescribeReplicationJobs&Version=2019-06-01");
        URI oldVersion = emulator.endpoint().resolve("/?Action=DescribeReplicationJobs&Version=2014-05-26");

        assertThat(TestCall.send(HttpRequest.newBuilder(unsigned).build()).code())
                .isEqualTo("MissingAccessKeyId");
        assertThat(TestCall.send(HttpRequest.newBuilder(oldVersion).build()).code())
                .isEqualTo("InvalidVersion");
    }

    @Test
    void refusesABodyThatIsNotTheSignedOne() throws Exception {
        HttpRequest signed = TestCall.of("DescribeReplicationJobs").v3(emulator.endpoint());
        HttpRequest changed = HttpRequest.newBuilder(signed, (name, value) -> true)
                .POST(HttpRequest.BodyPublishers.ofString("Name=web"))
                .build();

        assertThat(TestCall.send(changed).code()).isEqualTo("SignatureDoesNotMatch");
    }

    @Test
    void refusesAServiceHeaderThatIsNotSigned() throws Exception {
        HttpRequest signed = TestCall.of("DescribeReplicationJobs").v3(emulator.endpoint());
        HttpRequest more = HttpRequest.newBuilder(signed, (name, value) -> true)
                .header("x-acs-extra", "1")
                .build();

        assertThat(TestCall.send(more).code()).isEqualTo("IncompleteSignature");
    }

    @Test
    void throttlesAboveTheRate() throws Exception {
        RateLimit limit = RateLimit.perSecond(0.001).withRetryAfterHeader();
        try (SmcEmulator slow =
                SmcEmulator.start(EmulatorOptions.builder().rateLimit(limit).build())) {
            assertThat(TestCall.create("s-bp1a").send(slow).status()).isEqualTo(200);

            TestCall.Reply second = TestCall.create("s-bp1b").send(slow);

            assertThat(second.status()).isEqualTo(400);
            assertThat(second.code()).isEqualTo("Throttling.User");
            assertThat(second.http()
                            .headers()
                            .firstValueAsLong("x-acs-retry-after")
                            .orElse(0))
                    .isPositive();
        }
    }
}
