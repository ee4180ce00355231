package io.camelsmc.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.camelsmc.Trees;
import io.camelsmc.emulator.EmulatedJob;
import io.camelsmc.emulator.EmulatorOptions;
import io.camelsmc.emulator.Fault;
import io.camelsmc.emulator.FaultEffect;
import io.camelsmc.emulator.SmcEmulator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Cases S8, S9 and S10 in a spool: a claimed file that somebody changes, and a folder that somebody takes away, while the first
 * call is on its way. Permissions are not among the means, since they do not bind every user that runs tests.
 */
class SpoolFilesInTroubleIT {

    private static final String HEADER = "source_id,name,region,target_type,image_name,system_disk_size\n";

    @TempDir
    private Path folder = Path.of("");

    private final SmcEmulator emulator;

    SpoolFilesInTroubleIT() throws IOException {
        emulator = SmcEmulator.start(EmulatorOptions.defaults());
    }

    @AfterEach
    void stop() {
        emulator.close();
    }

    private static String row(int number) {
        String name = "shop-web-0" + number;
        return "s-bp1k4wd9x0tq7mz2ncy" + number + "," + name + ",cn-hangzhou,Image," + name + ",40\n";
    }

    /** What happens to the files meanwhile. */
    private interface Trouble {
        void with(Path claimed) throws IOException;
    }

    private CliRun run(Trouble trouble) throws Exception {
        Files.createDirectories(spool("in"));
        Files.writeString(spool("in").resolve("wave.csv"), HEADER + row(1) + row(2));
        emulator.faults()
                .next("CreateReplicationJob", FaultEffect.of(Fault.DELAY).lasting(Duration.ofMillis(500)));
        CompletableFuture<CliRun> run = CompletableFuture.supplyAsync(() -> run());
        await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(5))
                .until(() -> run.isDone() || !emulator.faults().pending());
        trouble.with(claimed());
        return run.get();
    }

    private CliRun run(String... more) {
        List<String> arguments = new ArrayList<>(List.of(
                "run",
                "--drain",
                "--endpoint",
                emulator.endpoint().toString(),
                "--state",
                folder.resolve("state").toString(),
                "--spool",
                folder.resolve("spool").toString()));
        for (String property : List.of("smc.poll=100", "smc.read-lock.interval=20", "smc.redelivery.delay=1")) {
            arguments.addAll(List.of("-p", property));
        }
        arguments.addAll(List.of(more));
        return CliRun.of(arguments.toArray(String[]::new));
    }

    private Path spool(String name) {
        return folder.resolve("spool").resolve(name);
    }

    private Path claimed() throws IOException {
        try (Stream<Path> files = Files.walk(spool("work"))) {
            return files.filter(file -> file.endsWith("wave.csv")).findFirst().orElseThrow();
        }
    }

    private List<String> jobs() {
        return emulator.jobs().stream().map(EmulatedJob::name).sorted().toList();
    }

    private List<String> waves() {
        try (Stream<Path> files = Files.walk(folder.resolve("spool"))) {
            return files.filter(file -> file.toString().endsWith(".csv"))
                    .map(file -> folder.resolve("spool")
                            .relativize(file)
                            .toString()
                            .replaceFirst("\\.\\d{8}T\\d{6}Z\\.[0-9a-f]{8}\\.csv$", ".csv"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void assertTheNextRunHas(int unchanged, int created) {
        assertThat(run().exits(0).out())
                .contains("unchanged " + " ".repeat(12) + unchanged)
                .matches(out -> created == 0 || out.contains("created " + " ".repeat(14) + created), "created");
        assertThat(waves()).containsExactly("done/wave.csv");
        assertThat(jobs()).doesNotHaveDuplicates().hasSize(unchanged + created);
    }

    @Test
    void saysThatAClaimedFileWasRemoved() throws Exception {
        CliRun run = run(Files::delete).exits(1);

        assertThat(run.err()).contains("wave.csv is no longer in ", "put the file into in/ again");
        assertThat(waves()).isEmpty();
        assertThat(reported("created")).isEqualTo(2);
        Files.writeString(spool("in").resolve("wave.csv"), HEADER + row(1) + row(2));
        assertTheNextRunHas(2, 0);
    }

    @Test
    void takesNoDirectoryForTheFileItClaimed() throws Exception {
        CliRun run = run(claimed -> {
                    Files.delete(claimed);
                    Files.createDirectory(claimed);
                })
                .exits(1);

        assertThat(run.err()).contains("wave.csv is no longer in ", "put the file into in/ again");
        assertThat(spool("in")).isEmptyDirectory();
        assertThat(spool("done")).isEmptyDirectory();
        assertThat(jobs()).containsExactly("shop-web-01", "shop-web-02");
    }

    @Test
    void countsWhatAFileHadBeforeItLostRows() throws Exception {
        CliRun run = run(claimed -> Files.writeString(claimed, HEADER + row(1))).exits(0);

        assertThat(run.out()).contains("2 rows\n", "created               2\n");
        assertThat(waves()).containsExactly("done/wave.csv");
        assertThat(reported("created")).isEqualTo(2);
        assertThat(jobs()).containsExactly("shop-web-01", "shop-web-02");
    }

    @Test
    void saysThatAFileWasEmptiedAndLeavesIt() throws Exception {
        CliRun run = run(claimed -> Files.writeString(claimed, "")).exits(1);

        assertThat(run.err()).contains("wave.csv", "is not empty");
        assertThat(waves()).containsExactly("in/wave.csv");
        assertThat(jobs()).containsExactly("shop-web-01", "shop-web-02");
    }

    @Test
    void readsAFileAgainThatHasOtherRowsThoughItsLengthAndTimeAreTheSame() throws Exception {
        CliRun run = run(claimed -> {
                    FileTime time = Files.getLastModifiedTime(claimed);
                    Files.writeString(claimed, HEADER + row(1) + row(3));
                    Files.setLastModifiedTime(claimed, time);
                })
                .exits(0);

        assertThat(run.out()).contains("3 rows\n", "created               3\n");
        assertThat(waves()).containsExactly("done/wave.csv");
        assertThat(jobs()).containsExactly("shop-web-01", "shop-web-02", "shop-web-03");
        assertThat(reported("created")).isEqualTo(3);
    }

    @Test
    void keepsAWaveThatCannotLeaveAndFinishesItInTheNextRun() throws Exception {
        CliRun run = run(claimed -> {
                    Files.delete(spool("done"));
                    Files.writeString(spool("done"), "a file where a folder belongs");
                })
                .exits(1);

        assertThat(run.err()).contains("error: wave.csv ", "done is no folder that can be written", "mend");
        assertThat(waves()).containsExactly("in/wave.csv");
        assertThat(run().exits(1).err()).contains("cannot make ", "/spool/done");
        Files.delete(spool("done"));
        assertTheNextRunHas(2, 0);
    }

    @Test
    void keepsAWaveWhoseFolderWasRemoved() throws Exception {
        CliRun run = run(claimed -> Files.delete(spool("done"))).exits(1);

        assertThat(run.err()).contains("error: wave.csv ", "done is no folder that can be written", "mend");
        assertThat(waves()).containsExactly("in/wave.csv");
        assertTheNextRunHas(2, 0);
    }

    @Test
    void namesARowWhoseReportCannotBeWrittenAndReportsItInTheNextRun() throws Exception {
        CliRun run = run(claimed -> {
                    Files.move(spool("out"), folder.resolve("moved"));
                    Files.writeString(spool("out"), "a file where a folder belongs");
                })
                .exits(1);

        assertThat(run.out())
                .contains("wave.csv:", "not accounted for", "/spool/out/", "wave.ndjson", "run the same command again");
        assertThat(waves()).containsExactly("in/wave.csv");
        Files.delete(spool("out"));
        assertTheNextRunHas(2, 0);
        assertThat(reported("unchanged")).isEqualTo(2);
    }

    @Test
    void findsAFolderOfReportsThatCannotBeMadeBeforeTheFirstCall() throws Exception {
        Files.createDirectories(spool("in"));
        Files.writeString(spool("in").resolve("wave.csv"), HEADER + row(1));
        Files.writeString(spool("out"), "a file where a folder belongs");

        assertThat(run().exits(1).err()).contains("cannot make ", "/spool/out", "--spool");
        assertThat(emulator.journal().entries()).isEmpty();
    }

    /** Case S8. */
    @Test
    void refusesASpoolOverTwoFileSystemsAndTakesOneThatLiesApartFromEverythingElse() throws Exception {
        Path elsewhere = Trees.onAnotherFileSystem(folder);
        try {
            Path wave = Files.writeString(folder.resolve("wave.csv"), HEADER + row(1));
            Files.createDirectories(folder.resolve("spool"));
            Files.createSymbolicLink(spool("done"), elsewhere);
            assertThat(run("--input", wave.toString()).exits(1).err())
                    .contains("/spool/done and ", "/spool/work are on different file systems", "one file system");
            assertThat(emulator.journal().entries()).isEmpty();

            Files.delete(spool("done"));
            Trees.remove(folder.resolve("spool"));
            Files.createSymbolicLink(folder.resolve("spool"), elsewhere);
            run("--input", wave.toString()).exits(0);
            assertThat(elsewhere.resolve("done")).isNotEmptyDirectory();
            assertThat(jobs()).containsExactly("shop-web-01");
        } finally {
            Trees.remove(elsewhere);
        }
    }

    private int reported(String outcome) throws IOException {
        return Files.readAllLines(spool("out").resolve(outcome).resolve("wave.ndjson"))
                .size();
    }
}
