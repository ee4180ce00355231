package io.camelsmc.spool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.camelsmc.Trees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files of a spool, moved by one runner and by several. */
class SpoolWorkTest {

    @TempDir
    private Path root = Path.of("");

    private final List<SpoolWork> open = new ArrayList<>();

    @BeforeEach
    void prepare() throws IOException {
        runner();
    }

    @AfterEach
    void close() throws IOException {
        for (SpoolWork work : open) {
            work.close();
        }
    }

    private SpoolWork runner() throws IOException {
        SpoolWork work = new SpoolWork(root, 3);
        work.prepare();
        open.add(work);
        return work;
    }

    private Path drop(String name, String text) throws IOException {
        return Files.writeString(root.resolve("in").resolve(name), text);
    }

    /** Every file of the spool that is a wave, as folder and name. */
    private List<String> waves() throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> !root.relativize(file).toString().contains("/."))
                    .map(file -> root.relativize(file).toString().replaceAll("runner-[^/]*", "runner"))
                    .sorted()
                    .toList();
        }
    }

    /** What a runner that was killed leaves: its folder, a lock file that nobody holds, the claimed file. */
    private void die(Path file) throws IOException {
        Path folder = Files.createDirectories(root.resolve("work/runner-0-dead"));
        Files.writeString(folder.resolve(".lock"), "");
        Files.move(file, folder.resolve(file.getFileName()));
    }

    @Test
    void givesEachFileToOneOfManyRunners() throws Exception {
        List<Path> files = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            files.add(drop("wave-" + i + ".csv", "x" + i));
        }
        ExecutorService threads = Executors.newFixedThreadPool(4);
        List<Future<Integer>> taken = new ArrayList<>();
        for (int runner = 0; runner < 4; runner++) {
            SpoolWork work = runner();
            taken.add(threads.submit(() -> {
                int claims = 0;
                for (Path file : files) {
                    work.recover();
                    claims += work.claim(file).isPresent() ? 1 : 0;
                }
                return claims;
            }));
        }
        int claims = 0;
        for (Future<Integer> count : taken) {
            claims += count.get();
        }
        threads.shutdown();

        assertThat(claims).isEqualTo(100);
        assertThat(waves()).hasSize(100).allMatch(name -> name.startsWith("work/runner/"));
    }

    @Test
    void writesOverNothing() throws IOException {
        SpoolWork work = runner();
        Path first = work.claim(drop("a.csv", "first")).orElseThrow();
        drop("a.csv", "second");
        work.giveBack(first);
        work.finish(work.claim(root.resolve("in/a.csv")).orElseThrow(), "done", "a.kept.csv");
        work.finish(work.claim(root.resolve("in/a-2.csv")).orElseThrow(), "done", "a.kept.csv");

        assertThat(waves()).containsExactly("done/a.kept-2.csv", "done/a.kept.csv");
        assertThat(root.resolve("done/a.kept.csv")).hasContent("second");
        assertThat(root.resolve("done/a.kept-2.csv")).hasContent("first");
    }

    @Test
    void leavesTheFilesOfALivingRunnerAlone() throws IOException {
        runner().claim(drop("a.csv", "x"));
        SpoolWork other = runner();

        other.recover();

        assertThat(waves()).containsExactly("work/runner/a.csv");
    }

    @Test
    void takesUpWhatADeadRunnerLeft() throws IOException {
        die(drop("a.csv", "x"));

        runner().recover();

        assertThat(waves()).containsExactly("in/a.csv");
        assertThat(root.resolve("work/runner-0-dead")).doesNotExist();
    }

    @Test
    void setsAFileAsideOverWhichThreeRunnersDied() throws IOException {
        Path file = drop("a.csv", "x");
        for (int death = 0; death < 2; death++) {
            die(file);
            runner().recover();
            assertThat(waves()).containsExactly("in/a.csv");
        }
        die(file);
        runner().recover();

        assertThat(waves()).containsExactly("quarantine/a.csv");
        try (Stream<Path> counts = Files.list(root.resolve("work/.deaths"))) {
            assertThat(counts).isEmpty();
        }
    }

    @Test
    void forgetsTheDeathsOnceAClaimEndedAsItShould() throws IOException {
        Path file = drop("a.csv", "x");
        die(file);
        SpoolWork work = runner();
        work.recover();
        die(file);
        work.recover();
        work.giveBack(work.claim(file).orElseThrow());
        die(file);
        work.recover();

        assertThat(waves()).containsExactly("in/a.csv");
    }

    @Test
    void keepsAFileWhoseEndCannotBeWritten() throws IOException {
        SpoolWork work = runner();
        Files.delete(root.resolve("partial"));
        Files.writeString(root.resolve("partial"), "a file where a folder belongs");
        Path file = drop("a.csv", "x");

        assertThatThrownBy(() -> work.claim(file)).hasMessageContainingAll("partial", "mend its permissions");

        assertThat(file).exists();
    }

    @Test
    void refusesFoldersOnDifferentFileSystems() throws IOException {
        Path elsewhere = Trees.onAnotherFileSystem(root);
        try {
            Files.delete(root.resolve("done"));
            Files.createSymbolicLink(root.resolve("done"), elsewhere);

            assertThatThrownBy(this::runner)
                    .hasMessageContainingAll("done", "different file systems", "one file system");
        } finally {
            Files.delete(elsewhere);
        }
    }

    @Test
    void leavesNoFolderOfARunnerThatEnded() throws IOException {
        SpoolWork work = runner();
        work.giveBack(work.claim(drop("a.csv", "x")).orElseThrow());
        Path folder = RunnerFolder.all(root.resolve("work")).get(0);

        work.close();

        assertThat(folder).doesNotExist();
    }
}
