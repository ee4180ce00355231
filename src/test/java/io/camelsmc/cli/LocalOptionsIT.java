package io.camelsmc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.camelsmc.cli.exit.ExitCode;
import io.camelsmc.state.Journal;
import io.camelsmc.state.Journals;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The options of the commands that ask nobody, and those of {@code run} that no other test tries. */
class LocalOptionsIT {

    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private Path folder = Path.of("");

    private Trial trial;

    @BeforeEach
    void start() {
        trial = new Trial(folder);
        // No region, a disk that only the later edition allows, a target that is erased.
        trial.write(
                "wave.csv",
                Trial.HEADER,
                Trial.source(1) + ",web-1,wave-01,,Image,web-1,,1000,\n",
                Trial.source(2) + ",web-2,wave-01,,TargetInstance,,i-bp1f1dvfto1sigz5n2,,\n");
        trial.write("values.yaml", "global: {netMode: 0}\n");
    }

    @AfterEach
    void stop() {
        trial.close();
    }

    @Test
    @Tries(
            value = "validate",
            options = {"--all", "--allow-erase", "--defaults", "--json", "--profile", "--region", "--report", "--strict"
            },
            ends = {ExitCode.OK, ExitCode.ROWS_FAILED})
    void validateTakesItsOptions() throws IOException {
        StringBuilder many = new StringBuilder(Trial.HEADER);
        for (int n = 0; n < 25; n++) {
            many.append(Trial.image(n, 8));
        }
        trial.write("many.csv", many.toString());
        trial.write("wrong.yaml", "global: {netMode: 9}\n");
        String given = "validate --region cn-hangzhou --allow-erase ";

        List<SmcProcess.Ended> ended = trial.smc(List.of(
                given + "--defaults values.yaml wave.csv",
                given + "--profile 2021 --json wave.csv",
                given + "--defaults wrong.yaml --report r wave.csv",
                "validate wave.csv",
                "validate many.csv",
                "validate --all many.csv",
                "validate --strict --json --region cn-hangzhou wave.csv"));

        assertThat(ended.get(0).exits(0).out()).contains("2 rows");
        JsonNode then = JSON.readTree(ended.get(1).exits(3).out());
        assertThat(then.toString())
                .contains("20 to 500 (GiB)", "the edition of 2021 needs it")
                .doesNotContain("erase");
        assertThat(ended.get(2).exits(3).out()).contains("net");
        assertThat(trial.read("r/wave.rejected.csv")).contains("web-1", "web-2");
        assertThat(ended.get(3).exits(3).out()).contains("region", "erase");
        assertThat(lines(ended.get(4).exits(3))).isEqualTo(20);
        assertThat(lines(ended.get(5).exits(3))).isEqualTo(25);
        assertThat(JSON.readTree(ended.get(6).exits(3).out()).path("refused").asInt())
                .isPositive();
    }

    private static long lines(SmcProcess.Ended ended) {
        return ended.out().lines().filter(line -> line.startsWith("many.csv:")).count();
    }

    @Test
    @Tries(
            value = "explain",
            options = {"--file", "-f", "--region", "--defaults", "--profile", "--allow-erase"})
    @Tries(
            value = "schema",
            options = {"--profile", "--complete"})
    @Tries(
            value = "policy",
            options = {"--account-id", "--region", "--read-only", "--with-update", "--defaults"})
    @Tries(value = "version", options = "--json")
    void answersAboutRowsCodesAndPermissions() throws IOException {
        List<SmcProcess.Ended> ended = trial.smc(List.of(
                "explain --file wave.csv --region cn-beijing --defaults values.yaml web-1",
                "explain -f wave.csv --profile 2021 --region cn-beijing web-1",
                "explain -f wave.csv --allow-erase --region cn-beijing web-2",
                "explain -f wave.csv --region cn-beijing web-2",
                "schema --profile 2021 --complete",
                "policy --read-only",
                "policy --with-update --account-id 77 --region cn-beijing --defaults values.yaml wave.csv",
                "policy --defaults none.yaml wave.csv",
                "version --json"));

        assertThat(ended.get(0).exits(0).out())
                .containsPattern("regionId +cn-beijing")
                .containsPattern("netMode +0");
        assertThat(ended.get(1).exits(0).out()).contains("got 1000, expected 20 to 500 (GiB)");
        assertThat(ended.get(2).exits(0).out()).contains("web-2").doesNotContain("CR30");
        assertThat(ended.get(3).exits(0).out()).contains("--allow-erase [CR30]");
        assertThat(ended.get(4).exits(0).out()).contains("edition of 2021", "completeJob");
        assertThat(ended.get(5).exits(0).out()).contains("Describe").doesNotContain("Create");
        assertThat(ended.get(6).exits(0).out())
                .contains("smc:ModifyReplicationJobAttribute", "acs:smc:cn-beijing:77:sourceserver/" + Trial.source(1));
        assertThat(ended.get(7).exits(1).err()).contains("none.yaml");
        assertThat(JSON.readTree(ended.get(8).exits(0).out()).has("java")).isTrue();
    }

    @Test
    @Tries(
            value = "state list",
            options = {"--state", "--wave", "--in", "--json"})
    @Tries(
            value = {"state show", "state export"},
            options = "--state")
    @Tries(
            value = "state unlock",
            options = "--state",
            ends = {ExitCode.OK, ExitCode.STATE_HELD})
    void looksIntoTheJournal() throws Exception {
        trial.write(
                "two.csv", Trial.HEADER, Trial.image(1, 80), Trial.image(2, 80).replace("wave-01", "wave-02"));
        trial.smc("apply --endpoint ENDPOINT --auto-approve --rate 0 --state s two.csv")
                .exits(0);

        List<SmcProcess.Ended> ended = trial.smc(List.of(
                "state list --state s --wave wave-02",
                "state list --state s --in rejected",
                "state list --state s --in created --json",
                "state show --state s wave-01/web-1",
                "state export --state s",
                "state unlock --state s"));
        SmcProcess.Ended held;
        try (Journal journal = Journals.open(folder.resolve("s").toString())) {
            assertThat(journal.list()).hasSize(2);
            held = trial.smc("state unlock --state s");
        }

        assertThat(ended.get(0).exits(0).out().lines())
                .singleElement()
                .asString()
                .contains("wave-02/web-2");
        assertThat(ended.get(1).exits(0).out()).isEmpty();
        assertThat(ended.get(2).exits(0).out().lines()).hasSize(2).allSatisfy(line -> assertThat(
                        JSON.readTree(line).path("state").asText())
                .isEqualToIgnoringCase("created"));
        assertThat(ended.get(3).exits(0).out())
                .contains("SystemDiskSize = 80", "history")
                .doesNotContain("web-2");
        assertThat(ended.get(4).exits(0).out().lines()).hasSize(3);
        assertThat(ended.get(5).exits(0).out()).contains("nobody holds s");
        assertThat(held.exits(5).err())
                .contains("pid " + ProcessHandle.current().pid());
    }

    @Test
    @Tries(
            value = "run",
            options = {"--properties", "--property", "-p", "--verbose", "-v", "--emulator"},
            ends = ExitCode.INTERRUPTED)
    void runTakesPropertiesForItsRoutes() {
        trial.write("own.properties", "greeting=good evening\nname=overridden\n");
        trial.write(
                "hello.yaml",
                """
                - route:
                    id: hello
                    from:
                      uri: timer:once
                      parameters: {repeatCount: "1", delay: "0"}
                      steps:
                        - log:
                            logName: io.camelsmc.hello
                            message: "{{greeting}} {{name}}"
                """);
        for (String verbose : List.of("--verbose --property name=world", "-v -p name=world")) {
            try (SmcProcess.Running running = trial.start(
                            "run --emulator --properties own.properties " + verbose + " hello.yaml")
                    .awaitText("good evening world")) {
                SmcProcess.Ended ended = running.signal("TERM").ended().exits(130);

                assertThat(ended.err()).as("--verbose").contains("Apache Camel");
            }
        }
    }

    @Test
    @Tries(
            value = "run",
            options = {
                "--emulator",
                "--sources",
                "--quota",
                "--faults",
                "--emulator-rate",
                "--region",
                "--account-id",
                "--allow-erase",
                "--state",
                "--drain",
                "--input",
                "--json",
                "--spool",
                "--profile",
                "--defaults"
            },
            ends = {ExitCode.INCOMPLETE, ExitCode.CANNOT_RUN, ExitCode.USAGE})
    void runShapesItsServiceAndFillsGaps() throws IOException {
        trial.write(
                "all.csv",
                Trial.HEADER,
                Trial.source(1) + ",web-1,wave-01,,Image,web-1,,80,\n",
                Trial.source(2) + ",web-2,wave-01,,TargetInstance,,i-bp1f1dvfto1sigz5n2,80,\n",
                Trial.source(3) + ",web-3,wave-01,,Image,web-3,,80,\n",
                Trial.source(4) + ",web-4,wave-01,,Image,web-4,,80,\n",
                Trial.source(5) + ",web-5,wave-01,,Image,web-5,,1000,\n");
        List<SmcProcess.Ended> wrong = trial.smc(List.of(
                "run --emulator --sources none.csv",
                "run --emulator --faults none.json",
                "run --emulator --emulator-rate -1"));
        JsonNode result = JSON.readTree(
                trial.smc("run --drain --input all.csv --spool sp --defaults values.yaml --emulator --quota 2"
                                + " --region cn-beijing --account-id 77 --allow-erase --profile 2021 --state s --json -p smc.redelivery.delay=1"
                                + " -p smc.redeliveries=1 -p smc.poll=200 -p smc.read-lock.interval=100"
                                + " -p camel.component.smc.retry-delay=1")
                        .exits(4)
                        .out());
        SmcProcess.Ended state = trial.smc("state export --state s").exits(0);

        assertThat(wrong.get(0).exits(1).err()).contains("none.csv", "no such file");
        assertThat(wrong.get(1).exits(1).err()).contains("none.json", "no such file");
        assertThat(wrong.get(2).exits(64).err()).contains("rate");
        assertThat(result.path("created").asInt()).isEqualTo(2);
        assertThat(result.path("quota").asInt()).isEqualTo(2);
        assertThat(result.path("invalid").asInt()).as("--profile").isEqualTo(1);
        assertThat(state.out())
                .contains("account:77", "cn-beijing", "web-2", "\"NetMode\":\"0\"")
                .doesNotContain("cn-hangzhou");
        assertThat(trial.path("sp/in/all.csv")).exists();
    }
}
