package io.camelsmc.routes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.camelsmc.component.SmcConstants;
import io.camelsmc.emulator.Fault;
import io.camelsmc.emulator.FaultEffect;
import io.camelsmc.emulator.FaultRule;
import io.camelsmc.emulator.JournalEntry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The three ready-made routes together: a file in the inbox, its rows in the reports, the file where it belongs. */
class SpoolRoutesIT {

    private static final String HEADER = "source_id,name,region,target_type,image_name,system_disk_size\n";
    private static final String WEB_1 = row("1", "shop-web-01", 40);
    private static final String WEB_2 = row("2", "shop-web-02", 40);
    private static final String TOO_SMALL = row("3", "shop-web-03", 8);
    private static final String[] ROUTES = {"provision.yaml", "outcomes.yaml", "csv-wave.yaml"};

    @TempDir
    private Path folder;

    private static String row(String id, String name, int disk) {
        return source(id) + "," + name + ",cn-hangzhou,Image," + name + "," + disk + "\n";
    }

    private static String source(String id) {
        return "s-bp1k4wd9x0tq7mz2ncy" + id;
    }

    @Test
    void movesAFileToDoneWhenEveryRowHasItsJob() throws Exception {
        try (RouteRig rig = new RouteRig(folder).start(ROUTES)) {
            rig.drop("wave-01.csv", HEADER + WEB_1 + WEB_2);

            awaitFiles(rig, "done", 1);

            assertThat(rig.files("in")).isEmpty();
            assertThat(rig.files("done").get(0)).matches("wave-01\\.\\d{8}T\\d{6}Z\\.[0-9a-f]{8}\\.csv");
            assertThat(names(rig, "created")).containsExactlyInAnyOrder("shop-web-01", "shop-web-02");
            assertThat(rig.jobNames()).containsExactlyInAnyOrder("shop-web-01", "shop-web-02");
        }
    }

    @Test
    void movesAFileToPartialWhenSomeRowsNeedAPerson() throws Exception {
        try (RouteRig rig = new RouteRig(folder).start(ROUTES)) {
            rig.drop("wave-01.csv", HEADER + WEB_1 + TOO_SMALL);

            awaitFiles(rig, "partial", 1);

            assertThat(names(rig, "created")).containsExactly("shop-web-01");
            JsonNode line = rig.report("invalid").get(0);
            assertThat(line.path("file").asText()).isEqualTo("wave-01.csv");
            assertThat(line.path("line").asInt()).isEqualTo(3);
            assertThat(line.path("row").path("system_disk_size").asText()).isEqualTo("8");
            assertThat(line.path("problems").get(0).path("field").asText()).isEqualTo("system_disk_size");
        }
    }

    @Test
    void movesAFileToRejectedWhenNoRowIsGood() throws Exception {
        try (RouteRig rig = new RouteRig(folder).start(ROUTES)) {
            rig.drop("wave-01.csv", HEADER + TOO_SMALL);

            awaitFiles(rig, "rejected", 1);

            assertThat(rig.emulator().journal().entries("CreateReplicationJob")).isEmpty();
        }
    }

    @Test
    void refusesADamagedFileAsAWholeAndSaysWhere() throws Exception {
        try (RouteRig rig = new RouteRig(folder).start(ROUTES)) {
            rig.drop("wave-01.csv", HEADER + WEB_1 + "\"unclosed," + WEB_2);

            awaitFiles(rig, "rejected", 1);

            assertThat(rig.report("invalid")).hasSize(1);
            JsonNode problem = rig.report("invalid").get(0).path("problems").get(0);
            assertThat(problem.path("message").asText()).startsWith("wave-01.csv:3");
            assertThat(rig.emulator().journal().total()).isZero();
        }
    }

    @Test
    void keepsAnOlderFileOfTheSameName() throws Exception {
        try (RouteRig rig = new RouteRig(folder).start(ROUTES)) {
            rig.drop("wave-01.csv", HEADER + WEB_1);
            awaitFiles(rig, "done", 1);
            rig.drop("wave-01.csv", HEADER + WEB_2);
            awaitFiles(rig, "done", 2);

            List<String> kept = new ArrayList<>();
            for (String file : rig.files("done")) {
                kept.add(Files.readString(rig.spool().resolve("done").resolve(file)));
            }
            assertThat(kept).containsExactlyInAnyOrder(HEADER + WEB_1, HEADER + WEB_2);
            assertThat(names(rig, "created")).containsExactlyInAnyOrder("shop-web-01", "shop-web-02");
        }
    }

    @Test
    void reportsRowsUnchangedWhenTheSameFileComesBack() throws Exception {
        try (RouteRig rig = new RouteRig(folder).start(ROUTES)) {
            rig.drop("wave-01.csv", HEADER + WEB_1);
            awaitFiles(rig, "done", 1);
            rig.drop("wave-1-again.csv", HEADER + WEB_1);
            awaitFiles(rig, "done", 2);

            assertThat(names(rig, "unchanged")).containsExactly("shop-web-01");
            assertThat(rig.emulator().jobs()).hasSize(1);
        }
    }

    @Test
    void keepsAFileWithPendingRowsAndFinishesItInALaterPoll() throws Exception {
        try (RouteRig rig =
                new RouteRig(folder).property("smc.redeliveries", "0").start(ROUTES)) {
            rig.emulator()
                    .faults()
                    .add(FaultRule.on("CreateReplicationJob")
                            .sourceId(source("2"))
                            .then(Fault.THROTTLE));
            rig.drop("wave-01.csv", HEADER + WEB_1 + WEB_2 + TOO_SMALL);
            await().atMost(Duration.ofSeconds(30)).until(() -> creates(rig, source("2")) >= 3);
            assertThat(rig.unfinished()).containsExactly("wave-01.csv");

            rig.emulator().faults().clear();
            awaitFiles(rig, "partial", 1);

            assertThat(rig.files("in")).isEmpty();
            assertThat(names(rig, "created")).containsExactlyInAnyOrder("shop-web-01", "shop-web-02");
            assertThat(names(rig, "throttled")).hasSize(1);
            assertThat(rig.report("invalid")).hasSize(1);
            assertThat(rig.report("unchanged")).isEmpty();
            assertThat(creates(rig, source("1"))).isEqualTo(1);
            assertThat(rig.jobNames()).containsExactlyInAnyOrder("shop-web-01", "shop-web-02");
        }
    }

    @Test
    void createsAThrottledJobOnceWithOneReport() throws Exception {
        RouteRig patient = new RouteRig(folder);
        patient.configuration().setMaxAttempts(4);
        try (RouteRig rig = patient.start(ROUTES)) {
            rig.emulator()
                    .faults()
                    .add(FaultRule.on("CreateReplicationJob")
                            .sourceId(source("1"))
                            .times(3)
                            .then(Fault.THROTTLE));
            rig.drop("wave-01.csv", HEADER + WEB_1 + WEB_2);

            awaitFiles(rig, "done", 1);

            assertThat(creates(rig, source("1"))).isEqualTo(4);
            assertThat(rig.report("throttled")).isEmpty();
            assertThat(names(rig, "created")).containsExactlyInAnyOrder("shop-web-01", "shop-web-02");
            assertThat(rig.jobNames()).containsExactlyInAnyOrder("shop-web-01", "shop-web-02");
        }
    }

    @Test
    void keepsAFileUntilTheReportOfABadRowIsWritten() throws Exception {
        try (RouteRig rig = new RouteRig(folder).start(ROUTES)) {
            Path inTheWay = blockReport(rig, "invalid");
            rig.drop("wave-01.csv", HEADER + WEB_1 + TOO_SMALL);
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> !rig.emulator().jobs().isEmpty());
            await().during(Duration.ofMillis(500))
                    .atMost(Duration.ofSeconds(30))
                    .until(() -> rig.unfinished().equals(Set.of("wave-01.csv")));

            Files.delete(inTheWay);
            awaitFiles(rig, "partial", 1);

            assertThat(names(rig, "created")).containsExactly("shop-web-01");
            assertThat(names(rig, "invalid")).containsExactly("shop-web-03");
            assertThat(rig.report("unchanged")).isEmpty();
            assertThat(rig.emulator().jobs()).hasSize(1);
        }
    }

    @Test
    void reportsARowWhoseFirstReportFailedInTheNextPoll() throws Exception {
        try (RouteRig rig = new RouteRig(folder).start(ROUTES)) {
            blockReport(rig, "created");
            rig.drop("wave-01.csv", HEADER + WEB_1 + WEB_2);

            awaitFiles(rig, "done", 1);

            assertThat(names(rig, "unchanged")).containsExactlyInAnyOrder("shop-web-01", "shop-web-02");
            assertThat(rig.emulator().jobs()).hasSize(2);
        }
    }

    @Test
    void readsAFileAgainThatGrewWhileItWasRead() throws Exception {
        try (RouteRig rig = new RouteRig(folder).start(ROUTES)) {
            rig.emulator()
                    .faults()
                    .next("CreateReplicationJob", FaultEffect.of(Fault.DELAY).lasting(Duration.ofSeconds(2)));
            rig.drop("wave-01.csv", HEADER + WEB_1);
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> !rig.emulator().faults().pending());
            Files.writeString(rig.claimed("wave-01.csv"), WEB_2, StandardOpenOption.APPEND);

            awaitFiles(rig, "done", 1);

            assertThat(rig.jobNames()).containsExactlyInAnyOrder("shop-web-01", "shop-web-02");
            assertThat(names(rig, "created")).containsExactlyInAnyOrder("shop-web-01", "shop-web-02");
        }
    }

    private static Path blockReport(RouteRig rig, String outcome) throws IOException {
        Path folder = Files.createDirectories(rig.spool().resolve("out"));
        return Files.writeString(folder.resolve(outcome), "a file where a folder belongs");
    }

    @Test
    void writesARowThatCameWithoutAFileEachTime() throws Exception {
        try (RouteRig rig = new RouteRig(folder).start(ROUTES)) {
            Map<String, Object> forged = Map.of(
                    "CamelFileName", "../../escaped", "CamelFileLastModified", 1L, SmcConstants.REPORT_NAME, "../x");
            for (int i = 0; i < 2; i++) {
                rig.template().sendBodyAndHeaders("direct:smc-provision", "{\"sourceId\":\"nonsense\"}", forged);
            }

            assertThat(rig.files("out/invalid")).containsExactly("rows.ndjson");
            assertThat(rig.report("invalid")).hasSize(2);
            assertStaysInside(rig);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-rf.csv",
                "a b;rm.csv",
                "${sys.user.home}.csv",
                "{{env:HOME}}.csv",
                "wave\u202Evsc.csv",
                "line\nbreak.csv",
                "%2e%2e%2fescaped.csv",
                "wave.csv.CSV",
                "订单.csv"
            })
    void giveFilesOfHostileNamesSafeOnes(String name) throws Exception {
        try (RouteRig rig = new RouteRig(folder).start(ROUTES)) {
            rig.drop(name, HEADER + WEB_1);

            awaitFiles(rig, "done", 1);

            assertThat(rig.files("done").get(0)).matches("[A-Za-z0-9_][A-Za-z0-9._-]*");
            assertThat(rig.files("out/created").get(0)).matches("[A-Za-z0-9_][A-Za-z0-9._-]*");
            assertStaysInside(rig);
        }
    }

    @Test
    void takesAFileWithTheLongestName() throws Exception {
        try (RouteRig rig = new RouteRig(folder).start(ROUTES)) {
            rig.drop("w".repeat(240) + ".csv", HEADER + WEB_1);

            awaitFiles(rig, "done", 1);

            assertThat(rig.files("done").get(0)).hasSizeLessThan(160);
        }
    }

    @Test
    void repeatsTheKeyOfTheJobWithoutACallWhenAMessageIsDeliveredAgain() throws Exception {
        String row = "{\"sourceId\":\"" + source("1") + "\",\"name\":\"shop-web-01\",\"regionId\":\"cn-hangzhou\","
                + "\"targetType\":\"Image\",\"imageName\":\"shop-web-01\",\"systemDiskSize\":40}";
        try (RouteRig rig = new RouteRig(folder).start(ROUTES)) {
            rig.template().sendBody("direct:smc-provision", row);
            long calls = rig.emulator().journal().total();
            rig.template().sendBody("direct:smc-provision", row);

            assertThat(rig.emulator().journal().total()).isEqualTo(calls);
            JsonNode first = rig.report("created").get(0);
            JsonNode again = rig.report("unchanged").get(0);
            assertThat(first.path("job_key").asText()).isEqualTo("cn-hangzhou/" + source("1") + "/0");
            assertThat(again.path("job_key")).isEqualTo(first.path("job_key"));
            assertThat(again.path("job_id")).isEqualTo(first.path("job_id"));
        }
    }

    @Test
    void doesNotFollowALink() throws Exception {
        try (RouteRig rig = new RouteRig(folder).start(ROUTES)) {
            Path secret = Files.writeString(folder.resolve("secret.csv"), HEADER + WEB_2);
            Files.createSymbolicLink(rig.spool().resolve("in/a-link.csv"), secret);
            rig.drop("wave-01.csv", HEADER + WEB_1);
            awaitFiles(rig, "done", 1);
            rig.drop("wave-02.csv", HEADER + WEB_1);
            awaitFiles(rig, "done", 2);

            assertThat(rig.jobNames()).containsExactly("shop-web-01");
            assertThat(secret).exists();
            assertThat(rig.files("in")).containsExactly("a-link.csv");
        }
    }

    private static void awaitFiles(RouteRig rig, String folder, int count) {
        await().atMost(Duration.ofSeconds(30))
                .until(() -> rig.files(folder).size() == count
                        && rig.claims().isEmpty()
                        && rig.files("in").stream().allMatch(name -> name.contains("link")));
    }

    private static long creates(RouteRig rig, String sourceId) {
        List<JournalEntry> entries = rig.emulator().journal().entries("CreateReplicationJob");
        return entries.stream()
                .filter(entry -> sourceId.equals(entry.parameters().get("SourceId")))
                .count();
    }

    private static List<String> names(RouteRig rig, String outcome) {
        return rig.report(outcome).stream()
                .map(line -> line.path("row").path("name").asText())
                .toList();
    }

    private void assertStaysInside(RouteRig rig) throws IOException {
        try (Stream<Path> children = Files.list(folder)) {
            assertThat(children.map(path -> path.getFileName().toString())).containsOnly("spool", "state");
        }
        try (Stream<Path> children = Files.list(rig.spool())) {
            assertThat(children.map(path -> path.getFileName().toString()))
                    .isSubsetOf("in", "work", "out", "done", "partial", "rejected", "quarantine");
        }
    }
}
