package io.camelsmc.component;

import static org.assertj.core.api.Assertions.assertThat;

import io.camelsmc.client.ErrorClass;
import io.camelsmc.client.SmcException;
import io.camelsmc.emulator.Fault;
import io.camelsmc.emulator.FaultEffect;
import io.camelsmc.emulator.FaultRule;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every class of failure reaches the handler that a route has for it, with what the handler needs to know. */
class ErrorRoutingTest {

    private final Map<String, Map<String, Object>> handled = new ConcurrentHashMap<>();
    private Bench bench;

    @BeforeEach
    void start() throws Exception {
        bench = Bench.start();
        bench.routes(new RouteBuilder() {
            @Override
            public void configure() {
                for (ErrorClass errorClass : ErrorClass.values()) {
                    onException(errorClass.exceptionClass())
                            .maximumRedeliveries(1)
                            .redeliveryDelay(1)
                            .handled(true)
                            .process(exchange -> handled.put(
                                    errorClass.id(),
                                    Map.copyOf(exchange.getMessage().getHeaders())));
                }
                from("direct:row").to("smc:createReplicationJob?maxAttempts=1");
            }
        });
    }

    @AfterEach
    void stop() {
        bench.close();
    }

    @ParameterizedTest
    @CsvSource({
        "rejected, 400, InvalidOsMigrationType.NotMatched, false",
        "rejected, 404, InvalidSourceId.NotFound, false",
        "conflict, 400, ReplicationJobName.Duplicate, false",
        "quota, 400, QuotaExceeded.ReplicationJob, true",
        "access, 403, EntityNotExist.Role, false",
        "access, 403, Forbidden.RAM, false",
        "throttled, 400, Throttling.User, true",
        "outcome-unknown, 500, InternalError, true",
        "outcome-unknown, 400, SignatureNonceUsed, true",
    })
    void answerReachesItsHandler(String errorClass, int status, String code, boolean retryable) {
        bench.emulator
                .faults()
                .add(FaultRule.on("CreateReplicationJob").then(FaultEffect.error(status, code, "as told")));

        Exchange done = bench.send("direct:row", Bench.json(1));

        assertThat(done.getException()).isNull();
        assertThat(handled).containsOnlyKeys(errorClass);
        assertThat(handled.get(errorClass))
                .containsEntry(SmcConstants.ERROR_CLASS, errorClass)
                .containsEntry(SmcConstants.ERROR_CODE, code)
                .containsEntry(SmcConstants.RETRYABLE, retryable)
                .containsEntry(SmcConstants.ADDRESS, "-/web-1")
                .containsEntry(SmcConstants.SOURCE_ID, Bench.sourceId(1))
                .containsKey(SmcConstants.REQUEST_ID)
                .doesNotContainKeys(SmcConstants.OUTCOME, SmcConstants.JOB_ID);
    }

    @Test
    void deadServiceReachesTheHandlerForOutages() {
        bench.emulator.close();

        Exchange done = bench.send("direct:row", Bench.json(1));

        assertThat(done.getException()).isNull();
        assertThat(handled).containsOnlyKeys("unavailable");
        assertThat(handled.get("unavailable"))
                .containsEntry(SmcConstants.RETRYABLE, true)
                .doesNotContainKey(SmcConstants.REQUEST_ID);
    }

    @Test
    void exceptionCarriesCodeStatusAndRequestId() {
        bench.emulator.faults().next(FaultEffect.error(400, "VSwitchIdVpcId.Mismatch", "no such pair"));

        Exchange done = bench.create(Bench.json(1));

        assertThat(done.getException()).isInstanceOfSatisfying(SmcException.class, e -> {
            assertThat(e.code()).isEqualTo("VSwitchIdVpcId.Mismatch");
            assertThat(e.httpStatus()).isEqualTo(400);
            assertThat(e.requestId()).isEqualTo(done.getMessage().getHeader(SmcConstants.REQUEST_ID));
        });
    }

    @Test
    void redeliveryOfAStreamSendsTheSameRow() {
        bench.emulator.faults().next(Fault.THROTTLE);

        Exchange done = bench.send("direct:row", stream());

        assertThat(done.getException()).isNull();
        assertThat(done.getMessage().getHeader(SmcConstants.OUTCOME)).isEqualTo("created");
        assertThat(bench.emulator.journal().tokens())
                .hasSize(2)
                .containsOnly(bench.emulator.jobs().get(0).clientToken());
    }

    @Test
    void rowOfAStreamIsStillThereForWhoeverHandlesTheFailure() {
        bench.emulator.faults().next(FaultEffect.error(400, "VSwitchIdVpcId.Mismatch", "no such pair"));

        Exchange failed = bench.create(stream());

        assertThat(failed.getMessage().getBody(String.class)).isEqualTo(Bench.json(1));
    }

    private static ByteArrayInputStream stream() {
        return new ByteArrayInputStream(Bench.json(1).getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void redeliverySucceedsAndLeavesNoTraceOfTheFailure() {
        bench.emulator.faults().next(Fault.THROTTLE);

        Exchange done = bench.send("direct:row", Bench.json(1));

        assertThat(handled).isEmpty();
        assertThat(done.getMessage().getHeaders())
                .containsEntry(SmcConstants.OUTCOME, "created")
                .doesNotContainKeys(SmcConstants.ERROR_CLASS, SmcConstants.ERROR_CODE, SmcConstants.RETRYABLE);
    }
}
