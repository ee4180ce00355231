package io.camelsmc.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.camelsmc.emulator.EmulatedJob;
import io.camelsmc.emulator.EmulatorOptions;
import io.camelsmc.emulator.Fault;
import io.camelsmc.emulator.FaultEffect;
import io.camelsmc.emulator.SmcEmulator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Cases S9 and S10 of {@code apply}: the sheet or the folder of its reports goes between the plan and the last row. */
class ApplyFilesInTroubleIT {

    private static final String HEADER = "source_id,name,region,target_type,image_name,system_disk_size\n";

    @TempDir
    private Path folder = Path.of("");

    private final SmcEmulator emulator;

    ApplyFilesInTroubleIT() throws IOException {
        emulator = SmcEmulator.start(EmulatorOptions.defaults());
    }

    @BeforeEach
    void writeTheSheet() throws IOException {
        Files.writeString(wave(), HEADER + row(1, 40) + row(2, 40) + row(3, 8));
    }

    @AfterEach
    void stop() {
        emulator.close();
    }

    private static String row(int number, int disk) {
        String name = "shop-web-0" + number;
        return "s-bp1k4wd9x0tq7mz2ncy" + number + "," + name + ",cn-hangzhou,Image," + name + "," + disk + "\n";
    }

    /** What happens to the files while the first call is on its way. */
    private interface Trouble {
        void happens() throws IOException;
    }

    private CliRun apply(Path file, Trouble trouble) throws Exception {
        emulator.faults()
                .next("CreateReplicationJob", FaultEffect.of(Fault.DELAY).lasting(Duration.ofMillis(500)));
        CompletableFuture<CliRun> run = CompletableFuture.supplyAsync(() -> apply(file));
        await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(5))
                .until(() -> run.isDone() || !emulator.faults().pending());
        trouble.happens();
        return run.get();
    }

    private CliRun apply(Path file) {
        return smc("apply", "--auto-approve", "--rate", "0", "--report", out().toString(), file.toString());
    }

    private CliRun smc(String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of(
                "--endpoint",
                emulator.endpoint().toString(),
                "--state",
                folder.resolve("state").toString()));
        return CliRun.of(all.toArray(String[]::new));
    }

    private Path wave() {
        return folder.resolve("wave.csv");
    }

    private Path out() {
        return folder.resolve("out");
    }

    private List<String> jobs() {
        return emulator.jobs().stream().map(EmulatedJob::name).sorted().toList();
    }

    @Test
    void goesByTheSheetAsItWasPlannedAndGivesItsBadRowBackThoughTheSheetIsGone() throws Exception {
        CliRun run = apply(wave(), () -> Files.delete(wave())).exits(3);

        assertThat(run.err()).doesNotContain("error:");
        assertThat(jobs()).containsExactly("shop-web-01", "shop-web-02");
        assertThat(Files.readString(out().resolve("wave.rejected.csv"))).contains("shop-web-03");
        assertThat(apply(wave()).exits(1).err()).contains("cannot read ", "wave.csv (no such file)");
    }

    @Test
    void replacesTheReportsOfAFormerRunThoughTheSheetIsGone() throws Exception {
        Files.writeString(wave(), HEADER + row(1, 40) + row(3, 8));
        apply(wave()).exits(3);
        Files.writeString(wave(), HEADER + row(2, 40) + row(4, 8));

        CliRun run = apply(wave(), () -> Files.delete(wave())).exits(3);

        assertThat(run.err()).doesNotContain("error:");
        assertThat(Files.readString(out().resolve("wave.rejected.csv")))
                .contains("shop-web-04")
                .doesNotContain("shop-web-03");
    }

    @Test
    void mixesNoRowsOfASheetThatIsChangedMeanwhile() throws Exception {
        CliRun run = apply(wave(), () -> Files.writeString(wave(), HEADER + row(5, 8) + row(6, 40)))
                .exits(3);

        assertThat(run.out()).contains("2 of 3 rows are as wanted");
        assertThat(jobs()).containsExactly("shop-web-01", "shop-web-02");
        assertThat(Files.readString(out().resolve("wave.rejected.csv")))
                .contains("shop-web-03")
                .doesNotContain("shop-web-05");
        assertThat(Files.readString(out().resolve("report.csv"))).doesNotContain("shop-web-06");
        apply(wave()).exits(3);
        assertThat(jobs()).containsExactly("shop-web-01", "shop-web-02", "shop-web-06");
    }

    @Test
    void appliesASavedPlanThoughItsSheetWasTruncatedOrIsADirectoryNow() throws Exception {
        Path plan = folder.resolve("plan.json");
        smc("plan", "--out", plan.toString(), wave().toString());
        Files.writeString(wave(), "");
        CliRun changed = apply(plan).exits(3);
        Files.delete(wave());
        Files.createDirectory(wave());
        apply(plan).exits(3);

        assertThat(changed.err()).contains("wave.csv was changed after the plan was made");
        assertThat(jobs()).containsExactly("shop-web-01", "shop-web-02");
    }

    @Test
    void saysWhatItCameToWhenTheReportsCannotBeWrittenAndWritesThemInTheNextRun() throws Exception {
        CliRun run = apply(wave(), () -> {
                    Files.move(out(), folder.resolve("moved"));
                    Files.writeString(out(), "a file where a folder belongs");
                })
                .exits(1);

        assertThat(run.err()).contains("error: the run is over, but its report cannot be written to ", "run the same");
        assertThat(run.out()).contains("2 of 3 rows are as wanted");
        assertThat(apply(wave()).exits(1).err()).contains("cannot write to ", "--report");
        Files.delete(out());
        apply(wave()).exits(3);
        assertThat(out().resolve("report.csv")).content().contains("unchanged");
        assertThat(jobs()).containsExactly("shop-web-01", "shop-web-02");
        assertThat(emulator.journal().entries("CreateReplicationJob")).hasSize(2);
    }
}
