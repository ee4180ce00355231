package io.camelsmc.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.camelsmc.cli.exit.ExitCode;
import io.camelsmc.emulator.EmulatedSource;
import io.camelsmc.emulator.Fault;
import io.camelsmc.emulator.FaultEffect;
import io.camelsmc.emulator.FaultRule;
import io.camelsmc.state.Journal;
import io.camelsmc.state.Journals;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The exit codes, and which of them wins where two hold. The sheet has an invalid row, which alone is a 3. */
class ExitCodesIT {

    /** Each with a state of its own. */
    private static final List<String> COMMANDS = List.of(
            "plan --state p --detailed-exitcode mixed.csv",
            "apply --state a --auto-approve mixed.csv",
            "retry --state r --auto-approve mixed.csv",
            "drift --state d",
            "adopt --state t --yes mixed.csv",
            "state rebuild --state b --yes --from mixed.csv");

    @TempDir
    private Path folder = Path.of("");

    private Trial trial;

    @BeforeEach
    void start() {
        trial = new Trial(folder);
        trial.write("mixed.csv", Trial.HEADER, Trial.image(1, 80), Trial.image(2, 8));
        trial.write("good.csv", Trial.HEADER, Trial.image(1, 80));
    }

    @AfterEach
    void stop() {
        trial.close();
    }

    @Test
    @Tries(
            value = {"plan", "apply", "retry", "adopt"},
            ends = ExitCode.ROWS_FAILED)
    @Tries(
            value = {"plan", "apply", "retry", "adopt", "drift", "state rebuild"},
            ends = ExitCode.OK)
    @Tries(
            value = {"plan", "drift"},
            ends = ExitCode.CHANGES_PENDING)
    void anInvalidRowIs3AndOutranksPendingChanges() {
        List<SmcProcess.Ended> mixed = trial.smc(List.of(
                "plan --endpoint ENDPOINT --state p --detailed-exitcode mixed.csv",
                "plan --endpoint ENDPOINT --state p --detailed-exitcode good.csv",
                "plan --endpoint ENDPOINT --state p good.csv",
                "apply --endpoint ENDPOINT --state a --auto-approve mixed.csv"));
        List<SmcProcess.Ended> after = trial.smc(List.of(
                "retry --endpoint ENDPOINT --state a --auto-approve mixed.csv",
                "adopt --endpoint ENDPOINT --state t --yes mixed.csv",
                "state rebuild --endpoint ENDPOINT --state b --yes --from good.csv",
                "drift --endpoint ENDPOINT --state d --detailed-exitcode"));
        List<SmcProcess.Ended> good = trial.smc(List.of(
                "apply --endpoint ENDPOINT --state a --auto-approve good.csv",
                "retry --endpoint ENDPOINT --state b --auto-approve good.csv",
                "adopt --endpoint ENDPOINT --state t --yes good.csv",
                "drift --endpoint ENDPOINT --state a --detailed-exitcode"));

        assertThat(mixed).extracting(SmcProcess.Ended::code).containsExactly(3, 2, 0, 3);
        assertThat(after).extracting(SmcProcess.Ended::code).containsExactly(3, 3, 0, 2);
        assertThat(good).extracting(SmcProcess.Ended::code).containsExactly(0, 0, 0, 0);
        assertThat(trial.created()).containsExactly(Trial.source(1));
    }

    @Test
    @Tries(
            value = {"plan", "apply", "retry", "drift", "adopt", "state rebuild"},
            ends = ExitCode.INCOMPLETE)
    void anOutageOutranksAnInvalidRow() {
        List<SmcProcess.Ended> ended = all(" --endpoint http://127.0.0.1:1");

        assertThat(ended).allSatisfy(one -> assertThat(one.exits(4).out() + one.err())
                .contains("Network.ConnectionRefused", "run the same command again"));
    }

    @Test
    @Tries(
            value = {"plan", "apply"},
            ends = ExitCode.INCOMPLETE)
    void aSourceThatIsNotReadyOutranksAnInvalidRow() {
        trial.emulator()
                .addSource(EmulatedSource.available(Trial.source(1), "one")
                        .withState(EmulatedSource.UNAVAILABLE, "SourceServer.Offline"));

        List<SmcProcess.Ended> ended = trial.smc(List.of(
                "plan --endpoint ENDPOINT --detailed-exitcode mixed.csv",
                "apply --endpoint ENDPOINT --auto-approve mixed.csv"));

        assertThat(ended.get(0).exits(4).out()).contains("blocked         1", "invalid         1");
        assertThat(ended.get(1).exits(4).out()).contains("pending         1", "invalid         1");
    }

    @Test
    @Tries(
            value = {"apply", "retry", "adopt", "state rebuild"},
            ends = ExitCode.STATE_HELD)
    @Tries(
            value = {"plan", "drift"},
            ends = ExitCode.CHANGES_PENDING)
    void aStateThatIsHeldOutranksAnInvalidRowAndCanBeRead() {
        trial.emulator()
                .createJob(java.util.Map.of(
                        "RegionId",
                        "cn-hangzhou",
                        "SourceId",
                        Trial.source(3),
                        "TargetType",
                        "Image",
                        "ImageName",
                        "three",
                        "SystemDiskSize",
                        "80"));
        List<SmcProcess.Ended> writing;
        List<SmcProcess.Ended> reading;
        try (Journal held = Journals.open(folder.resolve("held").toString())) {
            assertThat(held.list()).isEmpty();
            writing = trial.smc(List.of(
                    "apply --endpoint ENDPOINT --state held --auto-approve mixed.csv",
                    "retry --endpoint ENDPOINT --state held --auto-approve",
                    "adopt --endpoint ENDPOINT --state held --yes mixed.csv",
                    "state rebuild --endpoint ENDPOINT --state held --yes"));
            reading = trial.smc(List.of(
                    "plan --endpoint ENDPOINT --state held --detailed-exitcode good.csv",
                    "drift --endpoint ENDPOINT --state held --detailed-exitcode"));
        }

        String holder = "pid " + ProcessHandle.current().pid();
        assertThat(writing).allSatisfy(one -> assertThat(one.exits(5).err()).contains(holder));
        assertThat(reading).extracting(SmcProcess.Ended::code).containsOnly(2);
        assertThat(trial.created()).isEmpty();
    }

    @Test
    @Tries(
            value = {"plan", "apply", "retry", "drift", "adopt", "state rebuild"},
            ends = ExitCode.INTERRUPTED)
    void aSignalOutranksEverythingAndEndsAtOnceWhatHasNotBegun() {
        trial.emulator()
                .faults()
                .add(FaultRule.on("DescribeReplicationJobs")
                        .then(FaultEffect.of(Fault.DELAY_ANSWER).lasting(Duration.ofSeconds(20))));
        List<SmcProcess.Running> running = new ArrayList<>();
        COMMANDS.forEach(command -> running.add(trial.start(command + " --endpoint ENDPOINT")));
        await().atMost(Duration.ofSeconds(60))
                .until(() -> trial.emulator()
                                .journal()
                                .entries("DescribeReplicationJobs")
                                .size()
                        >= COMMANDS.size());

        running.forEach(one -> one.signal("TERM"));

        running.forEach(
                one -> assertThat(one.ended().exits(130).err()).contains("interrupted; no job was created or changed"));
        assertThat(trial.emulator().journal().entries("DescribeReplicationJobs"))
                .as("nobody went on")
                .hasSize(COMMANDS.size());
    }

    @Test
    @Tries(
            value = {"plan", "apply", "retry", "drift", "adopt", "state rebuild"},
            ends = {ExitCode.CANNOT_RUN, ExitCode.USAGE})
    void whatCannotRunIsToldFromWrongUsage() {
        trial.write("damaged.csv", Trial.HEADER, "\"unclosed\n");
        List<String> damaged = List.of(
                "plan damaged.csv",
                "apply --auto-approve damaged.csv",
                "retry --auto-approve damaged.csv",
                "drift damaged.csv",
                "adopt --yes damaged.csv",
                "state rebuild --yes --from damaged.csv");

        List<SmcProcess.Ended> cannot = trial.smc(damaged);
        List<SmcProcess.Ended> wrong = trial.smc(
                damaged.stream().map(command -> command + " --no-such").toList());

        assertThat(cannot).allSatisfy(one -> assertThat(one.exits(1).err()).contains("damaged.csv:2"));
        assertThat(wrong).allSatisfy(one -> assertThat(one.exits(64).err()).contains("unknown option '--no-such'"));
    }

    private List<SmcProcess.Ended> all(String more) {
        return trial.smc(COMMANDS.stream().map(command -> command + more).toList());
    }
}
