package io.camelsmc.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * How {@code bin/smc} starts: without Camel where it is not needed, and with a class-data archive that it makes by itself
 * and that never shows. The checkout is a copy that shares the jar and the libraries of the real one.
 */
class StartUpIT {

    private static final String SHEET =
            """
            source_id,name,wave,region,target_type,image_name,system_disk_size
            s-bp1k4wd9x0tq7mz2ncy1,shop-web-01,wave-01,cn-hangzhou,Image,shop-web-01,80
            """;

    @TempDir
    private Path folder = Path.of("");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--help",
                "validate wave.csv",
                "plan --offline wave.csv",
                "apply --emulator --auto-approve wave.csv",
                "state list",
                "policy wave.csv"
            })
    void loadsNoClassOfCamel(String command) throws IOException {
        Files.writeString(folder.resolve("wave.csv"), SHEET);

        SmcProcess.Ended ended = new SmcProcess(folder, command.split(" "))
                .withJavaOptions("-Xlog:class+load:file=" + folder.resolve("classes"))
                .run()
                .exits(0);

        assertThat(ended.out() + ended.err()).isNotEmpty();
        try (Stream<String> classes = Files.lines(folder.resolve("classes"))) {
            assertThat(classes.filter(line -> line.contains("] org.apache.camel.")))
                    .isEmpty();
        }
    }

    @Test
    void makesAnArchiveOnceAndThenStartsFromIt() throws IOException {
        // Without blanks: Java 17 archives no class of a jar whose path has one.
        Path home = checkout("checkout");

        SmcProcess.Ended first = smc(home, "version").run().exits(0);
        Path archive = awaitArchive(home.resolve("target/cds"));
        SmcProcess.Ended second = smc(home, "version")
                .withJavaOptions("-Xlog:class+load:file=" + folder.resolve("classes"))
                .run()
                .exits(0);

        assertThat(List.of(first.err(), second.err())).containsOnly("");
        assertThat(second.out()).isEqualTo(first.out());
        assertThat(Files.readString(folder.resolve("classes")))
                .contains("io.camelsmc.cli.command.VersionCommand source: shared objects file");
        assertThat(names(home.resolve("target/cds")))
                .containsExactly(archive.getFileName().toString());
        damagedArchiveIsNotNoticed(home, archive, second.out());
    }

    /** Beside the test above, for an archive takes seconds to make. */
    private void damagedArchiveIsNotNoticed(Path home, Path archive, String expected) throws IOException {
        assertThat(archive.toFile().setWritable(true)).isTrue();
        byte[] good = Files.readAllBytes(archive);
        for (byte[] bad : List.of(new byte[0], new byte[] {1, 2, 3}, Arrays.copyOf(good, good.length / 2))) {
            Files.write(archive, bad);

            SmcProcess.Ended ended = smc(home, "version").run().exits(0);

            assertThat(ended.out()).isEqualTo(expected);
            assertThat(ended.err()).isEmpty();
        }
    }

    @Test
    void startsFromACheckoutThatCannotBeWrittenTo() throws IOException {
        Path home = checkout("readonly");
        Path blocked = Files.writeString(home.resolve("target/cds"), "a file where the directory should be");

        SmcProcess.Ended ended = smc(home, "version")
                .with("HOME", "/nonexistent")
                .with("XDG_CACHE_HOME", null)
                .run()
                .exits(0);

        assertThat(ended.err()).isEmpty();
        assertThat(blocked).hasContent("a file where the directory should be");
    }

    @Test
    void starts(@TempDir Path elsewhere) throws IOException {
        Path link = Files.createSymbolicLink(
                elsewhere.resolve("smc"), checkout("with blanks in it").resolve("bin/smc"));

        SmcProcess.Ended ended = new SmcProcess(link, folder, "version")
                .with("SMC_CDS", "off")
                .with("JAVA_OPTS", "-XX:+UseParallelGC")
                .run()
                .exits(0);

        assertThat(ended.out()).startsWith("camel-smc ");
        assertThat(ended.err()).isEmpty();
    }

    private SmcProcess smc(Path home, String... arguments) {
        return new SmcProcess(home.resolve("bin/smc"), folder, arguments);
    }

    private static Path awaitArchive(Path directory) {
        List<Path> found = new ArrayList<>();
        await().atMost(Duration.ofMinutes(2)).until(() -> {
            found.clear();
            try (Stream<Path> files = Files.list(directory)) {
                files.filter(file -> file.toString().endsWith(".jsa")).forEach(found::add);
            }
            // The claim goes last.
            return found.size() == 1 && names(directory).size() == 1;
        });
        return found.get(0);
    }

    private static List<String> names(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private Path checkout(String name) throws IOException {
        Path real = Path.of("").toAbsolutePath();
        Path home = folder.resolve(name);
        Files.createDirectories(home.resolve("bin"));
        Files.createDirectories(home.resolve("src/main"));
        Files.createDirectories(home.resolve("target/lib"));
        Files.copy(real.resolve("bin/smc"), home.resolve("bin/smc"));
        Files.copy(real.resolve("pom.xml"), home.resolve("pom.xml"));
        Files.setLastModifiedTime(home.resolve("pom.xml"), FileTime.fromMillis(0));
        String jar = "target/camel-smc-" + System.getProperty("smc.version", "0.1.0") + ".jar";
        Files.copy(real.resolve(jar), home.resolve(jar));
        try (Stream<Path> libraries = Files.list(real.resolve("target/lib"))) {
            for (Path library : libraries.toList()) {
                Files.createLink(home.resolve("target/lib").resolve(library.getFileName()), library);
            }
        }
        return home;
    }
}
