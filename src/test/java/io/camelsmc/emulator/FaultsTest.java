package io.camelsmc.emulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class FaultsTest {

    private SmcEmulator emulator;

    @BeforeEach
    void start() throws Exception {
        emulator = SmcEmulator.start();
    }

    @AfterEach
    void stop() {
        emulator.close();
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {"ACCEPT_THEN_DROP", "RESET_AFTER", "TRUNCATED", "CHUNKED_CUT"})
    void losesTheAnswerAfterTheCommit(Fault fault) {
        emulator.faults().next(fault);

        assertThatThrownBy(() -> TestCall.create("s-bp1a").send(emulator)).isInstanceOf(IOException.class);

        assertThat(emulator.jobs()).hasSize(1);
        assertThat(emulator.journal().entries()).singleElement().satisfies(entry -> {
            assertThat(entry.fault()).isEqualTo(fault);
            assertThat(entry.jobId()).isEqualTo(emulator.jobs().get(0).jobId());
        });
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {"DROP_BEFORE", "RESET_BEFORE"})
    void losesTheRequestBeforeTheCommit(Fault fault) {
        emulator.faults().next(fault);

        assertThatThrownBy(() -> TestCall.create("s-bp1a").send(emulator)).isInstanceOf(IOException.class);

        assertThat(emulator.jobs()).isEmpty();
        assertThat(emulator.journal().entries()).singleElement().satisfies(entry -> {
            assertThat(entry.status()).isZero();
            assertThat(entry.jobId()).isNull();
        });
    }

    @ParameterizedTest
    @CsvSource({"STALL_BEFORE, 0", "STALL_AFTER, 1"})
    void keepsSilentUntilTheClientGivesUp(Fault fault, int jobs) {
        emulator.faults().next(fault);
        var request = TestCall.create("s-bp1a").v3(emulator.endpoint());
        var impatient = java.net.http.HttpRequest.newBuilder(request, (name, value) -> true)
                .timeout(Duration.ofMillis(200))
                .build();

        assertThatThrownBy(() -> TestCall.send(impatient)).isInstanceOf(HttpTimeoutException.class);

        assertThat(emulator.jobs()).hasSize(jobs);
    }

    @Test
    void carriesAHeldRequestOutAfterItsConnectionHasEnded() {
        emulator.faults().next(FaultEffect.of(Fault.LATE_COMMIT).lasting(Duration.ofMillis(50)));

        assertThatThrownBy(() -> TestCall.create("s-bp1a").send(emulator)).isInstanceOf(IOException.class);

        Awaitility.await()
                .atMost(Duration.ofSeconds(10))
                .until(() -> emulator.jobs().size() == 1);
    }

    @ParameterizedTest
    @CsvSource({
        "ERROR_500, 500, InternalError, 0",
        "ERROR_500_AFTER, 500, InternalError, 1",
        "UNAVAILABLE_503, 503, ServiceUnavailable, 0",
        "THROTTLE, 400, Throttling.User, 0",
        "SIGNATURE_NONCE_USED, 400, SignatureNonceUsed, 1",
        "CLOCK_SKEW, 400, InvalidTimeStamp.Expired, 0",
        "SECURITY_TOKEN_EXPIRED, 400, InvalidSecurityToken.Expired, 0",
        "KEY_DISABLED, 403, InvalidAccessKeyId.Inactive, 0",
        "ERROR_IN_200, 200, InternalError, 0",
    })
    void answersTheErrorOfTheFault(Fault fault, int status, String code, int jobs) throws Exception {
        emulator.faults().next(fault);

        TestCall.Reply reply = TestCall.create("s-bp1a").send(emulator);

        assertThat(reply.status()).isEqualTo(status);
        assertThat(reply.code()).isEqualTo(code);
        assertThat(emulator.jobs()).hasSize(jobs);
        assertThat(emulator.journal().entries().get(0).code()).isEqualTo(code);
        assertThat(TestCall.create("s-bp1b").send(emulator).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "HTML_502, 502, text/html, <h1>, 0",
        "HTML_502_AFTER, 502, text/html, <h1>, 1",
        "HTML_200, 200, text/html, <h1>, 1",
        "XML_ERROR, 500, text/xml, <Code>InternalError</Code>, 0",
        "EMPTY_200, 200, application/json, '', 1",
        "REDIRECT_302, 302, text/html, <h1>, 0",
        "EMPTY_JOB_ID, 200, application/json, '\"JobId\":\"\"', 0",
    })
    void answersSomethingOtherThanTheDocument(Fault fault, int status, String type, String text, int jobs)
            throws Exception {
        emulator.faults().next(fault);

        TestCall.Reply reply = TestCall.create("s-bp1a").send(emulator);

        assertThat(reply.status()).isEqualTo(status);
        assertThat(reply.http().headers().firstValue("Content-Type").orElse("")).startsWith(type);
        assertThat(reply.text()).contains(text);
        assertThat(reply.text().isEmpty()).isEqualTo(fault == Fault.EMPTY_200);
        assertThat(emulator.jobs()).hasSize(jobs);
    }

    @Test
    void sendsBodiesOfTheAskedSize() throws Exception {
        emulator.faults().next(FaultEffect.of(Fault.HUGE_BODY).ofBytes(3_000_000));
        emulator.faults().next(FaultEffect.of(Fault.GZIP_BOMB).ofBytes(3_000_000));

        assertThat(TestCall.create("s-bp1a").send(emulator).text()).hasSize(3_000_000);
        TestCall.Reply bomb = TestCall.create("s-bp1b").send(emulator);

        assertThat(bomb.http().headers().firstValue("Content-Encoding")).contains("gzip");
        assertThat(bomb.text().length()).isLessThan(10_000);
    }

    @Test
    void tellsTheTimeToWaitWhenTheThrottleHasOne() throws Exception {
        emulator.faults().next(FaultEffect.of(Fault.THROTTLE).lasting(Duration.ofMillis(1500)));
        emulator.faults()
                .next(FaultEffect.error(429, "Throttling.Api", "slow down").withHeader("Retry-After", "3600"));

        TestCall.Reply first = TestCall.create("s-bp1a").send(emulator);
        TestCall.Reply second = TestCall.create("s-bp1a").send(emulator);

        assertThat(first.http().headers().firstValue("x-acs-retry-after")).contains("1500");
        assertThat(second.status()).isEqualTo(429);
        assertThat(second.http().headers().firstValue("retry-after")).contains("3600");
        assertThat(emulator.jobs()).isEmpty();
    }

    @Test
    void slowsTheBodyDownToSingleBytes() throws Exception {
        emulator.faults().next(FaultEffect.of(Fault.SLOW_BYTES).lasting(Duration.ofMillis(1)));

        assertThat(TestCall.create("s-bp1a").send(emulator).jobId())
                .isEqualTo(emulator.jobs().get(0).jobId());
    }

    @Test
    void journalsTheRequestThatFindsItsConnectionClosed() throws Exception {
        emulator.faults().next(Fault.CLOSE_AT_REUSE);
        TestCall.create("s-bp1a").send(emulator);

        assertThatThrownBy(() -> TestCall.create("s-bp1b").send(emulator)).isInstanceOf(IOException.class);

        assertThat(emulator.jobs()).hasSize(1);
        assertThat(emulator.journal().entries().get(1).status()).isZero();
        assertThat(emulator.journal().entries().get(1).fault()).isEqualTo(Fault.CLOSE_AT_REUSE);
    }

    @Test
    void endsAConnectionThatPromisedToStayOpen() throws Exception {
        emulator.faults().next(Fault.CLOSE_KEEPALIVE);

        TestCall.Reply reply = TestCall.create("s-bp1a").send(emulator);
        // The client may take the connection for its next call before it sees that it has ended.
        await().atMost(Duration.ofSeconds(10))
                .ignoreExceptionsInstanceOf(IOException.class)
                .until(() -> TestCall.create("s-bp1b").send(emulator).jobId().startsWith("j-"));

        assertThat(reply.http().headers().firstValue("connection")).contains("keep-alive");
        assertThat(emulator.journal().entries())
                .extracting(JournalEntry::connectionId)
                .doesNotHaveDuplicates();
    }

    @Test
    void refusesAWrongSignatureBeforeTheServiceFails() throws Exception {
        emulator.faults().next(Fault.ERROR_500);
        TestCall call = TestCall.create("s-bp1a");
        call.secret = "wrong";

        assertThat(call.send(emulator).code()).isEqualTo("SignatureDoesNotMatch");
    }

    @Test
    void meetsTheNthMatchingCallOnly() throws Exception {
        emulator.faults().add(FaultRule.on("CreateReplicationJob").nth(2).then(Fault.ERROR_500));
        emulator.faults().add(FaultRule.onAnyAction().sourceId("s-bp1special").then(Fault.THROTTLE));

        assertThat(TestCall.create("s-bp1a").send(emulator).status()).isEqualTo(200);
        TestCall.of("DescribeReplicationJobs").send(emulator);
        assertThat(TestCall.create("s-bp1b").send(emulator).status()).isEqualTo(500);
        assertThat(TestCall.create("s-bp1b").send(emulator).status()).isEqualTo(200);
        assertThat(TestCall.of("DescribeReplicationJobs", "SourceId.1", "s-bp1special")
                        .send(emulator)
                        .code())
                .isEqualTo("Throttling.User");
    }

    @Test
    void repeatsTheSameLuckForTheSameSeed() throws Exception {
        FaultRule rule =
                FaultRule.on("DescribeReplicationJobs").probability(0.5, 42).then(Fault.ERROR_500);
        emulator.faults().add(rule);
        String first = luck();
        emulator.faults().clear();
        emulator.faults().add(rule);

        assertThat(luck()).isEqualTo(first).contains("200").contains("500");
    }

    private String luck() {
        return Stream.generate(() -> TestCall.of("DescribeReplicationJobs"))
                .limit(20)
                .map(call -> {
                    try {
                        return Integer.toString(call.send(emulator).status());
                    } catch (Exception e) {
                        throw new AssertionError(e);
                    }
                })
                .reduce("", (all, one) -> all + " " + one);
    }
}
