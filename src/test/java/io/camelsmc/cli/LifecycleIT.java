package io.camelsmc.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.camelsmc.cli.exit.ExitCode;
import io.camelsmc.emulator.EmulatedJob;
import io.camelsmc.emulator.EmulatedStatus;
import io.camelsmc.emulator.EmulatorOptions;
import io.camelsmc.emulator.Fault;
import io.camelsmc.emulator.FaultRule;
import io.camelsmc.emulator.JournalEntry;
import io.camelsmc.emulator.SmcEmulator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code bin/smc} after apply: start, status, wait, cut over, extend, stop, delete, as processes of their own. */
class LifecycleIT {

    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private Path folder = Path.of("");

    private final SmcEmulator emulator;

    LifecycleIT() throws IOException {
        // Two hours a second: a wave lives its life within the test.
        emulator = SmcEmulator.start(
                EmulatorOptions.builder().runningQuota(2).speed(7200.0).build());
    }

    @BeforeEach
    void apply() throws IOException {
        StringBuilder sheet = new StringBuilder(
                "source_id,name,wave,region,target_type,image_name,system_disk_size,run_once,frequency,max_images\n");
        for (int n = 1; n <= 4; n++) {
            sheet.append(String.format(
                    "s-bp1k4wd9x0tq7mz2%04d,web-%d,wave-01,cn-hangzhou,Image,img-%d,40,false,168,3%n", n, n, n));
        }
        Files.writeString(folder.resolve("wave.csv"), sheet);
        smc("apply", "--auto-approve", "wave.csv").exits(0);
        emulator.journal().clear();
    }

    @AfterEach
    void stop() {
        emulator.close();
    }

    @Test
    @Tries(
            value = "start",
            options = {
                "--auto-approve",
                "--wait",
                "--timeout",
                "--poll",
                "--running-quota",
                "--dry-run",
                "--json",
                "--all",
                "--exclude",
                "--parallelism",
                "--rate"
            },
            ends = {ExitCode.OK, ExitCode.INCOMPLETE})
    @Tries(
            value = "wait",
            options = {"--for", "--timeout", "--poll", "--all", "--rate"},
            ends = ExitCode.OK)
    @Tries(
            value = "status",
            options = {"--json", "--running-quota", "--wide", "--rate"},
            ends = ExitCode.OK)
    @Tries(
            value = "cutover",
            options = {"--last-sync", "--auto-approve", "--json"},
            ends = ExitCode.OK)
    @Tries(
            value = "delete",
            options = {"--auto-approve", "--all"},
            ends = ExitCode.OK)
    void carriesAWaveFromItsStartToItsEnd() throws IOException {
        JsonNode dry = json(smc("start", "--dry-run", "--json", "--all", "--running-quota", "2")
                .exits(4));
        assertThat(dry.path("dry_run").asBoolean()).isTrue();
        assertThat(emulator.journal().entries("StartReplicationJob")).isEmpty();

        JsonNode once = json(smc(
                        "start",
                        "--json",
                        "--auto-approve",
                        "wave:wave-01",
                        "--exclude",
                        "web-4",
                        "--running-quota",
                        "2",
                        "--parallelism",
                        "1",
                        "--rate",
                        "0")
                .exits(4));
        assertThat(once.path("selected").asInt()).isEqualTo(3);
        assertThat(once.path("done").asInt() + once.path("waiting").asInt()).isEqualTo(3);

        JsonNode rest = json(smc(
                        "start",
                        "--json",
                        "--auto-approve",
                        "--all",
                        "--wait",
                        "--timeout",
                        "60s",
                        "--poll",
                        "200ms",
                        "--running-quota",
                        "2",
                        "--rate",
                        "0")
                .exits(0));
        assertThat(rest.path("done").asInt() + rest.path("already").asInt()).isEqualTo(4);
        assertThat(emulator.journal().entries("StartReplicationJob"))
                .as("each job is started once")
                .filteredOn(entry -> entry.status() == 200)
                .hasSize(4);

        smc("wait", "--all", "--for", "waiting", "--timeout", "60s", "--poll", "200ms", "--rate", "0")
                .exits(0);
        JsonNode status = json(
                smc("status", "--json", "--running-quota", "2", "--rate", "0").exits(0));
        assertThat(status.path("waves").get(0).path("counts").path("Waiting").asInt())
                .isEqualTo(4);
        assertThat(status.path("running").path("quota").asInt()).isEqualTo(2);
        assertThat(smc("status", "--wide").exits(0).out()).contains("wave-01/web-4", "next cycle at");

        JsonNode cut = json(smc("cutover", "wave:wave-01", "--last-sync", "no", "--auto-approve", "--json")
                .exits(0));
        assertThat(cut.path("done").asInt()).isEqualTo(4);
        assertThat(emulator.journal().entries("CutOverReplicationJob"))
                .hasSize(4)
                .allSatisfy(entry -> assertThat(entry.parameters()).containsEntry("SyncData", "false"));

        smc("wait", "--all", "--for", "finished", "--timeout", "60s", "--poll", "200ms", "--rate", "0")
                .exits(0);
        smc("delete", "--all", "--auto-approve").exits(0);
        smc("wait", "--all", "--for", "gone", "--timeout", "60s", "--poll", "200ms", "--rate", "0")
                .exits(0);
        assertThat(smc("status").exits(0).out()).contains("4 jobs were deleted by smc delete");
    }

    @Test
    @Tries(
            value = "stop",
            options = {"--auto-approve", "--json"},
            ends = {ExitCode.OK, ExitCode.ROWS_FAILED})
    @Tries(value = "delete", options = "--stop-first")
    void refusesWhatTheStateOfAJobDoesNotAllow() throws IOException {
        String id = job("web-1").jobId();
        emulator.putJob(id, EmulatedStatus.WAITING);

        JsonNode stopped = json(smc("stop", "web-1", "--json", "--auto-approve").exits(3));
        assertThat(stopped.path("jobs").get(0).path("reason").asText()).contains("waits for its next cycle");
        smc("stop", "web-2", "--yes").exits(0);
        smc("delete", "web-1", "--stop-first", "--auto-approve").exits(0);
        assertThat(emulator.journal().entries("StopReplicationJob")).isEmpty();
        assertThat(emulator.journal().entries("DeleteReplicationJob")).hasSize(1);
    }

    @Test
    @Tries(
            value = "extend",
            options = {"--to", "--auto-approve", "--json"},
            ends = {ExitCode.OK, ExitCode.USAGE})
    void extendsAWave() throws IOException {
        JsonNode done = json(smc("extend", "wave:wave-01", "--to", "+14d", "--auto-approve", "--json")
                .exits(0));

        assertThat(done.path("done").asInt()).isEqualTo(4);
        assertThat(smc("extend", "wave:wave-01", "--to", "soon", "--auto-approve")
                        .exits(64)
                        .err())
                .contains("'soon' is no time", "+14d");
    }

    @Test
    @Tries(value = "start", ends = ExitCode.USAGE)
    @Tries(value = "cutover", ends = ExitCode.USAGE)
    void asksBeforeItActsAndGuessesNothing() {
        assertThat(smc("start").exits(64).err()).contains("which jobs?", "--all");
        assertThat(smc("start", "--all").exits(64).err()).contains("nothing was sent", "--auto-approve");
        assertThat(smc("cutover", "--all", "--auto-approve").exits(64).err()).contains("--last-sync");
        assertThat(smc("start", "web-9", "--auto-approve").exits(64).err())
                .contains("no job of the journal fits 'web-9'");
        assertThat(emulator.journal().entries("StartReplicationJob")).isEmpty();
    }

    @Test
    @Tries(
            value = "status",
            options = {"--watch", "--poll", "--exclude"})
    void watchesUntilItIsInterruptedAndPrintsEveryChange() {
        SmcProcess.Running watch = process(
                        "status", "--watch", "--poll", "100ms", "--rate", "0", "--exclude", "web-4", "--all")
                .start();
        await().atMost(Duration.ofSeconds(30)).until(() -> watch.out().contains("wave-01/web-3  Ready"));
        emulator.putJob(job("web-1").jobId(), EmulatedStatus.FINISHED);
        await().atMost(Duration.ofSeconds(30)).until(() -> watch.out().contains("web-1  Ready -> Finished"));
        SmcProcess.Ended ended = watch.signal("TERM").ended();

        assertThat(ended.out()).doesNotContain("web-4");
    }

    @ParameterizedTest
    @CsvSource({
        "start,   StartReplicationJob,   STALL_AFTER,  READY",
        "start,   StartReplicationJob,   STALL_BEFORE, READY",
        "cutover, CutOverReplicationJob, STALL_AFTER,  WAITING",
        "cutover, CutOverReplicationJob, STALL_BEFORE, WAITING",
        "delete,  DeleteReplicationJob,  STALL_AFTER,  STOPPED",
        "delete,  DeleteReplicationJob,  STALL_BEFORE, STOPPED"
    })
    void aProcessThatIsKilledBetweenIntentAndAnswerLeavesNoVerbTwice(
            String verb, String action, Fault fault, EmulatedStatus before) throws IOException {
        emulator.putJob(job("web-1").jobId(), before);
        emulator.faults().add(FaultRule.on(action).nth(1).then(fault));
        List<String> command = new ArrayList<>(List.of(verb, "web-1", "--auto-approve", "--json"));
        if (verb.equals("cutover")) {
            command.addAll(List.of("--last-sync", "no"));
        }
        SmcProcess.Running first = process(command.toArray(String[]::new)).start();
        await().atMost(Duration.ofSeconds(30))
                .until(() -> !emulator.journal().entries(action).isEmpty());
        first.signal("KILL").ended();

        JsonNode again = json(smc(command.toArray(String[]::new)));

        assertThat(again.path("done").asInt() + again.path("already").asInt()).isEqualTo(1);
        assertThat(emulator.journal().entries(action))
                .as("calls that had their effect")
                .filteredOn(entry -> entry.status() == 200 || entry.fault() == Fault.STALL_AFTER)
                .hasSize(1);
    }

    @Test
    @Tries(
            value = {"start", "stop", "cutover", "delete", "extend"},
            options = {
                "--endpoint", "--account-id", "--state", "--all", "--exclude", "--dry-run",
                "--json", "--wait", "--timeout", "--poll", "--parallelism", "--rate"
            })
    void everyVerbTakesTheSameOptions() throws IOException {
        for (String verb : List.of("start", "stop", "cutover --last-sync no", "delete", "extend --to +1d")) {
            takesTheSharedOptions(verb);
        }
        assertThat(emulator.journal().entries().stream().map(JournalEntry::action))
                .noneMatch(action -> action.matches("(Start|Stop|CutOver|Delete|Modify)Replication.*"));
    }

    private void takesTheSharedOptions(String verb) throws IOException {
        String endpoint = emulator.endpoint().toString();

        JsonNode dry = json(bare(verb + " --all --exclude web-1 --dry-run --json --wait --timeout 1s --poll 200ms"
                + " --parallelism 1 --rate 0 --account-id 1234567890123456 --endpoint " + endpoint));
        assertThat(dry.path("selected").asInt()).isEqualTo(3);
        assertThat(dry.path("dry_run").asBoolean()).isTrue();

        assertThat(bare(verb + " --all --state elsewhere --account-id 77 --endpoint " + endpoint)
                        .exits(64)
                        .err())
                .contains("the journal has no job to " + verb.split(" ", -1)[0]);
    }

    @Test
    @Tries(
            value = {"status", "wait"},
            options = {
                "--endpoint",
                "--account-id",
                "--state",
                "--all",
                "--exclude",
                "--poll",
                "--parallelism",
                "--rate"
            })
    @Tries(
            value = {"wait"},
            options = {"--timeout"})
    void whatLooksTakesTheSameOptions() {
        takesTheSharedOptionsOfALook("status");
        takesTheSharedOptionsOfALook("wait --for finished");
    }

    private void takesTheSharedOptionsOfALook(String look) {
        String endpoint = emulator.endpoint().toString();
        String all = look
                + " --exclude web-1 --parallelism 1 --rate 0 --poll 100ms --account-id 1234567890123456 --endpoint "
                + endpoint;

        SmcProcess.Ended seen = look.startsWith("wait")
                ? bare(all + " --all --timeout 1s").exits(4)
                : bare(all + " --all").exits(0);
        SmcProcess.Ended elsewhere = bare(all.replace("--exclude web-1", "--all") + " --state elsewhere"
                + (look.startsWith("wait") ? " --timeout 1s" : ""));

        assertThat(seen.out()).contains(look.startsWith("wait") ? "3 still on the way" : "3 jobs of 1 wave");
        assertThat(elsewhere.exits(1).err()).contains("there is no job in the journal", "elsewhere", "--state");
    }

    private SmcProcess.Ended bare(String commandLine) {
        return new SmcProcess(folder, commandLine.split(" ", -1))
                .with("ALIBABA_CLOUD_ACCESS_KEY_ID", "testid")
                .with("ALIBABA_CLOUD_ACCESS_KEY_SECRET", "testsecret")
                .run();
    }

    private EmulatedJob job(String name) {
        return emulator.jobs().stream()
                .filter(job -> name.equals(job.name()))
                .findFirst()
                .orElseThrow();
    }

    private static JsonNode json(SmcProcess.Ended ended) throws IOException {
        return JSON.readTree(ended.out());
    }

    private SmcProcess.Ended smc(String... arguments) {
        return process(arguments).run();
    }

    private SmcProcess process(String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--endpoint", emulator.endpoint().toString(), "--account-id", "1234567890123456"));
        return new SmcProcess(folder, all.toArray(String[]::new))
                .with("ALIBABA_CLOUD_ACCESS_KEY_ID", "testid")
                .with("ALIBABA_CLOUD_ACCESS_KEY_SECRET", "testsecret");
    }
}
