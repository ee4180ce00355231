package io.camelsmc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.camelsmc.cli.exit.ExitCode;
import io.camelsmc.emulator.EmulatedJob;
import io.camelsmc.emulator.Fault;
import io.camelsmc.emulator.FaultEffect;
import io.camelsmc.emulator.FaultRule;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code apply} and {@code retry} have in common: the same options with the same effect. */
class ApplyOptionsIT {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> COMMANDS = List.of("apply", "retry");

    @TempDir
    private Path folder = Path.of("");

    private Trial trial;

    @BeforeEach
    void start() {
        trial = new Trial(folder);
    }

    @AfterEach
    void stop() {
        trial.close();
    }

    @Test
    @Tries(
            value = {"apply", "retry"},
            options = {
                "--endpoint",
                "--state",
                "--region",
                "--defaults",
                "--account-id",
                "--allow-erase",
                "--target",
                "--exclude",
                "--auto-approve",
                "--json",
                "--report",
                "--events",
                "--rate",
                "--parallelism"
            })
    void takesEveryOptionOfOneRunTogether() throws IOException {
        // Rows without a region and without a size, one that erases its target, two that are left out.
        trial.write(
                "wave.csv",
                Trial.HEADER,
                Trial.source(1) + ",web-1,wave-01,,Image,web-1,,,\n",
                Trial.source(2) + ",web-2,wave-01,,TargetInstance,,i-bp1f1dvfto1sigz5n2,,\n",
                Trial.source(3) + ",web-3,wave-01,,Image,web-3,,,\n",
                Trial.source(4) + ",db-4,wave-01,,Image,db-4,,,\n");
        trial.write("values.yaml", "global: {systemDiskSize: 91}\n");
        for (String command : COMMANDS) {
            trial.emulator().reset();
            trial.emulator()
                    .faults()
                    .add(FaultRule.on("CreateReplicationJob")
                            .then(FaultEffect.of(Fault.DELAY).lasting(Duration.ofMillis(150))));

            JsonNode result = JSON.readTree(trial.smc(command + " --endpoint ENDPOINT --state s-" + command
                            + " --region cn-beijing --defaults values.yaml --account-id 77 --allow-erase --target web-*"
                            + " --exclude web-3 --auto-approve --json --report r-" + command + " --events e-" + command
                            + " --rate 0 --parallelism 1 wave.csv")
                    .exits(0)
                    .out());

            assertThat(result.path("created").asInt()).isEqualTo(2);
            List<EmulatedJob> jobs = trial.emulator().jobs();
            assertThat(jobs).extracting(EmulatedJob::name).containsExactlyInAnyOrder("web-1", "web-2");
            assertThat(jobs).extracting(job -> job.parameters().get("RegionId")).containsOnly("cn-beijing");
            assertThat(jobs)
                    .extracting(job -> job.parameters().get("SystemDiskSize"))
                    .contains("91");
            List<Instant> arrivals = trial.emulator().journal().entries("CreateReplicationJob").stream()
                    .map(entry -> entry.time())
                    .toList();
            assertThat(Duration.between(arrivals.get(0), arrivals.get(1)))
                    .as("one call at a time, each of which takes 150 ms")
                    .isGreaterThanOrEqualTo(Duration.ofMillis(140));
            assertThat(JSON.readTree(trial.read("r-" + command + "/report.json"))
                            .path("results"))
                    .hasSize(2);
            assertThat(trial.read("e-" + command)).contains("run_started", "web-2", "run_finished");
            assertThat(trial.smc("state export --state s-" + command).exits(0).out())
                    .contains("account:77", "web-1");
            assertThat(trial.path(".smc")).doesNotExist();
        }
    }

    @Test
    @Tries(
            value = {"apply", "retry"},
            options = {
                "--job-quota",
                "--running-quota",
                "--max-create",
                "--verbose",
                "--max-fail",
                "--strict",
                "--profile",
                "-q"
            },
            ends = {ExitCode.INCOMPLETE, ExitCode.ROWS_FAILED, ExitCode.USAGE})
    void guardsARun() {
        Instant start = Instant.now().plus(Duration.ofDays(3)).truncatedTo(ChronoUnit.SECONDS);
        trial.write("values.yaml", "global: {scheduledStartTime: '" + start + "'}\n");
        trial.write("wave.csv", Trial.HEADER, Trial.image(1, 80), Trial.image(2, 80), Trial.image(3, 80));
        trial.write("bad.csv", Trial.HEADER, Trial.image(1, 80), Trial.image(2, 8));
        trial.write("large.csv", Trial.HEADER, Trial.image(1, 1000));
        for (String command : COMMANDS) {
            trial.emulator().reset();
            String run = command + " --endpoint ENDPOINT --auto-approve --rate 0 --state s-" + command + " ";

            SmcProcess.Ended most =
                    trial.smc(run + "--max-create 1 --job-quota 2 --running-quota 1 --defaults values.yaml wave.csv");
            SmcProcess.Ended strict = trial.smc(run + "--strict -q bad.csv").exits(3);
            SmcProcess.Ended early =
                    trial.smc(run + "--strict --profile 2021 large.csv").exits(3);
            List<String> before = trial.created();
            trial.emulator()
                    .faults()
                    .add(FaultRule.on("CreateReplicationJob")
                            .then(FaultEffect.error(400, "InvalidImageName.Malformed", "no")
                                    .beforeCommit()));
            SmcProcess.Ended failing = trial.smc(run + "--max-fail 0 --parallelism 1 --verbose wave.csv")
                    .exits(4);
            List<SmcProcess.Ended> wrong = trial.smc(List.of(
                    command + " --max-create -1 wave.csv",
                    command + " --parallelism 65 wave.csv",
                    command + " --rate -1 wave.csv"));

            assertThat(early.out()).contains("20 to 500 (GiB)");
            assertThat(most.err()).contains("nothing was created: 2 jobs would be created, and --max-create allows 1");
            assertThat(most.out()).contains("blocked         1", "--job-quota", "--running-quota");
            assertThat(strict.out())
                    .contains("nothing was sent: 1 of 2 rows is invalid")
                    .doesNotContain("Plan: ");
            assertThat(before).isEmpty();
            assertThat(failing.out()).contains("--max-fail allows 0", "rejected        1", "pending         2");
            assertThat(failing.err())
                    .contains("wave-01/web-1: rejected InvalidImageName.Malformed", "wave-01/web-2: pending")
                    .doesNotContain("progress: ");
            assertThat(trial.created()).hasSize(1);
            wrong.forEach(one -> assertThat(one.exits(64).err())
                    .containsAnyOf("--parallelism takes 1 to 64", "--max-create takes a number from 0"));
        }
    }
}
