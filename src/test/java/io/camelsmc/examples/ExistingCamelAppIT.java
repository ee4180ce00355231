package io.camelsmc.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.camelsmc.Trees;
import io.camelsmc.emulator.EmulatorOptions;
import io.camelsmc.emulator.SmcEmulator;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Builds and runs the example as somebody outside would: with its own pom, against the jar and the pom of this build. They
 * stand in the local repository under a version of their own while the test runs.
 */
class ExistingCamelAppIT {

    private static final Path EXAMPLE = Path.of("examples/existing-camel-app");
    private static final String VERSION = System.getProperty("smc.version", "0.1.0");
    private static final String TEST_VERSION =
            VERSION + "-example-" + ProcessHandle.current().pid();
    private static final Path LOCAL =
            Path.of(System.getProperty("localRepository", System.getProperty("user.home") + "/.m2/repository"));
    private static final Path INSTALLED = LOCAL.resolve("io/camelsmc/camel-smc").resolve(TEST_VERSION);

    /** What only the command line, the schedules and the databases need. */
    private static final String[] HEAVY = {
        "picocli", "sqlite", "postgresql", "quartz", "flyway", "camel-http", "camel-jms"
    };

    @TempDir
    private static Path folder;

    private static Path app;

    @BeforeAll
    static void installAndBuild() throws Exception {
        Path jar = Path.of(System.getProperty("smc.jar", "target/camel-smc-" + VERSION + ".jar"));
        Files.createDirectories(INSTALLED);
        Files.copy(jar, INSTALLED.resolve("camel-smc-" + TEST_VERSION + ".jar"), StandardCopyOption.REPLACE_EXISTING);
        String pom = Files.readString(Path.of("pom.xml"));
        Files.writeString(
                INSTALLED.resolve("camel-smc-" + TEST_VERSION + ".pom"),
                pom.replaceFirst("<version>" + VERSION + "</version>", "<version>" + TEST_VERSION + "</version>"));
        app = folder.resolve("existing-camel-app");
        copy(EXAMPLE, app);
        maven(app, "verify", "-Dcamel-smc.version=" + TEST_VERSION);
    }

    @AfterAll
    static void uninstall() throws IOException {
        Trees.remove(INSTALLED);
    }

    @Test
    void passesItsOwnTest() throws IOException {
        assertThat(Files.readString(app.resolve("target/surefire-reports/com.example.shop.MigrationRouteTest.txt")))
                .contains("Tests run: 1, Failures: 0, Errors: 0, Skipped: 0");
    }

    @Test
    void runsAgainstAnEndpointGivenFromOutside() throws Exception {
        try (SmcEmulator emulator = SmcEmulator.start(EmulatorOptions.defaults())) {
            File log = folder.resolve("app.log").toFile();
            ProcessBuilder builder = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-Xmx256m",
                            "-XX:+UseSerialGC",
                            "-Dcamel.component.smc.endpoint=" + emulator.endpoint(),
                            "-cp",
                            "target/classes" + File.pathSeparator + "target/lib/*",
                            "com.example.shop.ShopIntegration")
                    .directory(app.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(log);
            builder.environment().put("ALIBABA_CLOUD_ACCESS_KEY_ID", "testid");
            builder.environment().put("ALIBABA_CLOUD_ACCESS_KEY_SECRET", "testsecret");
            Process process = builder.start();
            try {
                Path requests = app.resolve("migration/requests");
                await().atMost(Duration.ofSeconds(60)).until(() -> Files.isDirectory(requests));
                for (String name : List.of("shop-web-01.json", "shop-web-02.json")) {
                    Files.copy(app.resolve("input").resolve(name), requests.resolve(name));
                }
                await().atMost(Duration.ofSeconds(60))
                        .until(() -> Files.exists(app.resolve("migration/answers/shop-web-01.txt"))
                                && Files.exists(app.resolve("migration/needs-a-person/shop-web-02.txt")));

                process.destroy();
                assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
            } finally {
                process.destroyForcibly();
            }
            assertThat(emulator.jobs()).hasSize(1);
            assertThat(app.resolve("migration/answers/shop-web-01.txt"))
                    .hasContent("created " + emulator.jobs().get(0).jobId());
            assertThat(app.resolve("migration/state/journal.db")).isNotEmptyFile();
            assertThat(Files.readString(log.toPath())).doesNotContain("testsecret");
        }
    }

    @Test
    void hasWhatItAddedForTheJournalAndNothingHeavyElse() throws IOException {
        List<String> libraries = names(app.resolve("target/lib"));

        assertThat(libraries)
                .anyMatch(name -> name.startsWith("sqlite-jdbc"))
                .anyMatch(name -> name.startsWith("flyway-core"))
                .noneMatch(name -> name.startsWith("picocli"))
                .noneMatch(name -> name.startsWith("postgresql"))
                .noneMatch(name -> name.contains("quartz"))
                .noneMatch(name -> name.startsWith("camel-http"));
    }

    @Test
    void bringsOnlyLightLibrariesToAnApplicationThatAddsNothing() throws Exception {
        Path bare = Files.createDirectories(folder.resolve("bare"));
        Files.writeString(
                bare.resolve("pom.xml"),
                """
                <project xmlns="http://maven.apache.org/POM/4.0.0">
                  <modelVersion>4.0.0</modelVersion>
                  <groupId>com.example</groupId>
                  <artifactId>bare</artifactId>
                  <version>1.0</version>
                  <dependencies>
                    <dependency>
                      <groupId>io.camelsmc</groupId>
                      <artifactId>camel-smc</artifactId>
                      <version>%s</version>
                    </dependency>
                  </dependencies>
                </project>
                """
                        .formatted(TEST_VERSION));

        maven(
                bare,
                "org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies",
                "-DincludeScope=runtime",
                "-DoutputDirectory=" + bare.resolve("lib"));

        List<String> libraries = names(bare.resolve("lib"));
        assertThat(libraries)
                .anyMatch(name -> name.startsWith("camel-smc-"))
                .anyMatch(name -> name.startsWith("camel-support-"))
                .anyMatch(name -> name.startsWith("httpclient5-"));
        for (String heavy : HEAVY) {
            assertThat(libraries).noneMatch(name -> name.contains(heavy));
        }
        assertThat(libraries).noneMatch(name -> name.contains("junit") || name.contains("logback"));
    }

    @Test
    void namesTheVersionsOfThisProject() throws IOException {
        String pom = Files.readString(Path.of("pom.xml"));
        String example = Files.readString(EXAMPLE.resolve("pom.xml"));

        for (String property : List.of("camel", "sqlite", "flyway")) {
            String version = pom.replaceAll("(?s).*<" + property + "\\.version>([^<]+)<.*", "$1");
            assertThat(example).as(property).contains(">" + version + "<");
        }
        assertThat(example).contains("<camel-smc.version>" + VERSION + "</camel-smc.version>");
        assertThat(Files.readString(EXAMPLE.resolve("README.md"))).contains("<version>" + VERSION + "</version>");
    }

    /** Without the network first, since everything is there after a build of this project; else with it. */
    private static void maven(Path where, String... arguments) throws Exception {
        String offline = run(where, true, arguments);
        if (offline != null) {
            assertThat(run(where, false, arguments))
                    .as("after, without network: %s", offline)
                    .isNull();
        }
    }

    /** The output of a Maven that failed, or null. */
    private static String run(Path where, boolean offline, String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of("mvn", "-B", "-q", "-Dmaven.repo.local=" + LOCAL));
        if (offline) {
            command.add("-o");
        }
        command.addAll(List.of(arguments));
        File log = File.createTempFile("maven", ".log", folder.toFile());
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(where.toFile())
                .redirectErrorStream(true)
                .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
                .redirectOutput(log);
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().keySet().removeIf(name -> name.startsWith("MAVEN_") || name.startsWith("ALIBABA_CLOUD_"));
        Process process = builder.start();
        boolean ended = process.waitFor(5, TimeUnit.MINUTES);
        process.destroyForcibly();
        String output = Files.readString(log.toPath());
        assertThat(ended).as("Maven ends; so far: %s", output).isTrue();
        return process.exitValue() == 0 ? null : output;
    }

    private static List<String> names(Path libraries) throws IOException {
        try (Stream<Path> files = Files.list(libraries)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path path : all.toList()) {
                Path relative = from.relativize(path);
                if (relative.startsWith("target") || relative.startsWith("migration")) {
                    continue;
                }
                if (Files.isDirectory(path)) {
                    Files.createDirectories(to.resolve(relative));
                } else {
                    Files.copy(path, to.resolve(relative));
                }
            }
        }
    }
}
