package io.camelsmc.component;

import static org.assertj.core.api.Assertions.assertThat;

import io.camelsmc.emulator.EmulatedSource;
import io.camelsmc.emulator.Fault;
import io.camelsmc.job.Outcome;
import io.camelsmc.provision.ProvisionResult;
import io.camelsmc.spec.InvalidSpecException;
import io.camelsmc.spec.SpecField;
import java.awt.Point;
import java.io.ByteArrayInputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CreateReplicationJobTest {

    private Bench bench;

    @BeforeEach
    void start() throws Exception {
        bench = Bench.start();
    }

    @AfterEach
    void stop() {
        bench.close();
    }

    @Test
    void makesNoJobForARowThatIsParked() {
        String parked = Bench.json(1).strip().replaceFirst("\\{", "{\"enabled\": false, ");

        Exchange exchange = bench.create(parked);

        assertThat(exchange.getException())
                .isInstanceOf(InvalidSpecException.class)
                .hasMessageContaining("The row is parked (enabled is false); nothing was sent");
        assertThat(bench.emulator.jobs()).isEmpty();
    }

    @Test
    void looksUpASourceThatTheRowGivesByItsName() {
        bench.emulator.addSource(EmulatedSource.available("s-bp1named", "db-01"));
        bench.emulator.addSource(EmulatedSource.available("s-bp1other", "db-02"));
        bench.emulator.addSource(EmulatedSource.available("s-bp1twin", "db-02"));
        String named = Bench.json(1).replace("\"sourceId\": \"" + Bench.sourceId(1), "\"sourceName\": \"db-01");

        Exchange made = bench.create(named);
        Exchange again = bench.create(named);
        Exchange ambiguous = bench.create(named.replace("db-01", "db-02"));
        Exchange unknown = bench.create(named.replace("db-01", "db-03"));

        assertThat(made.getMessage().getBody(ProvisionResult.class).key().sourceId())
                .isEqualTo("s-bp1named");
        assertThat(again.getMessage().getBody(ProvisionResult.class).outcome()).isEqualTo(Outcome.ADOPTED);
        assertThat(ambiguous.getException())
                .isInstanceOf(InvalidSpecException.class)
                .hasMessageContaining("s-bp1other and s-bp1twin");
        assertThat(unknown.getException())
                .isInstanceOf(InvalidSpecException.class)
                .hasMessageContaining("No source server of the account has this name (got db-03)");
        assertThat(bench.creates()).isEqualTo(1);
    }

    static Stream<Named<Object>> bodies() {
        return Stream.of(
                Named.of("spec", Bench.job(1).build()),
                Named.of("map", Bench.map(1)),
                Named.of("JSON text", Bench.json(1)),
                Named.of("YAML text", Bench.yaml(1)),
                Named.of("CSV text", Bench.csv(1)),
                Named.of("bytes", Bench.json(1).getBytes(StandardCharsets.UTF_8)),
                Named.of("stream", new ByteArrayInputStream(Bench.yaml(1).getBytes(StandardCharsets.UTF_8))),
                Named.of("reader", new StringReader(Bench.csv(1))));
    }

    @ParameterizedTest
    @MethodSource("bodies")
    void takesOneJobFrom(Object body) {
        Exchange done = bench.create(body);

        assertThat(done.getException()).isNull();
        assertThat(bench.emulator.jobs()).singleElement().satisfies(job -> {
            assertThat(job.sourceId()).isEqualTo(Bench.sourceId(1));
            assertThat(job.name()).isEqualTo("web-1");
            assertThat(job.imageName()).isEqualTo("image-1");
            assertThat(job.parameters()).containsEntry("SystemDiskSize", "40");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"job.json", "job.yaml", "job.csv", "job"})
    void takesOneJobFromAFile(String name, @TempDir Path folder) throws Exception {
        String text = name.endsWith("csv") ? Bench.csv(1) : name.endsWith("yaml") ? Bench.yaml(1) : Bench.json(1);
        Path file = Files.writeString(folder.resolve(name), text);

        Exchange done = bench.create(file.toFile());

        assertThat(done.getException()).isNull();
        assertThat(bench.emulator.jobs()).hasSize(1);
    }

    @Test
    void successIsInTheBodyAndTheHeaders() {
        Exchange done = bench.create(Bench.job(1).build());

        ProvisionResult result = done.getMessage().getBody(ProvisionResult.class);
        assertThat(result.outcome()).isEqualTo(Outcome.CREATED);
        assertThat(done.getMessage().getHeaders())
                .containsEntry(SmcConstants.OUTCOME, "created")
                .containsEntry(SmcConstants.JOB_ID, bench.emulator.jobs().get(0).jobId())
                .containsEntry(
                        SmcConstants.CLIENT_TOKEN, bench.emulator.jobs().get(0).clientToken())
                .containsEntry(SmcConstants.REQUEST_ID, result.requestId())
                .containsEntry(SmcConstants.ATTEMPTS, 1)
                .containsEntry(SmcConstants.SOURCE_ID, Bench.sourceId(1))
                .containsEntry(SmcConstants.ADDRESS, "-/web-1")
                .doesNotContainKeys(SmcConstants.ERROR_CLASS, SmcConstants.ERROR_CODE, SmcConstants.RETRYABLE);
    }

    @Test
    void regionOfTheEndpointFillsTheGapAndTheRegionOfTheRowWins() {
        Map<String, Object> without = new HashMap<>(Bench.map(1));
        without.remove("regionId");

        bench.send("smc:createReplicationJob?region=cn-beijing", without);
        bench.send("smc:createReplicationJob?region=cn-beijing", Bench.map(2));

        assertThat(bench.emulator.jobs()).extracting("regionId").containsExactly("cn-beijing", Bench.REGION);
    }

    @Test
    void withoutAJournalASecondSendFindsTheJobInTheService() {
        bench.create(Bench.json(1));
        Exchange second = bench.create(Bench.json(1));

        assertThat(second.getMessage().getHeader(SmcConstants.OUTCOME)).isEqualTo("adopted");
        assertThat(second.getMessage().getHeader(SmcConstants.ATTEMPTS)).isEqualTo(0);
        assertThat(bench.creates()).isEqualTo(1);
    }

    @Test
    void withoutAnyLookTheSameTokenLeadsToTheSameJob() {
        String uri = "smc:createReplicationJob?readBeforeCreate=false";

        Exchange first = bench.send(uri, Bench.json(1));
        Exchange second = bench.send(uri, Bench.json(1));

        assertThat(bench.emulator.journal().tokens())
                .hasSize(2)
                .allMatch(token -> token.equals(first.getMessage().getHeader(SmcConstants.CLIENT_TOKEN)));
        assertThat(second.getMessage().getHeader(SmcConstants.JOB_ID))
                .isEqualTo(first.getMessage().getHeader(SmcConstants.JOB_ID));
        assertThat(bench.emulator.jobs()).hasSize(1);
    }

    @Test
    void lostAnswerEndsWithOneJob() {
        bench.emulator.faults().next(Fault.ACCEPT_THEN_DROP);

        Exchange done = bench.create(Bench.json(1));

        assertThat(done.getMessage().getHeader(SmcConstants.OUTCOME)).isEqualTo("adopted");
        assertThat(done.getMessage().getHeader(SmcConstants.ATTEMPTS)).isEqualTo(1);
        assertThat(bench.emulator.jobs()).hasSize(1);
    }

    static Stream<Arguments> unusable() {
        return Stream.of(
                Arguments.of("nothing", null, "body.unusable"),
                Arguments.of("a number", 7, "body.unusable"),
                Arguments.of("a list", List.of(Bench.map(1)), "body.unusable"),
                Arguments.of("an object", new Point(1, 2), "body.unusable"),
                Arguments.of("an empty text", "", "file.empty"),
                Arguments.of("two jobs", Bench.csv(1, 2), "spec.count"),
                Arguments.of("an enormous text", "x".repeat(2_000_000), "body.size"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("unusable")
    void refusesAsInvalid(String what, @Nullable Object body, String rule) {
        Exchange done = bench.create(body);

        assertThat(done.getException()).isInstanceOf(InvalidSpecException.class);
        assertThat(done.getMessage().getHeader(SmcConstants.ERROR_CLASS)).isEqualTo("invalid");
        assertThat(done.getMessage().getHeader(SmcConstants.ERROR_CODE)).isEqualTo(rule);
        assertThat(bench.emulator.journal().total()).isZero();
    }

    @Test
    void invalidRowIsRefusedWithEveryProblemAndNoCall() {
        Exchange done = bench.create("{\"sourceId\": \"s-bp1e2fsl57knvuug\", \"targetType\": \"Image\", \"netMode\": 2,"
                + " \"regionId\": \"cn-hangzhou\"}");

        assertThat(done.getException()).isInstanceOfSatisfying(InvalidSpecException.class, e -> {
            assertThat(e.diagnostics()).extracting("field").contains("imageName", "systemDiskSize", "vSwitchId");
        });
        assertThat(done.getMessage().getHeader(SmcConstants.RETRYABLE)).isEqualTo(false);
        assertThat(bench.emulator.journal().total()).isZero();
    }

    @Test
    void headersOfAStrangerHaveNoEffectAndDoNotSurvive() throws Exception {
        try (Bench elsewhere = Bench.start()) {
            String other = elsewhere.emulator.endpoint().toString();
            Map<String, Object> planted = Map.of(
                    "CamelSmcJobId", "j-planted",
                    "cAMELsMCeNDPOINT", other,
                    "CamelSmcRegion", "cn-beijing",
                    "CamelSmcOperation", "describeSourceServers",
                    "CamelSmcErrorClass", "throttled",
                    "CamelSmcStateUrl", "/nowhere",
                    "cAMELhttpuri", other,
                    "CamelHttpMethod", "DELETE",
                    "kept", "yes");

            Exchange done = bench.send("smc:createReplicationJob", Bench.json(1), planted);

            assertThat(done.getException()).isNull();
            assertThat(elsewhere.emulator.journal().total()).isZero();
            assertThat(bench.emulator.jobs()).singleElement().satisfies(job -> {
                assertThat(job.regionId()).isEqualTo(Bench.REGION);
            });
            assertThat(done.getMessage().getHeader(SmcConstants.JOB_ID)).isNotEqualTo("j-planted");
            assertThat(done.getMessage().getHeaders())
                    .containsEntry("kept", "yes")
                    .doesNotContainKeys(
                            "CamelSmcEndpoint",
                            "CamelSmcRegion",
                            "CamelSmcOperation",
                            "CamelSmcErrorClass",
                            "CamelSmcStateUrl");
        }
    }

    @Test
    void cellsOfAStrangerAreDataOnly() {
        String trap = "a ${exec:touch x} {{env:HOME}} #class:java.io.File RAW(x) $simple{body}";

        Exchange done =
                bench.create(Bench.job(1).set(SpecField.DESCRIPTION, trap).build());

        assertThat(done.getException()).isNull();
        assertThat(bench.emulator.jobs().get(0).parameters()).containsEntry("Description", trap);
    }
}
