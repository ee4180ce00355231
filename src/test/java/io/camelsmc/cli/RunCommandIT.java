package io.camelsmc.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.camelsmc.cli.exit.ExitCode;
import io.camelsmc.emulator.EmulatorOptions;
import io.camelsmc.emulator.Fault;
import io.camelsmc.emulator.FaultRule;
import io.camelsmc.emulator.SmcEmulator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code bin/smc run} as a process: exit codes, messages, signals. */
class RunCommandIT {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String HEADER = "source_id,name,region,target_type,image_name,system_disk_size\n";
    private static final String GOOD = row(1, 40) + row(2, 40);

    @TempDir
    private Path folder = Path.of("");

    private static String row(int number, int disk) {
        String name = "shop-web-0" + number;
        return "s-bp1k4wd9x0tq7mz2ncy" + number + "," + name + ",cn-hangzhou,Image," + name + "," + disk + "\n";
    }

    @Tries(
            value = "run",
            options = {"--drain", "--input", "--emulator"},
            ends = ExitCode.OK)
    @Test
    void exitsWith0WhenEveryRowIsGood() throws IOException {
        SmcProcess.Ended ended = drain(HEADER + GOOD, "--emulator").exits(0);

        assertThat(ended.out())
                .isEqualTo("2 rows\n  created               2\n"
                        + "each row with its job or its reason: spool/out/<outcome>/\n");
    }

    @Tries(value = "run", ends = ExitCode.ROWS_FAILED)
    @Test
    void exitsWith3WhenARowNeedsAPerson() throws IOException {
        SmcProcess.Ended ended = drain(HEADER + GOOD + row(3, 8), "--emulator").exits(3);

        assertThat(ended.out()).contains("3 rows\n", "created               2\n", "invalid               1\n");
        assertThat(ended.out() + ended.err())
                .as("what nobody looks at on a terminal has no colour")
                .doesNotContain("\u001b");
        assertThat(names("spool/partial")).hasSize(1);
    }

    @Tries(value = "run", options = "--endpoint", ends = ExitCode.INCOMPLETE)
    @Test
    void exitsWith4WhileRowsArePendingAndWith0OnceTheyAreDone() throws Exception {
        try (SmcEmulator emulator = SmcEmulator.start(EmulatorOptions.defaults())) {
            emulator.faults()
                    .add(FaultRule.on("CreateReplicationJob")
                            .sourceId("s-bp1k4wd9x0tq7mz2ncy2")
                            .then(Fault.THROTTLE));
            SmcProcess.Ended first = drain(
                            HEADER + GOOD, "--endpoint", emulator.endpoint().toString())
                    .exits(4);
            assertThat(first.out()).contains("throttled             1\n", "1 row is pending", "run the same command");
            assertThat(names("spool/in")).containsExactly("wave.csv");

            emulator.faults().clear();
            SmcProcess.Ended second = smc(
                            "run", "--drain", "--endpoint", emulator.endpoint().toString())
                    .run()
                    .exits(0);

            assertThat(second.out()).contains("created               1\n", "unchanged             1\n");
            assertThat(emulator.jobs()).hasSize(2);
            assertThat(names("spool/done")).hasSize(1);
        }
    }

    @Test
    void readsRowsWithTheDefaultsBesideTheInputAlsoWhenTheyArePending() throws Exception {
        try (SmcEmulator emulator = SmcEmulator.start(EmulatorOptions.defaults())) {
            emulator.faults()
                    .add(FaultRule.on("CreateReplicationJob")
                            .sourceId("s-bp1k4wd9x0tq7mz2ncy2")
                            .then(Fault.THROTTLE));
            Files.writeString(folder.resolve("defaults.yaml"), "global: {netMode: 2, vSwitchId: vsw-bp1d}\n");
            String endpoint = emulator.endpoint().toString();
            drain(HEADER + GOOD, "--endpoint", endpoint).exits(4);
            Files.delete(folder.resolve("defaults.yaml"));
            Files.writeString(folder.resolve("other.csv"), HEADER + row(3, 40));

            SmcProcess.Ended mixed = smc("run", "--drain", "--input", "other.csv", "--endpoint", endpoint)
                    .run()
                    .exits(1);
            emulator.faults().clear();
            smc("run", "--drain", "--endpoint", endpoint).run().exits(0);

            assertThat(mixed.err()).contains("the input has no defaults", ".defaults.yaml", "--defaults");
            assertThat(emulator.jobs()).hasSize(2).allSatisfy(job -> assertThat(job.parameters())
                    .containsEntry("VSwitchId", "vsw-bp1d"));
            assertThat(folder.resolve("spool/in/.defaults.yaml")).doesNotExist();
        }
    }

    @Test
    void takesDefaultsInTheSpoolForNoWave() throws IOException {
        Files.createDirectories(folder.resolve("spool/in"));
        Files.writeString(folder.resolve("spool/in/defaults.yaml"), "global: {regionId: cn-hangzhou}\n");
        Files.writeString(folder.resolve("spool/in/wave.csv"), (HEADER + GOOD).replace("cn-hangzhou", ""));

        SmcProcess.Ended ended = smc("run", "--drain", "--emulator").run().exits(0);

        assertThat(ended.out()).contains("2 rows\n", "created               2\n");
        assertThat(folder.resolve("spool/in/defaults.yaml")).exists();
    }

    @Tries(value = "run", options = "--timeout", ends = ExitCode.INCOMPLETE)
    @Test
    void exitsWith4WhenTheTimeIsUp() throws Exception {
        try (SmcEmulator emulator = SmcEmulator.start(EmulatorOptions.defaults())) {
            emulator.faults().add(FaultRule.on("CreateReplicationJob").then(Fault.THROTTLE));

            SmcProcess.Ended ended = drain(
                            HEADER + GOOD,
                            "--endpoint",
                            emulator.endpoint().toString(),
                            "--timeout",
                            "3",
                            "-p",
                            "smc.redelivery.delay=60000")
                    .exits(4);

            assertThat(ended.out()).contains("the time limit was reached");
            assertThat(names("spool/in")).containsExactly("wave.csv");
        }
    }

    @Test
    void printsOneJsonObject() throws IOException {
        SmcProcess.Ended ended =
                drain(HEADER + GOOD + row(3, 8), "--emulator", "--json").exits(3);

        assertThat(ended.out().lines()).hasSize(1);
        JsonNode result = JSON.readTree(ended.out());
        assertThat(result.path("format_version").asInt()).isEqualTo(1);
        assertThat(result.path("rows").asInt()).isEqualTo(3);
        assertThat(result.path("created").asInt()).isEqualTo(2);
        assertThat(result.path("invalid").asInt()).isEqualTo(1);
        assertThat(result.path("pending").asInt()).isZero();
        assertThat(result.path("exit_code").asInt()).isEqualTo(3);
    }

    @Test
    void endsWithFileAndLineWhenARouteFileIsBroken() throws IOException {
        Files.writeString(
                folder.resolve("mine.yaml"),
                """
                - route:
                    id: mine
                    from:
                      uri: direct:mine
                      steps:
                        - sendTo:
                            uri: direct:nowhere
                """);

        SmcProcess.Ended ended =
                smc("run", "--emulator", "--drain", "mine.yaml").run().exits(1);

        assertThat(ended.err()).contains("error: the routes could not be started (mine.yaml)", "sendTo", "line 6");
        assertThat(ended.out()).isEmpty();
    }

    @Test
    void endsWhenARouteFileIsNoYaml() throws IOException {
        Files.writeString(folder.resolve("mine.yaml"), "- route: [\n");

        assertThat(smc("run", "--emulator", "mine.yaml").run().exits(1).err()).contains("mine.yaml", "line 2");
    }

    @Test
    void endsWhenARouteNamesAnUnknownOperation() throws IOException {
        Files.writeString(
                folder.resolve("mine.yaml"),
                """
                - route:
                    id: mine
                    from:
                      uri: direct:mine
                      steps:
                        - to:
                            uri: smc:createJob
                """);

        assertThat(smc("run", "--emulator", "mine.yaml").run().exits(1).err())
                .contains("unknown operation in smc:createJob", "createReplicationJob");
    }

    @ParameterizedTest
    @ValueSource(strings = {"missing.yaml", "."})
    void namesARouteFileThatCannotBeRead(String route) {
        assertThat(smc("run", "--emulator", route).run().exits(1).err())
                .contains("error: cannot read the route file " + route);
    }

    @Test
    void namesAnInputThatIsMissing() {
        assertThat(smc("run", "--emulator", "--drain", "--input", "wave 9.csv")
                        .run()
                        .exits(1)
                        .err())
                .contains("error: cannot read the input wave 9.csv");
    }

    @Test
    void doesNotPassOverAnInputThatNoRouteReads() throws IOException {
        Files.writeString(folder.resolve("wave.ods"), "not a wave");

        SmcProcess.Ended ended =
                smc("run", "--emulator", "--drain", "--input", "wave.ods").run().exits(1);

        assertThat(ended.err()).contains("error: no route reads these files", "wave.ods", ".csv");
    }

    @Test
    void readsPathsWithSpaces() throws IOException {
        Path odd = Files.createDirectories(folder.resolve("wave 1 (draft)"));
        Files.writeString(odd.resolve("my wave.csv"), HEADER + GOOD);

        smc(
                        "run",
                        "--emulator",
                        "--drain",
                        "--spool",
                        "wave 1 (draft)/spool dir",
                        "--input",
                        "wave 1 (draft)/my wave.csv")
                .run()
                .exits(0);

        assertThat(names("wave 1 (draft)/spool dir/done")).hasSize(1);
    }

    @Tries(
            value = "run",
            ends = {ExitCode.INTERRUPTED, ExitCode.OK})
    @ParameterizedTest
    @ValueSource(strings = {"TERM", "INT"})
    void exitsWith130AfterASignalAndLosesNothing(String signal) throws Exception {
        assumeThat(ignored(signal))
                .as("%s reaches the processes of this shell", signal)
                .isFalse();
        try (SmcEmulator emulator = SmcEmulator.start(EmulatorOptions.defaults())) {
            FaultRule throttled = FaultRule.on("CreateReplicationJob")
                    .sourceId("s-bp1k4wd9x0tq7mz2ncy2")
                    .then(Fault.THROTTLE);
            emulator.faults().add(throttled);
            Files.writeString(folder.resolve("wave.csv"), HEADER + GOOD);
            try (SmcProcess.Running running = smc(
                            "run",
                            "--drain",
                            "--input",
                            "wave.csv",
                            "--endpoint",
                            emulator.endpoint().toString(),
                            "-p",
                            "smc.redelivery.delay=60000")
                    .start()
                    .awaitText("shop-web-01: created")) {
                SmcProcess.Ended ended = running.signal(signal).ended().exits(130);
                assertThat(ended.out()).contains("run the same command again");
            }
            assertThat(names("spool/in")).contains("wave.csv");

            emulator.faults().clear();
            smc("run", "--drain", "--endpoint", emulator.endpoint().toString())
                    .run()
                    .exits(0);

            assertThat(emulator.jobs()).hasSize(2);
            assertThat(names("spool/done")).hasSize(1);
        }
    }

    @Test
    void servesUntilASignalWithoutDrain() throws IOException {
        try (SmcProcess.Running running = smc("run", "--emulator").start().awaitText("routes are running")) {
            Files.writeString(folder.resolve("spool/in/.wave"), HEADER + GOOD);
            Files.move(folder.resolve("spool/in/.wave"), folder.resolve("spool/in/wave.csv"));
            running.awaitText("2 rows: 2 created");

            running.signal("TERM").ended().exits(130);
        }
    }

    @Tries(value = "run", options = "--state", ends = ExitCode.STATE_HELD)
    @Test
    void exitsWith5AndNamesTheHolderWhenAnotherRunnerHoldsTheState() throws Exception {
        try (SmcEmulator emulator = SmcEmulator.start(EmulatorOptions.defaults())) {
            String endpoint = emulator.endpoint().toString();
            try (SmcProcess.Running first = smc("run", "--endpoint", endpoint, "--state", "the state")
                    .start()
                    .awaitText("routes are running")) {

                SmcProcess.Ended second = smc(
                                "run", "--drain", "--endpoint", endpoint, "--state", "the state", "--spool", "other")
                        .run()
                        .exits(5);

                assertThat(second.err()).contains("pid ");
                first.signal("TERM").ended().exits(130);
            }
            smc("run", "--drain", "--endpoint", endpoint, "--state", "the state")
                    .run()
                    .exits(0);
        }
    }

    @Test
    void endsWithAClearMessageWhenThereAreNoCredentials() throws IOException {
        Files.writeString(folder.resolve("wave.csv"), HEADER + GOOD);

        SmcProcess.Ended ended = new SmcProcess(
                        folder, "run", "--drain", "--input", "wave.csv", "--endpoint", "http://127.0.0.1:1")
                .run()
                .exits(1);

        assertThat(ended.err())
                .contains("error: ", "ALIBABA_CLOUD_ACCESS_KEY_ID", "--emulator")
                .doesNotContain("\tat ");
    }

    @Test
    void refusesAnEndpointThatWouldSendTheKeyInClear() {
        assertThat(smc("run", "--drain", "--endpoint", "http://smc.example.com")
                        .run()
                        .exits(1)
                        .err())
                .contains("plain http is allowed for loopback only, not for smc.example.com; use https")
                .doesNotContain("\tat ");
    }

    private static boolean ignored(String signal) throws IOException {
        Process shell = new ProcessBuilder("grep", "SigIgn", "/proc/self/status").start();
        String line = new String(shell.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.US_ASCII);
        if (line.isBlank()) {
            return false;
        }
        long mask = Long.parseUnsignedLong(line.strip().replaceAll(".*\\s", ""), 16);
        return (mask >> ((signal.equals("INT") ? 2 : 15) - 1) & 1) == 1;
    }

    private SmcProcess.Ended drain(String wave, String... more) throws IOException {
        Files.writeString(folder.resolve("wave.csv"), wave);
        List<String> arguments = new ArrayList<>(List.of(
                "run", "--drain", "--input", "wave.csv", "-p", "smc.redelivery.delay=1", "-p", "smc.redeliveries=1"));
        arguments.addAll(List.of(more));
        return smc(arguments.toArray(String[]::new)).run();
    }

    private SmcProcess smc(String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        for (String fast : List.of("smc.poll=200", "smc.read-lock.interval=100", "camel.component.smc.retry-delay=1")) {
            all.addAll(List.of("-p", fast));
        }
        return new SmcProcess(folder, all.toArray(String[]::new))
                .with("ALIBABA_CLOUD_ACCESS_KEY_ID", "testid")
                .with("ALIBABA_CLOUD_ACCESS_KEY_SECRET", "testsecret");
    }

    private List<String> names(String path) throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve(path))) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }
}
