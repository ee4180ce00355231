package io.camelsmc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.camelsmc.emulator.EmulatedJob;
import io.camelsmc.emulator.EmulatedSource;
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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Saved plans, chosen rows and changes of existing jobs, through the real {@code bin/smc}. */
class SavedPlanIT {

    private static final String HEADER = "source_id,name,wave,region,target_type,image_name,system_disk_size,tags\n";

    @TempDir
    private Path folder = Path.of("");

    private final SmcEmulator emulator;

    SavedPlanIT() throws IOException {
        emulator = SmcEmulator.start(EmulatorOptions.defaults());
    }

    @BeforeEach
    void writeTheSheet() throws IOException {
        write(row(1, 80), row(2, 80), row(3, 80));
    }

    @AfterEach
    void stop() {
        emulator.close();
    }

    @Test
    void doesExactlyWhatWasPlannedAndNothingTheSecondTime() throws IOException {
        smc("plan", "--out", "plan.json", "wave.csv").exits(0);
        String saved = Files.readString(folder.resolve("plan.json"));
        write(row(1, 999), row(2, 80), row(3, 80), row(4, 80));

        SmcProcess.Ended first = smc("apply", "--auto-approve", "plan.json").exits(0);
        long creates = creates();
        SmcProcess.Ended second = smc("apply", "--auto-approve", "plan.json").exits(0);

        assertThat(saved).contains("\"sha256\"").doesNotContain("testsecret");
        assertThat(first.err()).contains("wave.csv was changed after the plan was made");
        assertThat(first.out()).contains("created         3");
        assertThat(emulator.jobs()).extracting(EmulatedJob::name).containsExactlyInAnyOrder("web-1", "web-2", "web-3");
        assertThat(emulator.jobs()).extracting(SavedPlanIT::systemDisk).containsOnly("80");
        assertThat(creates).isEqualTo(3);
        assertThat(second.out()).contains("unchanged       3", "Nothing would be changed.");
        assertThat(creates()).isEqualTo(3);
    }

    @Test
    void leavesAStaleRowAloneAndGoesOnWithTheOthers() throws IOException {
        emulator.addSource(EmulatedSource.available(source(1), "one")
                .withState(EmulatedSource.UNAVAILABLE, "SourceServer.Offline"));
        smc("plan", "--out", "plan.json", "wave.csv").exits(4);
        emulator.putSource(source(1), EmulatedSource.AVAILABLE, "");
        emulator.createJob(Map.of("RegionId", "cn-hangzhou", "SourceId", source(2), "Name", "by-hand"));

        SmcProcess.Ended applied = smc("apply", "--auto-approve", "plan.json").exits(4);

        assertThat(applied.out())
                .contains("created         1", "conflict        1", "pending         1")
                .contains("wave.csv:2 wave-01/web-1", "planned blocked", "now create", "make a new plan")
                .contains("another unfinished job holds the source");
        assertThat(emulator.jobs()).extracting(EmulatedJob::name).containsExactlyInAnyOrder("by-hand", "web-3");
    }

    @Test
    void refusesPlansThatAreNotOfThisStateOrWereTouched() throws IOException {
        smc("apply", "--auto-approve", "wave.csv").exits(0);
        smc("plan", "--out", "plan.json", "wave.csv").exits(0);
        String saved = Files.readString(folder.resolve("plan.json"));
        Files.writeString(folder.resolve("edited.json"), saved.replace("\"80\"", "\"90\""));

        SmcProcess.Ended otherState =
                smc("apply", "--auto-approve", "--state", "other", "plan.json").exits(1);
        SmcProcess.Ended edited = smc("apply", "--auto-approve", "edited.json").exits(1);
        SmcProcess.Ended mixed =
                smc("apply", "--auto-approve", "plan.json", "wave.csv").exits(64);

        assertThat(otherState.err()).contains("made with another state", "other", "make a new plan");
        assertThat(edited.err()).contains("edited.json", "wave-01/web-1", "changed after it was made");
        assertThat(mixed.err()).contains("plan.json", "name it alone");
        assertThat(creates()).isEqualTo(3);
    }

    @Test
    void takesOnlyTheRowsThatAreChosen() throws IOException {
        Files.writeString(folder.resolve("canary.txt"), "# first\nwave-01/web-1\n");

        SmcProcess.Ended canary = smc("apply", "--auto-approve", "--target", "@canary.txt", "wave.csv")
                .exits(0);
        SmcProcess.Ended rest = smc("plan", "--target", "tag:app=shop", "--exclude", "web-3", "wave.csv")
                .exits(0);
        SmcProcess.Ended misspelt = smc("apply", "--auto-approve", "--exclude", "wave:wave01", "wave.csv")
                .exits(64);

        assertThat(canary.out()).contains("Apply finished: 1 of 1 row is as wanted");
        assertThat(canary.err()).contains("2 rows are left out by --target or --exclude");
        assertThat(rest.out()).contains("Plan: 2 rows", "create          1", "unchanged       1");
        assertThat(misspelt.err()).contains("no row fits 'wave:wave01'");
        assertThat(emulator.jobs()).extracting(EmulatedJob::name).containsExactly("web-1");
    }

    @Test
    void takesOnlyTheChosenRowsOfASavedPlan() throws IOException {
        smc("plan", "--out", "plan.json", "wave.csv").exits(0);

        SmcProcess.Ended canary = smc("apply", "--auto-approve", "--target", "wave-01/web-1", "plan.json")
                .exits(0);
        SmcProcess.Ended misspelt =
                smc("apply", "--auto-approve", "--target", "web-9", "plan.json").exits(64);
        SmcProcess.Ended rest = smc("apply", "--auto-approve", "--exclude", "web-3", "plan.json")
                .exits(0);

        assertThat(canary.out()).contains("Apply finished: 1 of 1 row is as wanted", "created         1");
        assertThat(canary.err()).contains("2 rows are left out by --target or --exclude");
        assertThat(misspelt.err()).contains("no row fits 'web-9'");
        assertThat(rest.out()).contains("created         1", "unchanged       1");
        assertThat(emulator.jobs()).extracting(EmulatedJob::name).containsExactly("web-1", "web-2");
    }

    @Test
    void showsASavedPlanAndTakesItForNoWave() throws IOException {
        smc("plan", "--out", "plan.json", "wave.csv").exits(0);
        int calls = emulator.journal().entries("DescribeReplicationJobs").size();

        SmcProcess.Ended shown = smc("plan", "plan.json").exits(0);
        SmcProcess.Ended checked = smc("drift", "plan.json").exits(1);
        SmcProcess.Ended defaults = smc("apply", "--auto-approve", "--defaults", "d.yaml", "plan.json")
                .exits(64);

        assertThat(shown.out()).contains("Plan: 3 rows", "create          3");
        assertThat(checked.err()).contains("plan.json is a saved plan, not a wave", "smc apply plan.json");
        assertThat(defaults.err()).contains("leave --defaults out");
        assertThat(emulator.journal().entries("DescribeReplicationJobs")).hasSize(calls);
    }

    @Test
    void plansInSpiteOfAWrongClock() throws IOException {
        emulator.faults()
                .add(FaultRule.on("DescribeReplicationJobs")
                        .times(1)
                        .then(FaultEffect.of(Fault.CLOCK_SKEW).lasting(Duration.ofMinutes(10))));

        SmcProcess.Ended planned = smc("plan", "wave.csv").exits(0);

        assertThat(planned.out()).contains("create          3");
        assertThat(emulator.journal().entries("DescribeReplicationJobs")).hasSize(2);
    }

    @Test
    void blocksRowsBeyondTheQuotaAndDoubtsNoSourceOfTheirs() throws IOException {
        SmcProcess.Ended planned = smc("plan", "--job-quota", "2", "wave.csv").exits(4);

        assertThat(planned.out())
                .contains("create          2", "blocked         1")
                .doesNotContain("does not know the source");
    }

    @Test
    void changesAJobInPlaceAndSaysWhatItWouldSend() throws IOException {
        smc("apply", "--auto-approve", "wave.csv").exits(0);
        write(row(1, 120), row(2, 80), row(3, 900));

        SmcProcess.Ended plan = smc("plan", "--detailed-exitcode", "--show-requests", "wave.csv")
                .exits(3);
        SmcProcess.Ended applied = smc("apply", "--auto-approve", "wave.csv").exits(3);
        SmcProcess.Ended again = smc("plan", "wave.csv").exits(3);

        assertThat(plan.out())
                .contains("update          1", "system_disk_size: 80 -> 120", "ModifyReplicationJobAttribute")
                .contains("    SystemDiskSize = 120")
                .contains("web-3: conflict", "20 to 500 GiB")
                .doesNotContain("testid", "testsecret");
        assertThat(applied.out()).contains("updated         1", "unchanged       1", "conflict        1");
        assertThat(emulator.jobs()).extracting(SavedPlanIT::systemDisk).containsExactlyInAnyOrder("120", "80", "80");
        assertThat(creates()).isEqualTo(3);
        assertThat(again.out()).contains("unchanged       2", "Nothing would be changed.");
    }

    private static String systemDisk(EmulatedJob job) {
        return String.valueOf(job.parameters().get("SystemDiskSize"));
    }

    private long creates() {
        return emulator.journal().entries("CreateReplicationJob").size();
    }

    private void write(String... rows) throws IOException {
        Files.writeString(folder.resolve("wave.csv"), HEADER + String.join("", rows));
    }

    private static String source(int n) {
        return "s-bp1k4wd9x0tq7mz2000" + n;
    }

    private static String row(int n, int disk) {
        return source(n) + ",web-" + n + ",wave-01,cn-hangzhou,Image,web-" + n + "," + disk + ",app=shop\n";
    }

    private SmcProcess.Ended smc(String command, String... arguments) {
        List<String> all = new ArrayList<>(
                List.of(command, "--endpoint", emulator.endpoint().toString()));
        all.addAll(List.of(arguments));
        return new SmcProcess(folder, all.toArray(String[]::new))
                .with("ALIBABA_CLOUD_ACCESS_KEY_ID", "testid")
                .with("ALIBABA_CLOUD_ACCESS_KEY_SECRET", "testsecret")
                .run();
    }
}
