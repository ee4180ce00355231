package io.camelsmc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * When {@code bin/smc} builds, and how it starts Java. A small checkout with a Maven and a Java that only write down how
 * they were called stands in for the real ones.
 */
class BinSmcIT {

    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");

    @TempDir
    private Path folder = Path.of("");

    private Path home;
    private Path calls;

    @BeforeEach
    void checkOut() throws IOException {
        home = Files.createDirectories(folder.resolve("a checkout"));
        calls = folder.resolve("mvn-calls");
        write("pom.xml", "<project>\n  <version>9.9</version>\n</project>\n");
        write("src/main/java/A.java", "class A {}\n");
        write("src/main/java/B.java", "class B {}\n");
        Path bin = Files.createDirectories(home.resolve("bin"));
        Files.copy(Path.of("bin/smc"), bin.resolve("smc"));
        script("tools/mvn", "echo \"$@\" >> '" + calls + "'", "mkdir -p target/lib", "date > target/camel-smc-9.9.jar");
        script("jdk/bin/java", "for word in \"$@\"; do echo \"$word\"; done");
        ageEverything(NOW);
    }

    @Test
    void buildsAFreshCloneOnceAndSaysSo() {
        SmcProcess.Ended first = smc("--version").exits(0);
        SmcProcess.Ended second = smc("--version").exits(0);

        assertThat(first.err()).isEqualTo("smc: building once, this takes a minute or two …\n");
        assertThat(second.err()).isEmpty();
        assertThat(builds()).isEqualTo(1);
    }

    @Test
    void takesTheJarThatMavenMade() throws IOException {
        builtByMaven(NOW.plusSeconds(60));

        smc("--version").exits(0);

        assertThat(builds()).isZero();
    }

    @Test
    void buildsAgainWhenASourceWasPulled() throws IOException {
        builtByMaven(NOW.plusSeconds(60));
        write("src/main/java/A.java", "class A { int pulled; }\n");
        age(home.resolve("src/main/java/A.java"), NOW.plusSeconds(120));

        smc("--version").exits(0);
        smc("--version").exits(0);

        assertThat(builds()).isEqualTo(1);
    }

    @Test
    void buildsAgainWhenASourceWasRemoved() throws IOException {
        builtByMaven(NOW.plusSeconds(60));
        Files.delete(home.resolve("src/main/java/B.java"));

        smc("--version").exits(0);

        assertThat(builds()).isEqualTo(1);
    }

    @Test
    void buildsAgainWhenTheLibrariesAreGone() throws IOException {
        builtByMaven(NOW.plusSeconds(60));
        Files.delete(home.resolve("target/lib"));

        smc("--version").exits(0);

        assertThat(builds()).isEqualTo(1);
    }

    @Test
    void buildsOnceWhenTheSourcesComeFromAFastClock() throws IOException {
        ageEverything(Instant.now().plus(Duration.ofDays(2)));

        smc("--version").exits(0);
        smc("--version").exits(0);

        assertThat(builds()).isEqualTo(1);
    }

    @Test
    void doesNotBuildBecauseAFileWasTouched() throws IOException {
        smc("--version").exits(0);
        age(home.resolve("src/main/java/A.java"), Instant.now().plusSeconds(3600));

        smc("--version").exits(0);

        assertThat(builds()).isEqualTo(1);
    }

    @Test
    void showsTheLogOfABuildThatFails() throws IOException {
        script("tools/mvn", "echo 'no such dependency'", "exit 1");

        SmcProcess.Ended ended = smc("--version").exits(1);

        assertThat(ended.err()).contains("no such dependency").contains("error: the build failed");
        assertThat(ended.out()).isEmpty();
    }

    @Test
    void startsThroughLinksFromAnotherFolder() throws IOException {
        Path elsewhere = Files.createDirectories(folder.resolve("some where"));
        Files.createSymbolicLink(elsewhere.resolve("hop"), home.resolve("bin/smc"));
        Path link = Files.createSymbolicLink(elsewhere.resolve("smc"), Path.of("hop"));

        SmcProcess.Ended ended = prepared(link, "run", "two words").run().exits(0);

        assertThat(ended.out().lines())
                .contains("-Dsmc.home=" + home.toRealPath())
                .endsWith("run", "two words");
    }

    @Test
    void handsJavaOptionsOn() {
        SmcProcess.Ended ended = prepared(home.resolve("bin/smc"), "--version")
                .with("JAVA_OPTS", "-Xmx99m -Dsome=thing")
                .run()
                .exits(0);

        assertThat(ended.out().lines()).containsSubsequence("-Xmx99m", "-Dsome=thing", "io.camelsmc.cli.Main");
    }

    @Test
    void saysWhereItLookedForJava() {
        SmcProcess.Ended ended = prepared(home.resolve("bin/smc"), "--version")
                .with("JAVA_HOME", "/no/such/jdk")
                .run()
                .exits(1);

        assertThat(ended.err()).contains("/no/such/jdk/bin/java").contains("JDK 17");
    }

    private SmcProcess.Ended smc(String... arguments) {
        return prepared(home.resolve("bin/smc"), arguments).run();
    }

    private SmcProcess prepared(Path script, String... arguments) {
        return new SmcProcess(script, folder, arguments)
                .with("JAVA_HOME", folder.resolve("jdk").toString())
                .with("JAVA_OPTS", null)
                .with("SMC_CDS", "off")
                .with("PATH", folder.resolve("tools") + ":" + System.getenv("PATH"));
    }

    private long builds() {
        try {
            return Files.exists(calls) ? Files.readAllLines(calls).size() : 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void builtByMaven(Instant time) throws IOException {
        Files.createDirectories(home.resolve("target/lib"));
        write("target/camel-smc-9.9.jar", "made by mvn verify");
        age(home.resolve("target/camel-smc-9.9.jar"), time);
    }

    private void write(String name, String text) throws IOException {
        Path file = home.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private void script(String name, String... lines) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, "#!/bin/sh\n" + String.join("\n", lines) + "\n");
        assertThat(file.toFile().setExecutable(true)).isTrue();
    }

    private void ageEverything(Instant time) throws IOException {
        List<Path> all;
        try (Stream<Path> tree = Files.walk(home)) {
            all = tree.toList();
        }
        for (Path path : all) {
            age(path, time);
        }
    }

    private static void age(Path path, Instant time) throws IOException {
        Files.setLastModifiedTime(path, FileTime.from(time));
    }
}
