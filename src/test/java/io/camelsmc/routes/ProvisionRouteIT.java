package io.camelsmc.routes;

import static org.assertj.core.api.Assertions.assertThat;

import io.camelsmc.component.SmcConstants;
import io.camelsmc.emulator.EmulatorOptions;
import io.camelsmc.emulator.Fault;
import io.camelsmc.emulator.FaultEffect;
import io.camelsmc.emulator.FaultRule;
import io.camelsmc.emulator.Quirk;
import io.camelsmc.emulator.SmcEmulator;
import io.camelsmc.state.Journal;
import io.camelsmc.state.JournalException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.mock.MockEndpoint;
import org.apache.camel.support.processor.idempotent.MemoryIdempotentRepository;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code routes/provision.yaml} with the outcome routes of somebody else: each row ends in exactly one of them. */
class ProvisionRouteIT {

    private static final String SOURCE = "s-bp1k4wd9x0tq7mz2ncye";
    private static final FaultRule ALWAYS_THROTTLED =
            FaultRule.on("CreateReplicationJob").then(Fault.THROTTLE);

    @TempDir
    private Path folder;

    /** Arranges the account so that the row of the test ends in one way. */
    @FunctionalInterface
    private interface Circumstance {
        void arrange(RouteRig rig) throws Exception;
    }

    static Stream<Arguments> everyEnd() {
        return Stream.of(
                end("created", rig -> {}),
                end("adopted", rig -> rig.emulator().faults().next(Fault.ACCEPT_THEN_DROP)),
                end("unchanged", rig -> {
                    rig.template().sendBody("direct:smc-provision", row());
                    ends(rig).values().forEach(MockEndpoint::reset);
                }),
                end("rejected", rig -> rig.emulator()
                        .faults()
                        .next(FaultEffect.error(400, "InvalidOsMigrationType.NotMatched", "It does not fit."))),
                end("conflict", rig -> rig.emulator()
                        .createJob(Map.of(
                                "RegionId",
                                "cn-hangzhou",
                                "SourceId",
                                SOURCE,
                                "Name",
                                "made-at-the-console",
                                "TargetType",
                                "Image",
                                "ImageName",
                                "made-at-the-console",
                                "SystemDiskSize",
                                "40"))),
                end("quota", rig -> rig.emulator()
                        .faults()
                        .next(FaultEffect.error(400, "QuotaExceeded.ReplicationJob", "The quota is exceeded."))),
                end("access", rig -> rig.emulator().settings().on(Quirk.ROLE_MISSING)),
                end("throttled", rig -> rig.emulator().faults().add(ALWAYS_THROTTLED)),
                end("unavailable", rig -> rig.emulator().close()),
                end("outcome-unknown", rig -> rig.emulator()
                        .faults()
                        .add(FaultRule.on("CreateReplicationJob").then(Fault.DROP_BEFORE))));
    }

    private static Arguments end(String name, Circumstance circumstance) {
        return Arguments.of(name, circumstance);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("everyEnd")
    void endsInExactlyOneEndpoint(String end, Circumstance circumstance) throws Exception {
        try (RouteRig rig = rig().start("provision.yaml")) {
            circumstance.arrange(rig);

            Exchange row = send(rig, row());

            assertOnlyIn(rig, end);
            boolean good = List.of("created", "adopted", "unchanged").contains(end);
            assertThat(row.getException()).isNull();
            assertThat(row.getMessage().getHeader(good ? SmcConstants.OUTCOME : SmcConstants.ERROR_CLASS))
                    .isEqualTo(end);
            assertThat(row.getMessage().getHeader(SmcConstants.SOURCE_ID)).isEqualTo(SOURCE);
        }
    }

    @Test
    void endsInInvalidWithEveryProblemOfTheRow() throws Exception {
        try (RouteRig rig = rig().start("provision.yaml")) {
            Map<String, Object> row = row();
            row.put("systemDiskSize", 8);
            row.put("netMode", 2);

            Exchange sent = send(rig, row);

            assertOnlyIn(rig, "invalid");
            assertThat(sent.getProperty(Exchange.EXCEPTION_CAUGHT, Exception.class))
                    .hasMessageContaining("systemDiskSize")
                    .hasMessageContaining("vSwitchId");
            assertThat(rig.emulator().journal().total()).isZero();
        }
    }

    @Test
    void endsInJournalWhenTheIntentCannotBeWritten() throws Exception {
        RouteRig rig = rig();
        rig.configuration().setJournal(brokenJournal(folder.resolve("broken").toString()));
        try (rig) {
            rig.start("provision.yaml");

            send(rig, row());

            assertOnlyIn(rig, "journal");
            assertThat(rig.emulator().journal().entries("CreateReplicationJob")).isEmpty();
        }
    }

    @Test
    void retriesAThrottledRowWhereItStandsAndMakesOneJob() throws Exception {
        try (RouteRig rig = rig().start("provision.yaml")) {
            rig.emulator().faults().next(Fault.THROTTLE).next(Fault.THROTTLE);

            send(rig, row());

            assertOnlyIn(rig, "created");
            assertThat(rig.emulator().jobs()).hasSize(1);
            assertThat(rig.emulator().journal().entries("CreateReplicationJob")).hasSize(3);
            assertThat(rig.emulator().journal().tokens().stream().distinct()).hasSize(1);
        }
    }

    @Test
    void losesNoThrottledRowBehindAnIdempotentConsumerOfTheCaller() throws Exception {
        try (RouteRig rig = rig().routes(new FilteredInput()).start("provision.yaml")) {
            rig.emulator().faults().next(Fault.THROTTLE).next(Fault.THROTTLE);

            rig.template().sendBody("direct:filtered", row());

            assertOnlyIn(rig, "created");
            assertThat(rig.emulator().jobs()).hasSize(1);
        }
    }

    @Test
    void letsARowThroughAgainThatAnIdempotentConsumerSawFail() throws Exception {
        try (RouteRig rig = rig().routes(new FilteredInput()).start("provision.yaml")) {
            rig.emulator().faults().add(ALWAYS_THROTTLED);
            rig.template().sendBody("direct:filtered", row());
            assertOnlyIn(rig, "throttled");

            rig.emulator().faults().clear();
            ends(rig).values().forEach(MockEndpoint::reset);
            rig.template().sendBody("direct:filtered", row());

            assertOnlyIn(rig, "created");
            assertThat(rig.emulator().jobs()).hasSize(1);
        }
    }

    @Test
    void leavesTheFailureOfAnOutcomeRouteToTheCaller() throws Exception {
        try (RouteRig rig = new RouteRig(folder)
                .routes(new RouteBuilder() {
                    @Override
                    public void configure() {
                        from("direct:smc-created")
                                .throwException(new IllegalStateException("the ticket system is down"));
                        RouteRig.ENDS.stream()
                                .filter(end -> !end.equals("created"))
                                .forEach(end -> from("direct:smc-" + end).to("mock:" + end));
                    }
                })
                .start("provision.yaml")) {

            Exchange row = send(rig, row());

            assertThat(row.getException()).hasMessage("the ticket system is down");
            assertThat(rig.emulator().jobs()).hasSize(1);
        }
    }

    @Test
    void ignoresWhatAStrangersHeadersSay() throws Exception {
        try (RouteRig rig = rig().start("provision.yaml");
                SmcEmulator elsewhere = SmcEmulator.start(EmulatorOptions.defaults())) {
            Map<String, Object> headers = new HashMap<>();
            headers.put(SmcConstants.OUTCOME, "adopted");
            headers.put(SmcConstants.ERROR_CLASS, "unavailable");
            headers.put(SmcConstants.JOB_ID, "j-forged");
            headers.put("CamelSmcEndpoint", elsewhere.endpoint().toString());
            headers.put("CamelSmcRegion", "us-east-1");
            headers.put("cAMELhttpuri", elsewhere.endpoint().toString());
            headers.put("CamelHttpUri", elsewhere.endpoint().toString());

            rig.template().sendBodyAndHeaders("direct:smc-provision", row(), headers);

            assertOnlyIn(rig, "created");
            assertThat(elsewhere.journal().total()).isZero();
            assertThat(rig.emulator().jobs().get(0).regionId()).isEqualTo("cn-hangzhou");
            Exchange created = ends(rig).get("created").getExchanges().get(0);
            assertThat(created.getMessage().getHeader(SmcConstants.JOB_ID))
                    .isEqualTo(rig.emulator().jobs().get(0).jobId());
            assertThat(created.getMessage().getHeader(SmcConstants.ERROR_CLASS)).isNull();
        }
    }

    @Test
    void takesCellsAsDataAndNeverAsExpressions() throws Exception {
        try (RouteRig rig = rig().start("provision.yaml")) {
            Map<String, Object> row = row();
            row.put("description", "D${sys.user.home}{{env:PATH}}#class:java.lang.Object");

            send(rig, row);

            assertOnlyIn(rig, "created");
            assertThat(rig.emulator().jobs().get(0).parameters())
                    .containsEntry("Description", "D${sys.user.home}{{env:PATH}}#class:java.lang.Object");
        }
    }

    private RouteRig rig() throws Exception {
        return new RouteRig(folder).routes(new MockedEnds());
    }

    private static Exchange send(RouteRig rig, Object body) {
        return rig.template()
                .send("direct:smc-provision", exchange -> exchange.getMessage().setBody(body));
    }

    private static Map<String, Object> row() {
        Map<String, Object> row = new HashMap<>();
        row.put("sourceId", SOURCE);
        row.put("regionId", "cn-hangzhou");
        row.put("name", "shop-web-01");
        row.put("targetType", "Image");
        row.put("imageName", "shop-web-01");
        row.put("systemDiskSize", 40);
        return row;
    }

    private static Map<String, MockEndpoint> ends(RouteRig rig) {
        Map<String, MockEndpoint> ends = new HashMap<>();
        RouteRig.ENDS.forEach(end -> ends.put(end, rig.context().getEndpoint("mock:" + end, MockEndpoint.class)));
        return ends;
    }

    private static void assertOnlyIn(RouteRig rig, String end) {
        Map<String, Integer> found = new HashMap<>();
        ends(rig).forEach((name, mock) -> {
            if (mock.getReceivedCounter() > 0) {
                found.put(name, mock.getReceivedCounter());
            }
        });
        assertThat(found).isEqualTo(Map.of(end, 1));
    }

    private static Journal brokenJournal(String state) {
        Journal sound = io.camelsmc.state.Journals.open(state);
        return (Journal) Proxy.newProxyInstance(
                Journal.class.getClassLoader(), new Class<?>[] {Journal.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("intend")) {
                        throw new JournalException("no space is left for the journal");
                    }
                    try {
                        return method.invoke(sound, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    /** Outcome routes as a user would write them. */
    private static final class MockedEnds extends RouteBuilder {
        @Override
        public void configure() {
            RouteRig.ENDS.forEach(end -> from("direct:smc-" + end).to("mock:" + end));
        }
    }

    /** A caller that filters repeated rows, as many routes do. */
    private static final class FilteredInput extends RouteBuilder {
        @Override
        public void configure() {
            from("direct:filtered")
                    .idempotentConsumer(
                            simple("${body[sourceId]}"), MemoryIdempotentRepository.memoryIdempotentRepository())
                    .to("direct:smc-provision");
        }
    }
}
