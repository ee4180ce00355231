package io.camelsmc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.camelsmc.cli.exit.ExitCode;
import io.camelsmc.emulator.EmulatedJob;
import io.camelsmc.emulator.EmulatorOptions;
import io.camelsmc.emulator.Fault;
import io.camelsmc.emulator.FaultEffect;
import io.camelsmc.emulator.FaultMatch;
import io.camelsmc.emulator.FaultRule;
import io.camelsmc.emulator.SmcEmulator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code bin/smc retry} after runs that left something to do. */
class RetryIT {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String HEADER =
            "source_id,name,wave,region,target_type,image_name,instance_id,system_disk_size\n";

    @TempDir
    private Path folder = Path.of("");

    private final SmcEmulator emulator;

    RetryIT() throws IOException {
        emulator = SmcEmulator.start(EmulatorOptions.defaults());
    }

    @AfterEach
    void stop() {
        emulator.close();
    }

    @Test
    @Tries(value = "apply", ends = ExitCode.INCOMPLETE)
    @Tries(value = "retry", options = "--auto-approve", ends = ExitCode.OK)
    void finishesWithoutASheetWhatAnOutageLeftOpen() throws IOException {
        write(image(1, 80), image(2, 80), image(3, 80), image(4, 80));
        // One answer is lost with every read after it, the others are turned away.
        emulator.faults()
                .add(create().sourceId(source(2)).times(1).then(Fault.ACCEPT_THEN_DROP))
                .add(create().sourceId(source(3)).then(unavailable()))
                .add(create().sourceId(source(4)).then(Fault.THROTTLE));

        for (int n = 3; n < 9; n++) {
            emulator.faults().add(FaultRule.on("DescribeReplicationJobs").nth(n).then(Fault.THROTTLE));
        }

        JsonNode left = JSON.readTree(
                smc("apply", "--auto-approve", "--json", "wave.csv").exits(4).out());
        String states = smc("state", "list").exits(0).out();
        emulator.faults().clear();
        emulator.journal().clear();
        Files.delete(folder.resolve("wave.csv"));
        SmcProcess.Ended retry = smc("retry", "--auto-approve").exits(0);
        List<String> sent = created();
        SmcProcess.Ended again = smc("retry", "--auto-approve").exits(0);

        assertThat(left.path("created").asInt()).isEqualTo(1);
        assertThat(left.path("pending").asInt()).isEqualTo(3);
        assertThat(states)
                .containsPattern("CREATED +wave-01/web-1")
                .containsPattern("INTENT +wave-01/web-2")
                .containsPattern("INTENT +wave-01/web-3")
                .containsPattern("NOT_SENT +wave-01/web-4");
        assertThat(retry.out()).contains("Plan: 3 rows", "created         2", "adopted         1");
        assertThat(retry.err()).contains("those that no run came to are in their sheet");
        assertThat(sent)
                .as("the lost answer was found, not asked for again")
                .containsExactlyInAnyOrder(source(3), source(4));
        assertThat(again.out()).contains("Plan: 0 rows");
        assertThat(emulator.jobs())
                .extracting(EmulatedJob::name)
                .containsExactlyInAnyOrder("web-1", "web-2", "web-3", "web-4");
    }

    @Test
    @Tries(
            value = "retry",
            options = {"--yes", "--target", "--quiet"},
            ends = {ExitCode.OK, ExitCode.USAGE})
    void leavesOutWhatWasRefusedForGoodUntilItIsEdited() throws IOException {
        write(image(1, 80), image(2, 80), image(3, 80));
        emulator.faults()
                .add(create().sourceId(source(1)).times(1).then(refused("VSwitchIdVpcId.Mismatch")))
                .add(create().sourceId(source(2)).times(1).then(refused("SourceServerState.Invalid")));
        smc("apply", "--auto-approve", "wave.csv").exits(3);
        emulator.journal().clear();

        SmcProcess.Ended unknown = smc("retry", "--yes", "--target", "web-9").exits(64);
        SmcProcess.Ended other = smc("retry", "--yes", "--target", "web-3").exits(0);
        SmcProcess.Ended fromJournal = smc("retry", "--yes").exits(0);
        List<String> sent = created();
        SmcProcess.Ended fromSheet =
                smc("retry", "--yes", "--quiet", "wave.csv").exits(0);
        write(image(1, 100), image(2, 80), image(3, 80));
        SmcProcess.Ended edited = smc("retry", "--yes", "wave.csv").exits(0);

        assertThat(unknown.err()).contains("no row fits 'web-9'");
        assertThat(other.out()).contains("Plan: 0 rows");
        assertThat(other.err()).doesNotContain("refused for good");
        assertThat(fromJournal.out()).contains("Plan: 1 row\n", "created         1");
        assertThat(fromJournal.err()).contains("1 row was refused for good and not edited since");
        assertThat(sent).as("the source may be ready by now").containsExactly(source(2));
        assertThat(fromSheet.out()).doesNotContain("Plan: ").contains("Apply finished: there were no rows");
        assertThat(fromSheet.err()).contains("1 row was refused for good and not edited since");
        assertThat(edited.out()).contains("Plan: 1 row\n", "created         1");
        assertThat(created()).containsExactly(source(2), source(1));
        assertThat(emulator.jobs()).hasSize(3);
    }

    @Test
    @Tries(
            value = "retry",
            options = {"--allow-erase", "--auto-approve"},
            ends = {ExitCode.OK, ExitCode.ROWS_FAILED, ExitCode.USAGE})
    void asksAgainForTheConsentToErase() throws IOException {
        write(instance(1));
        emulator.faults().add(create().then(Fault.THROTTLE));
        smc("apply", "--auto-approve", "--allow-erase", "wave.csv").exits(4);
        emulator.faults().clear();
        emulator.journal().clear();

        SmcProcess.Ended without = smc("retry", "--auto-approve").exits(3);
        List<String> sent = created();
        SmcProcess.Ended unasked = smc("retry", "--allow-erase").exits(64);
        SmcProcess.Ended consented =
                smc("retry", "--auto-approve", "--allow-erase").exits(0);

        assertThat(without.out()).contains("invalid         1", "wave.csv:2 wave-01/web-1", "--allow-erase");
        assertThat(unasked.err()).contains("nothing was created", "--auto-approve");
        assertThat(sent).isEmpty();
        assertThat(consented.out()).contains("created         1");
        assertThat(created()).containsExactly(source(1));
    }

    private static FaultMatch create() {
        return FaultRule.on("CreateReplicationJob");
    }

    private static FaultEffect unavailable() {
        return FaultEffect.error(503, "ServiceUnavailable", "down").beforeCommit();
    }

    private static FaultEffect refused(String code) {
        return FaultEffect.error(400, code, "no").beforeCommit();
    }

    private List<String> created() {
        return emulator.journal().entries("CreateReplicationJob").stream()
                .map(entry -> entry.parameters().get("SourceId"))
                .toList();
    }

    private void write(String... rows) throws IOException {
        Files.writeString(folder.resolve("wave.csv"), HEADER + String.join("", rows));
    }

    private static String image(int n, int disk) {
        return source(n) + ",web-" + n + ",wave-01,cn-hangzhou,Image,web-" + n + ",," + disk + "\n";
    }

    private static String instance(int n) {
        return source(n) + ",web-" + n + ",wave-01,cn-hangzhou,TargetInstance,,i-bp1f1dvfto1sigz5n" + n + ",\n";
    }

    private static String source(int n) {
        return "s-bp1k4wd9x0tq7mz2000" + n;
    }

    private SmcProcess.Ended smc(String command, String... arguments) {
        List<String> all = new ArrayList<>(List.of(command));
        all.addAll(List.of(arguments));
        if (!command.equals("state")) {
            all.addAll(List.of("--endpoint", emulator.endpoint().toString(), "--rate", "0"));
        }
        return new SmcProcess(folder, all.toArray(String[]::new))
                .with("ALIBABA_CLOUD_ACCESS_KEY_ID", "testid")
                .with("ALIBABA_CLOUD_ACCESS_KEY_SECRET", "testsecret")
                .run();
    }
}
