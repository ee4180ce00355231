package io.camelsmc.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.camelsmc.Trees;
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
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code bin/smc plan} and {@code bin/smc apply} as processes against one service. */
class PlanApplyIT {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String HEADER = "source_id,name,wave,region,target_type,image_name,system_disk_size\n";
    private static final List<String> OUTCOMES =
            List.of("created", "adopted", "unchanged", "invalid", "rejected", "conflict", "failed", "pending");
    private static final int ROWS = 60;
    private static final int BAD = 17;

    @TempDir
    private Path folder = Path.of("");

    private final SmcEmulator emulator;

    PlanApplyIT() throws IOException {
        emulator = SmcEmulator.start(EmulatorOptions.defaults());
    }

    @BeforeEach
    void writeTheSheet() throws IOException {
        StringBuilder sheet = new StringBuilder(HEADER);
        for (int n = 0; n < ROWS; n++) {
            sheet.append(row(n, n == BAD ? 8 : 80));
        }
        Files.writeString(folder.resolve("wave.csv"), sheet);
    }

    @AfterEach
    void stop() {
        emulator.close();
    }

    @Test
    void appliesEveryGoodRowOnceAndChangesNothingTheSecondTime() throws IOException {
        JsonNode first = apply(3);
        long creates = creates();
        emulator.journal().clear();
        JsonNode second = apply(3);

        assertThat(first.path("created").asInt()).isEqualTo(ROWS - 1);
        assertThat(first.path("invalid").asInt()).isEqualTo(1);
        assertThat(creates).isEqualTo(ROWS - 1);
        assertThat(second.path("unchanged").asInt()).isEqualTo(ROWS - 1);
        assertThat(creates()).isZero();
        assertThat(emulator.journal().entries()).hasSizeLessThanOrEqualTo(25);
        assertThat(emulator.jobs()).hasSize(ROWS - 1);
    }

    @Test
    void adoptsEverythingAfterTheLossOfTheJournal() throws IOException {
        apply(3);
        Trees.remove(folder.resolve(".smc"));

        JsonNode again = apply(3);

        assertThat(again.path("adopted").asInt()).isEqualTo(ROWS - 1);
        assertThat(again.path("created").asInt()).isZero();
        assertThat(emulator.jobs()).hasSize(ROWS - 1);
    }

    @Test
    void createsOnlyTheRowThatWasMended() throws IOException {
        apply(3);
        String sheet = Files.readString(folder.resolve("wave.csv"));
        Files.writeString(folder.resolve("wave.csv"), sheet.replace(",8\n", ",80\n"));

        JsonNode again = apply(0);

        assertThat(again.path("created").asInt()).isEqualTo(1);
        assertThat(again.path("unchanged").asInt()).isEqualTo(ROWS - 1);
    }

    @Tries(value = "plan", options = "--detailed-exitcode", ends = ExitCode.ROWS_FAILED)
    @Test
    void planChangesNothingAndSaysWhatApplyWouldDo() throws IOException {
        SmcProcess.Ended plan = smc("plan", "--detailed-exitcode", "wave.csv").exits(3);

        assertThat(plan.out()).contains("Plan: 60 rows", "create         59", "invalid         1", "wave.csv:19 ");
        assertThat(creates()).isZero();
        assertThat(folder.resolve(".smc")).doesNotExist();
    }

    @Test
    void detailedExitCodeTellsPendingChangesFromNone() throws IOException {
        Files.writeString(folder.resolve("wave.csv"), HEADER + row(1, 80));

        smc("plan", "--detailed-exitcode", "wave.csv").exits(2);
        apply(0);
        smc("plan", "--detailed-exitcode", "wave.csv").exits(0);
    }

    @Test
    void makesNothingBeyondTheGuardOrWithoutConsent() {
        SmcProcess.Ended guarded =
                smc("apply", "--auto-approve", "--max-create", "10", "wave.csv").exits(4);
        SmcProcess.Ended unasked = smc("apply", "wave.csv").exits(64);

        assertThat(guarded.err()).contains("nothing was created: 59 jobs would be created, and --max-create allows 10");
        assertThat(unasked.err()).contains("--auto-approve");
        assertThat(emulator.jobs()).isEmpty();
    }

    /** Case K3: what is on its way at the signal ends by itself; nothing else is sent. */
    @Test
    void windsUpAfterASignalAndGoesOnInTheNextRun() throws IOException {
        FaultMatch creates = FaultRule.on("CreateReplicationJob");
        emulator.faults()
                .add(creates.nth(5).then(Fault.ACCEPT_THEN_DROP))
                .add(creates.then(FaultEffect.of(Fault.DELAY_ANSWER).lasting(Duration.ofMillis(700))));
        SmcProcess apply =
                smcProcess("apply", "--auto-approve", "--parallelism", "4", "--rate", "0", "--json", "wave.csv");

        JsonNode first;
        try (SmcProcess.Running running = apply.start()) {
            await().atMost(Duration.ofSeconds(60)).until(() -> creates() >= 6);
            SmcProcess.Ended ended = running.signal("TERM").ended().exits(130);
            assertThat(ended.err()).contains("run the same command again");
            first = JSON.readTree(ended.out());
        }
        long made = creates();
        assertThat(first.path("created").asInt() + first.path("adopted").asInt())
                .isPositive();
        assertThat(first.path("pending").asInt()).isPositive();
        assertThat(made).isLessThan(ROWS - 1);

        emulator.faults().clear();
        JsonNode second = apply(3);

        assertThat(second.path("pending").asInt()).isZero();
        assertThat(emulator.jobs()).hasSize(ROWS - 1);
        assertThat(emulator.jobs()).extracting(EmulatedJob::sourceId).doesNotHaveDuplicates();
    }

    /** Case C7. */
    @Test
    void leavesAJobAloneThatSomebodyMadeInTheConsoleSinceThePlan() throws IOException {
        Files.writeString(folder.resolve("wave.csv"), HEADER + row(1, 80) + row(2, 80));
        smc("plan", "--detailed-exitcode", "wave.csv").exits(2);
        String jobId = emulator.createJob(
                        Map.of("RegionId", "cn-hangzhou", "SourceId", "s-bp1k4wd9x0tq7mz20001", "Name", "by-hand"))
                .jobId();

        SmcProcess.Ended ended = smc("apply", "--auto-approve", "wave.csv").exits(3);

        assertThat(ended.out() + ended.err()).contains(jobId, "by-hand");
        assertThat(creates()).isEqualTo(1);
        assertThat(emulator.jobs()).hasSize(2);
        assertThat(emulator.jobs().get(0).name()).isEqualTo("by-hand");
    }

    @Test
    void equalInputGivesEqualPlans() {
        String first = smc("plan", "--offline", "--json", "wave.csv").exits(3).out();

        assertThat(smc("plan", "--offline", "--json", "wave.csv").exits(3).out())
                .isEqualTo(first);
    }

    private JsonNode apply(int exit) throws IOException {
        SmcProcess.Ended ended = smc("apply", "--auto-approve", "--rate", "0", "--json", "wave.csv")
                .exits(exit);
        JsonNode result = JSON.readTree(ended.out());
        long sum = OUTCOMES.stream().mapToLong(o -> result.path(o).asLong()).sum();
        assertThat(sum)
                .as("the eight outcomes add up")
                .isEqualTo(result.path("rows").asLong());
        return result;
    }

    private SmcProcess.Ended smc(String command, String... arguments) {
        return smcProcess(command, arguments).run();
    }

    private SmcProcess smcProcess(String command, String... arguments) {
        List<String> all = new ArrayList<>(List.of(command));
        boolean offline = List.of(arguments).contains("--offline");
        if (!offline) {
            all.addAll(List.of("--endpoint", emulator.endpoint().toString()));
        }
        all.addAll(List.of(arguments));
        return new SmcProcess(folder, all.toArray(String[]::new))
                .with("ALIBABA_CLOUD_ACCESS_KEY_ID", "testid")
                .with("ALIBABA_CLOUD_ACCESS_KEY_SECRET", "testsecret");
    }

    private long creates() {
        return emulator.journal().entries("CreateReplicationJob").size();
    }

    private static String row(int n, int disk) {
        String name = String.format("shop-web-%03d", n);
        return "s-bp1k4wd9x0tq7mz2" + String.format("%04d", n) + "," + name + ",wave-01,cn-hangzhou,Image," + name + ","
                + disk + "\n";
    }
}
