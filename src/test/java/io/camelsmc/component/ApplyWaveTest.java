package io.camelsmc.component;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.camelsmc.emulator.Fault;
import io.camelsmc.emulator.FaultEffect;
import io.camelsmc.emulator.FaultRule;
import io.camelsmc.spec.read.DamagedInputException;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ApplyWaveTest {

    private static final String BAD = "s-bp1x,no-target,cn-hangzhou,Image,,\n";

    private Bench bench;

    @BeforeEach
    void start(@TempDir Path state) throws Exception {
        bench = Bench.start();
        bench.component().getConfiguration().setStateUrl(state.toString());
    }

    @AfterEach
    void stop() {
        bench.close();
    }

    private Exchange apply(String options, Object body) {
        return bench.send("smc:apply" + options, body, Map.of(Exchange.FILE_NAME_ONLY, "web.csv"));
    }

    private static List<String> labels(Exchange done) {
        List<String> labels = new ArrayList<>();
        for (Object report : done.getMessage().getBody(List.class)) {
            labels.add(((RowReport) report).label());
        }
        return labels;
    }

    private static WaveSummary summary(Exchange done) {
        return done.getProperty(SmcConstants.WAVE_SUMMARY, WaveSummary.class);
    }

    private static JsonNode json(Exchange done) throws Exception {
        return new ObjectMapper().readTree(done.getMessage().getBody(String.class));
    }

    @Test
    void handsOutWhatBecameOfEachRowInTheOrderOfTheRows() throws Exception {
        bench.create(Bench.json(3));
        bench.emulator
                .faults()
                .add(FaultRule.on("CreateReplicationJob")
                        .sourceId(Bench.sourceId(4))
                        .then(FaultEffect.error(400, "VSwitchIdVpcId.Mismatch", "no such pair")));

        Exchange done = apply("", Bench.csv(5, 3) + BAD + Bench.csvRow(4) + Bench.csvRow(1));

        assertThat(done.getException()).isNull();
        assertThat(labels(done)).containsExactly("created", "unchanged", "invalid", "rejected", "created");
        assertThat(done.getMessage().getHeader(SmcConstants.COUNT)).isEqualTo(5L);
        assertThat(summary(done).folder()).isEqualTo("partial");
        assertThat(json(done).get(0).at("/row/name").asText()).isEqualTo("web-5");
        assertThat(json(done).get(0).path("line").asInt()).isEqualTo(2);
        assertThat(json(done).get(0).path("job_id").asText()).startsWith("j-");
        assertThat(json(done).get(0).path("job_key").asText()).isEqualTo("cn-hangzhou/" + Bench.sourceId(5) + "/0");
        assertThat(json(done).get(2).at("/problems/0/field").asText()).isEqualTo("image_name");
        assertThat(json(done).get(3).path("fix").asText()).contains("vpcId");
    }

    @Test
    void takesTextsStreamsAndListsOfRowsOfAnyKind() throws Exception {
        byte[] bytes = Bench.csv(2).getBytes(StandardCharsets.UTF_8);
        List<Object> listed = List.of(
                Bench.job(3).build(),
                Bench.map(4),
                Bench.json(5),
                Map.of("sourceId", "nonsense"),
                Bench.job(3).build());

        assertThat(labels(apply("", Bench.csv(1)))).containsExactly("created");
        assertThat(labels(apply("", new ByteArrayInputStream(bytes)))).containsExactly("created");
        assertThat(labels(bench.send("smc:apply", listed)))
                .containsExactly("invalid", "created", "created", "invalid", "invalid");
        assertThat(bench.emulator.jobs()).hasSize(4);
    }

    @Test
    void costsNoMoreCallsThanTheCommandLine() {
        int[] numbers = IntStream.rangeClosed(1, 200).toArray();

        Exchange done = apply("", Bench.csv(numbers));

        assertThat(summary(done).counts()).isEqualTo(Map.of("created", 200L));
        assertThat(bench.emulator.journal().total()).isLessThanOrEqualTo(212);
    }

    @Test
    void rowsThatArePendingKeepTheWaveAndTheNextApplyFinishesIt() throws Exception {
        bench.emulator
                .faults()
                .add(FaultRule.on("CreateReplicationJob")
                        .sourceId(Bench.sourceId(2))
                        .times(1)
                        .then(Fault.THROTTLE));
        bench.routes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:wave")
                        .to("smc:apply?maxAttempts=1")
                        .split(body(), new WaveAggregation())
                        .to("log:row?level=OFF")
                        .end()
                        .to("smc:finishWave");
            }
        });

        Exchange first = bench.send("direct:wave", Bench.csv(1, 2, 3));
        Exchange second = bench.send("direct:wave", Bench.csv(1, 2, 3));

        assertThat(first.getException())
                .isInstanceOf(WaveIncompleteException.class)
                .hasMessageContaining("1 throttled");
        assertThat(second.getException()).isNull();
        assertThat(summary(second).counts().values().stream()
                        .mapToLong(Long::longValue)
                        .sum())
                .isEqualTo(3);
        assertThat(summary(second).folder()).isEqualTo("done");
        assertThat(bench.creates()).isEqualTo(4);
    }

    @Test
    void rowWhoseReportFailsKeepsTheWave() throws Exception {
        bench.routes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:wave")
                        .to("smc:apply")
                        .split(body(), new WaveAggregation())
                        .filter(simple("${body.label} == 'invalid'"))
                        .throwException(new IllegalStateException("the ticket system is down"))
                        .end()
                        .end()
                        .to("smc:finishWave");
            }
        });

        Exchange done = bench.send("direct:wave", Bench.csv(1) + BAD);

        assertThat(done.getException()).isInstanceOf(WaveIncompleteException.class);
        assertThat(done.getProperty(SmcConstants.FOLDER)).isEqualTo("in");
    }

    @ParameterizedTest
    @CsvSource({"?strict=true,pending", "?maxCreate=1,pending"})
    void sendsNothingWhenAGuardSaysSo(String options, String label) throws Exception {
        Exchange done = apply(options, Bench.csv(1, 2) + BAD);

        assertThat(labels(done)).containsExactly(label, label, "invalid");
        assertThat(json(done).get(0).path("message").asText()).contains("nothing was");
        assertThat(bench.creates()).isZero();
    }

    @Test
    void takesTheRowsThatAreAskedFor() {
        Exchange done = apply("?target=web-*&exclude=web-2,web-3", Bench.csv(1, 2, 3, 4));

        assertThat(labels(done)).containsExactly("created", "created");
        assertThat(bench.emulator.jobs()).extracting("name").containsExactlyInAnyOrder("web-1", "web-4");
    }

    @Test
    void stopsAtTheLimitOfFailures() {
        bench.emulator
                .faults()
                .add(FaultRule.on("CreateReplicationJob")
                        .then(FaultEffect.error(400, "VSwitchIdVpcId.Mismatch", "no such pair")));
        int[] numbers = IntStream.rangeClosed(1, 100).toArray();

        Exchange done = apply("?maxFail=3&parallelism=1", Bench.csv(numbers));

        assertThat(summary(done).counts()).containsKeys("rejected", "pending");
        assertThat(bench.creates()).isLessThan(20);
    }

    @Test
    void serviceThatCannotBeAskedLeavesEveryRowPendingUnderItsClass() {
        bench.emulator.close();

        Exchange done = apply("?maxAttempts=1&connectTimeout=500", Bench.csv(1, 2));

        assertThat(labels(done)).containsOnly("unavailable");
        assertThat(summary(done).complete()).isFalse();
    }

    @Test
    void damagedWaveIsRefusedWhole() {
        Exchange done = apply("", Bench.csv(1) + "\"never closed");

        assertThat(done.getException()).isInstanceOf(DamagedInputException.class);
        assertThat(bench.emulator.journal().total()).isZero();
    }

    @Test
    void limitThatCannotBeReadIsRefusedAtTheStart() {
        assertThatThrownBy(() -> bench.camel.getEndpoint("smc:apply?maxFail=some"))
                .hasStackTraceContaining("maxFail")
                .hasStackTraceContaining("0% to 100%");
        assertThatThrownBy(() -> bench.camel.getEndpoint("smc:apply?parallelism=0"))
                .hasStackTraceContaining("parallelism");
        assertThatThrownBy(() -> bench.camel.getEndpoint("smc:apply?rate=-1")).hasStackTraceContaining("rate");
    }
}
