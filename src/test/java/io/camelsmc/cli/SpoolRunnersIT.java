package io.camelsmc.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.camelsmc.emulator.EmulatorOptions;
import io.camelsmc.emulator.Fault;
import io.camelsmc.emulator.FaultEffect;
import io.camelsmc.emulator.FaultRule;
import io.camelsmc.emulator.SmcEmulator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Cases C2, K1 and K4: runners of {@code bin/smc run --drain} that share a spool, and runners that are killed at any moment
 * between claim, report and final move. More kills: {@code -Dsmc.spool.kills=N}, from {@code -Dsmc.spool.seed=S} on.
 */
class SpoolRunnersIT {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String HEADER = "source_id,name,region,target_type,image_name,system_disk_size\n";
    private static final int ROWS = 3;

    @TempDir
    private Path folder = Path.of("");

    private final SmcEmulator emulator;

    SpoolRunnersIT() throws IOException {
        emulator = SmcEmulator.start(EmulatorOptions.defaults());
    }

    @AfterEach
    void stop() {
        emulator.close();
    }

    private SmcProcess runner(String state, String... more) {
        List<String> arguments = new ArrayList<>(List.of(
                "run",
                "--drain",
                "--endpoint",
                emulator.endpoint().toString(),
                "--state",
                state,
                "-p",
                "smc.poll=100",
                "-p",
                "smc.read-lock.interval=20",
                "-p",
                "smc.redelivery.delay=1",
                "-p",
                "camel.component.smc.retry-delay=1"));
        arguments.addAll(List.of(more));
        return new SmcProcess(folder, arguments.toArray(String[]::new))
                .with("ALIBABA_CLOUD_ACCESS_KEY_ID", "testid")
                .with("ALIBABA_CLOUD_ACCESS_KEY_SECRET", "testsecret");
    }

    private void drop(int from, int to) throws IOException {
        Path in = Files.createDirectories(folder.resolve("spool/in"));
        for (int file = from; file < to; file++) {
            StringBuilder text = new StringBuilder(HEADER);
            for (int row = 0; row < ROWS; row++) {
                String id = String.format("%03d%d", file, row);
                text.append("s-bp1k4wd9x0tq7mz2")
                        .append(id)
                        .append(",web-")
                        .append(id)
                        .append(",cn-hangzhou,Image,web-")
                        .append(id)
                        .append(",40\n");
            }
            Path half = Files.writeString(in.resolve(".half"), text);
            Files.move(half, in.resolve(name(file)));
        }
    }

    private static String name(int file) {
        return String.format("wave-%03d.csv", file);
    }

    /** Every wave is in {@code done/}, once; every row has its job, once; every row is reported, as good alone. */
    private void assertAllDone(int files) throws IOException {
        List<String> waves = new ArrayList<>();
        try (Stream<Path> all = Files.walk(folder.resolve("spool"))) {
            all.filter(Files::isRegularFile)
                    .map(file -> folder.resolve("spool").relativize(file).toString())
                    .filter(file -> file.endsWith(".csv"))
                    .map(file -> file.replaceFirst("\\.\\d{8}T\\d{6}Z\\.[0-9a-f]{8}\\.csv$", ".csv"))
                    .sorted()
                    .forEach(waves::add);
        }
        List<String> expected = new ArrayList<>();
        for (int file = 0; file < files; file++) {
            expected.add("done/" + name(file));
        }
        assertThat(waves).containsExactlyElementsOf(expected);
        assertThat(folder.resolve("spool/work").toFile().list((work, name) -> name.startsWith("runner-")))
                .isEmpty();
        assertThat(emulator.jobs()).hasSize(files * ROWS);
        Map<String, Set<String>> jobs = reported();
        assertThat(jobs)
                .hasSize(files * ROWS)
                .allSatisfy((key, ids) -> assertThat(ids).as(key).hasSize(1));
    }

    /** The job ids that the lines of each row name. */
    private Map<String, Set<String>> reported() throws IOException {
        Map<String, Set<String>> jobs = new TreeMap<>();
        for (Path report : reports()) {
            for (String line : Files.readAllLines(report)) {
                JsonNode row = JSON.readTree(line);
                assertThat(row.path("outcome").asText()).isIn("created", "adopted", "unchanged");
                jobs.computeIfAbsent(row.path("job_key").asText(), key -> new TreeSet<>())
                        .add(row.path("job_id").asText());
            }
        }
        return jobs;
    }

    private List<Path> reports() throws IOException {
        try (Stream<Path> all = Files.walk(folder.resolve("spool/out"))) {
            return all.filter(Files::isRegularFile).sorted().toList();
        }
    }

    /** Folders of runners that hold a file now. */
    private Set<Path> claiming() throws IOException {
        Path work = folder.resolve("spool/work");
        if (!Files.isDirectory(work)) {
            return Set.of();
        }
        Set<Path> runners = new TreeSet<>();
        try (Stream<Path> folders = Files.list(work)) {
            for (Path runner : folders.toList()) {
                if (Files.exists(runner.resolve(name(0)))) {
                    runners.add(runner);
                }
            }
        }
        return runners;
    }

    @Test
    void twoRunnersWithStatesOfTheirOwnReadEachFileOnce() throws Exception {
        drop(0, 12);
        emulator.faults()
                .add(FaultRule.on("CreateReplicationJob")
                        .then(FaultEffect.of(Fault.DELAY).lasting(Duration.ofMillis(100))));

        List<SmcProcess.Running> runners =
                List.of(runner("one").start(), runner("two").start());
        for (SmcProcess.Running runner : runners) {
            runner.ended().exits(0);
        }

        assertAllDone(12);
        int lines = 0;
        for (Path report : reports()) {
            lines += Files.readAllLines(report).size();
        }
        assertThat(lines).as("each row was read once").isEqualTo(12 * ROWS);
        assertThat(emulator.journal().entries("CreateReplicationJob")).hasSize(12 * ROWS);
    }

    @Test
    void goesOnWithTheFileOfAKilledRunnerAndSetsItAsideAfterThree() throws Exception {
        drop(0, 1);
        Files.copy(folder.resolve("spool/in").resolve(name(0)), folder.resolve(name(0)));
        FaultRule slow = FaultRule.on("CreateReplicationJob")
                .then(FaultEffect.of(Fault.DELAY).lasting(Duration.ofSeconds(4)));
        emulator.faults().add(slow);
        for (int life = 0; life < 3; life++) {
            Set<Path> dead = claiming();
            try (SmcProcess.Running running = runner("one").start()) {
                await().atMost(Duration.ofSeconds(60))
                        .until(() -> claiming().stream().anyMatch(runner -> !dead.contains(runner)));
                running.signal("KILL").ended();
            }
        }
        emulator.faults().clear();

        SmcProcess.Ended aside = runner("one").run().exits(1);
        assertThat(aside.err()).contains("error: runners died over quarantine/wave-000.csv");
        Files.move(
                folder.resolve("spool/quarantine").resolve(name(0)),
                folder.resolve("spool/in").resolve(name(0)));
        runner("one", "--input", name(0)).run().exits(0);

        assertAllDone(1);
    }

    @Test
    void losesNoFileAndNoRowThoughItsRunnersAreKilled() throws Exception {
        int kills = Integer.getInteger("smc.spool.kills", 2);
        Random random = new Random(Long.getLong("smc.spool.seed", 7));
        int files = 0;
        int killed = 0;
        emulator.faults()
                .add(FaultRule.on("CreateReplicationJob")
                        .then(FaultEffect.of(Fault.DELAY).lasting(Duration.ofMillis(30))));
        for (int life = 0; life < kills; life++) {
            drop(files, files + 12);
            files += 12;
            SmcProcess.Running running = runner("one", "-p", "smc.claims=1000").start();
            try (running) {
                running.awaitText("wave-");
                Thread.sleep(random.nextInt(400));
            }
            // The end of the block was SIGKILL; a life that was over before says so by its code.
            killed += running.ended().code() == 137 ? 1 : 0;
        }

        runner("one", "-p", "smc.claims=1000").run().exits(0);

        assertThat(killed).as("killed of %s", kills).isPositive();
        assertAllDone(files);
    }
}
