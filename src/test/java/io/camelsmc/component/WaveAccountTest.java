package io.camelsmc.component;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.camelsmc.emulator.Fault;
import io.camelsmc.emulator.FaultEffect;
import io.camelsmc.emulator.FaultRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every row of a wave is accounted for, whatever a route does to its message. */
class WaveAccountTest {

    private static final String BAD = "s-bp1x,no-target,cn-hangzhou,Image,,\n";

    private final List<JsonNode> lines = new ArrayList<>();
    private Bench bench;

    @BeforeEach
    void start() throws Exception {
        bench = Bench.start();
    }

    @AfterEach
    void stop() {
        bench.close();
    }

    /** A wave whose rows go to a route; the summary is the body in the end. */
    private abstract static class Rows extends RouteBuilder {
        @Override
        public void configure() {
            from("direct:wave")
                    .to("smc:readWave")
                    .split(body(), new WaveAggregation())
                    .streaming()
                    .to("direct:row")
                    .end()
                    .to("smc:finishWave");
            row();
        }

        abstract void row();
    }

    private WaveSummary wave(Rows rows, String csv) throws Exception {
        bench.routes(rows);
        Exchange done = bench.send("direct:wave", csv, Map.of(Exchange.FILE_NAME_ONLY, "web.csv"));
        return done.getMessage().getBody(WaveSummary.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"*", "CamelSmc*"})
    void headersThatARouteRemovesAreNotMissed(String pattern) throws Exception {
        WaveSummary summary = wave(
                new Rows() {
                    @Override
                    void row() {
                        from("direct:row")
                                .onException(Exception.class)
                                .handled(true)
                                .removeHeaders(pattern)
                                .end()
                                .to("smc:validate")
                                .to("smc:createReplicationJob")
                                .removeHeaders(pattern);
                    }
                },
                Bench.csv(1, 2) + BAD);

        assertThat(summary.counts()).isEqualTo(Map.of("created", 2L, "invalid", 1L));
        assertThat(summary.complete()).isTrue();
    }

    @Test
    void aLaterCallDoesNotTakeTheOutcomeOfTheRow() throws Exception {
        WaveSummary summary = wave(
                new Rows() {
                    @Override
                    void row() {
                        from("direct:row")
                                .to("smc:validate")
                                .to("smc:createReplicationJob")
                                .setBody(constant(""))
                                .to("smc:describeReplicationJobs");
                    }
                },
                Bench.csv(1, 2));

        assertThat(summary.counts()).isEqualTo(Map.of("created", 2L));
    }

    @Test
    void deadLetterChannelThatRestoresTheMessageKeepsTheOutcome() throws Exception {
        bench.emulator.faults().next(FaultEffect.error(400, "VSwitchIdVpcId.Mismatch", "no such pair"));
        WaveSummary summary = wave(
                new Rows() {
                    @Override
                    void row() {
                        from("direct:row")
                                .errorHandler(deadLetterChannel("log:failed?level=OFF")
                                        .useOriginalMessage())
                                .to("smc:validate")
                                .to("smc:createReplicationJob");
                    }
                },
                Bench.csv(1, 2) + BAD);

        assertThat(summary.counts()).isEqualTo(Map.of("created", 1L, "invalid", 1L, "rejected", 1L));
        assertThat(summary.folder()).isEqualTo("partial");
    }

    @Test
    void rowThatARouteLeavesOutOnPurposeIsSettled() throws Exception {
        WaveSummary summary = wave(
                new Rows() {
                    @Override
                    void row() {
                        from("direct:row")
                                .choice()
                                .when(simple("${body.known.name} == 'web-2'"))
                                .to("smc:skipRow")
                                .otherwise()
                                .to("smc:createReplicationJob");
                    }
                },
                Bench.csv(1, 2, 3));

        assertThat(summary.counts()).isEqualTo(Map.of("created", 2L, "skipped", 1L));
        assertThat(summary.folder()).isEqualTo("done");
        assertThat(bench.emulator.jobs()).extracting("name").containsExactly("web-1", "web-3");
    }

    @Test
    void textOfARowThatIsMadeInACopyOfItsExchangeCountsForTheRow() throws Exception {
        WaveSummary summary = wave(
                new Rows() {
                    @Override
                    void row() {
                        from("direct:row")
                                .to("smc:validate")
                                .marshal()
                                .json()
                                .multicast()
                                .to("direct:make", "log:other?level=OFF")
                                .end();
                        from("direct:make").to("smc:createReplicationJob");
                    }
                },
                Bench.csv(1));

        assertThat(bench.emulator.jobs()).hasSize(1);
        assertThat(summary.counts()).isEqualTo(Map.of("created", 1L));
    }

    @Test
    void rowThatNoRetryHelpsIsFailedAndTheWaveIsFinal() throws Exception {
        WaveSummary summary = wave(
                new Rows() {
                    @Override
                    void row() {
                        from("direct:row")
                                .onException(Exception.class)
                                .handled(true)
                                .process(row -> line(row))
                                .end()
                                .to("smc:validate")
                                .process(row -> {
                                    if (row.getProperty(Exchange.SPLIT_INDEX, Integer.class) == 0) {
                                        row.getMessage().setBody(new Broken());
                                    }
                                })
                                .to("smc:createReplicationJob");
                    }
                },
                Bench.csv(1, 2));

        assertThat(summary.counts()).isEqualTo(Map.of("created", 1L, "failed", 1L));
        assertThat(summary.folder()).isEqualTo("partial");
        assertThat(lines.get(0).path("error_class").asText()).isEqualTo("failed");
        assertThat(lines.get(0).path("retryable").asBoolean(true)).isFalse();
        assertThat(lines.get(0).path("message").asText()).contains("broken row");
    }

    /** A row that breaks the code which reads it. */
    private static final class Broken extends java.util.AbstractMap<String, Object> {
        @Override
        public java.util.Set<Entry<String, Object>> entrySet() {
            throw new IllegalStateException("broken row");
        }
    }

    private void line(Exchange row) throws Exception {
        lines.add(new ObjectMapper().readTree(OutcomeLine.of(row)));
    }

    @Test
    void successClearsWhatAnEarlierTryLeft() throws Exception {
        bench.emulator
                .faults()
                .add(FaultRule.on("CreateReplicationJob").times(1).then(Fault.THROTTLE));
        WaveSummary summary = wave(
                new Rows() {
                    @Override
                    void row() {
                        from("direct:row")
                                .onException(Exception.class)
                                .maximumRedeliveries(2)
                                .redeliveryDelay(1)
                                .logRetryAttempted(false)
                                .handled(true)
                                .end()
                                .to("smc:validate")
                                .to("smc:createReplicationJob?maxAttempts=1")
                                .process(row -> line(row));
                    }
                },
                Bench.csv(1));

        assertThat(summary.counts()).isEqualTo(Map.of("created", 1L));
        assertThat(lines.get(0).path("outcome").asText()).isEqualTo("created");
        assertThat(lines.get(0).fieldNames())
                .toIterable()
                .doesNotContain("error_class", "error_code", "http_status", "fix", "message", "retryable");
    }
}
