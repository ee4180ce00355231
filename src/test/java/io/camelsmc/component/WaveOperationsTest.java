package io.camelsmc.component;

import static org.assertj.core.api.Assertions.assertThat;

import io.camelsmc.emulator.Fault;
import io.camelsmc.emulator.FaultRule;
import io.camelsmc.spec.InvalidSpecException;
import io.camelsmc.spec.ReplicationJobSpec;
import io.camelsmc.spec.read.DamagedInputException;
import io.camelsmc.spec.read.InputRow;
import io.camelsmc.wave.WaveRows;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WaveOperationsTest {

    private Path spool;

    private Bench bench;

    @BeforeEach
    void start(@TempDir Path temporary) throws Exception {
        spool = temporary;
        bench = Bench.start();
        bench.routes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:wave")
                        .to("smc:readWave")
                        .split(body(), new WaveAggregation())
                        .streaming()
                        .to("direct:row")
                        .end()
                        .to("smc:finishWave");
                from("direct:row")
                        .onException(Exception.class)
                        .handled(true)
                        .end()
                        .to("smc:validate")
                        .to("smc:createReplicationJob?maxAttempts=1");
            }
        });
    }

    @AfterEach
    void stop() {
        bench.close();
    }

    private Exchange wave(String name, String text) {
        return bench.send("direct:wave", text, Map.of(Exchange.FILE_NAME_ONLY, name));
    }

    private static WaveSummary summary(Exchange done) {
        return done.getMessage().getBody(WaveSummary.class);
    }

    @Test
    void goodWaveIsDone() {
        Exchange done = wave("web.csv", Bench.csv(1, 2, 3));

        assertThat(done.getException()).isNull();
        assertThat(summary(done).counts()).isEqualTo(Map.of("created", 3L));
        assertThat(done.getProperty(SmcConstants.FOLDER)).isEqualTo("done");
        assertThat(done.getMessage().getHeader(SmcConstants.COUNT)).isEqualTo(3L);
        assertThat(bench.emulator.jobs()).hasSize(3);
    }

    @Test
    void badRowsAreSetAsideAndGoodOnesGoOn() {
        Exchange done = wave("web.csv", Bench.csv(1) + "s-bp1x,no-target,cn-hangzhou,Image,,\n" + Bench.csvRow(2));

        assertThat(summary(done).counts()).isEqualTo(Map.of("created", 2L, "invalid", 1L));
        assertThat(done.getProperty(SmcConstants.FOLDER)).isEqualTo("partial");
    }

    @Test
    void rowsThatClashAreBothInvalidAndNameEachOther() {
        List<InputRow> rows = read("web.csv", Bench.csv(1, 2, 1));
        Exchange done = wave("web.csv", Bench.csv(1, 2, 1));

        assertThat(rows.get(0).problems().get(0).render())
                .startsWith("web.csv:2 ")
                .contains("web.csv:4");
        assertThat(rows.get(1).problems()).isEmpty();
        assertThat(rows.get(2).problems().get(0).render())
                .startsWith("web.csv:4 ")
                .contains("web.csv:2");
        assertThat(summary(done).counts()).isEqualTo(Map.of("created", 1L, "invalid", 2L));
    }

    @Test
    void parkedRowsAreLeftOut() {
        String header = Bench.CSV_HEADER.strip() + ",enabled\n";
        String text =
                header + Bench.csvRow(1).strip() + ",false\n" + Bench.csvRow(2).strip() + ",true\n";

        Exchange done = wave("web.csv", text);

        assertThat(summary(done).rows()).isEqualTo(1);
        assertThat(bench.emulator.jobs()).extracting("name").containsExactly("web-2");
    }

    @Test
    void damagedFileIsRefusedWholeBeforeItsFirstRow() {
        Exchange done = wave("web.csv", Bench.csv(1, 2) + "\"never closed");

        assertThat(done.getException())
                .isInstanceOf(DamagedInputException.class)
                .hasMessageContaining("web.csv:4");
        assertThat(done.getMessage().getHeader(SmcConstants.ERROR_CLASS)).isEqualTo("invalid");
        assertThat(done.getProperty(SmcConstants.TARGET_NAME, String.class)).startsWith("web.");
        assertThat(bench.emulator.journal().total()).isZero();
    }

    @Test
    void strictFileIsRefusedWholeForOneBadRow() {
        String text = Bench.csv(1) + "s-bp1x,no-target,cn-hangzhou,Image,,\n" + Bench.csvRow(1);

        Exchange done = bench.send("smc:readWave?strict=true", text, Map.of(Exchange.FILE_NAME_ONLY, "web.csv"));

        assertThat(done.getException())
                .isInstanceOfSatisfying(InvalidSpecException.class, e -> assertThat(e.diagnostics())
                        .extracting("position.line")
                        .contains(2, 3, 4));
    }

    @Test
    void pendingRowsFailTheWaveSoThatItsInputStays() {
        bench.emulator
                .faults()
                .add(FaultRule.on("CreateReplicationJob")
                        .sourceId(Bench.sourceId(2))
                        .then(Fault.THROTTLE));

        Exchange done = wave("web.csv", Bench.csv(1, 2, 3));

        assertThat(done.getException())
                .isInstanceOf(WaveIncompleteException.class)
                .hasMessageContaining("1 throttled")
                .hasMessageContaining("stays in place");
        assertThat(done.getProperty(SmcConstants.FOLDER)).isEqualTo("in");
        assertThat(summary(done).pending()).isEqualTo(1);
        assertThat(bench.emulator.jobs()).hasSize(2);
    }

    @Test
    void rowThatNobodyAccountsForKeepsTheFile() throws Exception {
        bench.routes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:lossy")
                        .to("smc:readWave")
                        .split(body(), new WaveAggregation())
                        .streaming()
                        .filter(exchange -> exchange.getProperty(Exchange.SPLIT_INDEX, Integer.class) != 1)
                        .to("smc:createReplicationJob")
                        .end()
                        .end()
                        .to("smc:finishWave");
            }
        });

        Exchange done = bench.send("direct:lossy", Bench.csv(1, 2, 3));

        assertThat(done.getException())
                .isInstanceOf(WaveIncompleteException.class)
                .hasMessageContaining("not every row is accounted for");
    }

    @Test
    void fileStaysWhileRowsArePendingAndLeavesWhenTheyAreDone() throws Exception {
        bench.emulator
                .faults()
                .add(FaultRule.on("CreateReplicationJob")
                        .sourceId(Bench.sourceId(2))
                        .times(2)
                        .then(Fault.THROTTLE));
        Files.createDirectories(spool.resolve("in"));
        Files.writeString(spool.resolve("in/web.csv"), Bench.csv(1, 2, 3));

        bench.routes(new RouteBuilder() {
            @Override
            public void configure() {
                from("file:" + spool + "/in?initialDelay=0&delay=20&bridgeErrorHandler=true"
                                + "&move=../${exchangeProperty.CamelSmcFolder}/${exchangeProperty.CamelSmcTargetName}")
                        .to("direct:wave");
            }
        });

        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> Files.exists(spool.resolve("done")));
        assertThat(bench.emulator.jobs()).hasSize(3);
        try (var kept = Files.list(spool.resolve("done"))) {
            assertThat(kept.map(path -> path.getFileName().toString()))
                    .singleElement()
                    .asString()
                    .matches("web\\.\\d{8}T\\d{6}Z\\.[0-9a-f]{8}\\.csv");
        }
        assertThat(spool.resolve("in/web.csv")).doesNotExist();
    }

    @Test
    void waveOfAMessageWithoutAFileNameIsWhatItLooksLike() {
        Exchange yaml =
                bench.send("direct:wave", "wave: w1\njobs:\n- " + Bench.yaml(1).replace("\n", "\n  "));
        Exchange json = bench.send("direct:wave", "[" + Bench.json(2) + "," + Bench.json(3) + "]");
        Exchange lines = bench.send("direct:wave", Bench.json(4) + "\n" + Bench.json(5) + "\n");
        Exchange csv = bench.send("direct:wave", Bench.csv(6));

        assertThat(List.of(
                        summary(yaml).good(),
                        summary(json).good(),
                        summary(lines).good(),
                        summary(csv).good()))
                .containsExactly(1L, 2L, 2L, 1L);
    }

    @Test
    void validateHandsOnTheSpecAndKeepsTheRowForReports() {
        Exchange done =
                bench.send("smc:validate?region=cn-beijing", Bench.csv(1).replace(Bench.REGION, ""));

        assertThat(done.getMessage().getBody(ReplicationJobSpec.class).regionId())
                .isEqualTo("cn-beijing");
        assertThat(done.getProperty(SmcConstants.ROW, InputRow.class).raw().cells())
                .contains("web-1");
        assertThat(bench.emulator.journal().total()).isZero();
    }

    @Test
    void finishWithoutAWaveSaysWhereItBelongs() {
        Exchange done = bench.send("smc:finishWave", "x");

        assertThat(done.getException())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("after the split that follows smc:readWave");
    }

    @Test
    void nameOfAFileCannotBreakALogLineOrLeaveItsFolder() {
        Exchange done = wave("../..\n\u202Eevil .csv", Bench.csv(1) + "s-bp1x,a,b,Image,,\n");

        assertThat(summary(done).toString()).doesNotContain("\n", "\u202E").contains("\\n");
        assertThat(done.getProperty(SmcConstants.TARGET_NAME, String.class))
                .matches("_[A-Za-z0-9._-]+")
                .doesNotContain("/");
        assertThat(done.getProperty(SmcConstants.REPORT_NAME, String.class)).matches("_[A-Za-z0-9._-]+");
    }

    @Test
    void rowOfAWaveCarriesItsPlace() {
        List<InputRow> rows = read("web.csv", Bench.csv(1, 2));

        assertThat(rows).extracting(row -> row.position().toString()).containsExactly("web.csv:2", "web.csv:3");
    }

    private List<InputRow> read(String name, String text) {
        List<InputRow> rows = new ArrayList<>();
        try {
            bench.routes(new RouteBuilder() {
                @Override
                public void configure() {
                    from("direct:read").to("smc:readWave").process(exchange -> exchange.getMessage()
                            .getBody(WaveRows.class)
                            .forEachRemaining(rows::add));
                }
            });
        } catch (Exception e) {
            throw new AssertionError(e);
        }
        bench.send("direct:read", text, Map.of(Exchange.FILE_NAME_ONLY, name));
        return rows;
    }
}
