package io.camelsmc.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The real {@code bin/smc} as a process of its own, with a home directory, a Maven and a credential chain that cannot reach
 * anything outside the test.
 */
public final class SmcProcess {

    private static final Path REPOSITORY = Path.of("").toAbsolutePath();
    private static final Duration LONGEST = Duration.ofSeconds(90);
    private static final List<Ran> RAN = new CopyOnWriteArrayList<>();

    private final Path folder;
    private final List<String> command = new ArrayList<>();
    private final ProcessBuilder builder;
    private final Path out;
    private final Path err;

    /**
     * Prepares a command.
     *
     * @param folder an empty or used folder for the process; it becomes its working directory
     */
    public SmcProcess(Path folder, String... arguments) {
        this(REPOSITORY.resolve("bin/smc"), folder, arguments);
    }

    SmcProcess(Path script, Path folder, String... arguments) {
        this.folder = folder;
        command.add(script.toString());
        command.addAll(List.of(arguments));
        builder = new ProcessBuilder(command).directory(folder.toFile());
        try {
            Path own = Files.createTempDirectory("smc-process");
            out = own.resolve("out");
            err = own.resolve("err");
            Path home = Files.createDirectories(own.resolve("home"));
            Path tools = Files.createDirectories(own.resolve("bin"));
            forbidMaven(tools.resolve("mvn"));
            Map<String, String> environment = builder.environment();
            environment.keySet().removeIf(name -> name.startsWith("ALIBABA_CLOUD_") || name.startsWith("SMC_"));
            environment.put("ALIBABA_CLOUD_ECS_METADATA_DISABLED", "true");
            environment.put("HOME", home.toString());
            environment.put("JAVA_HOME", System.getProperty("java.home"));
            environment.put("JAVA_OPTS", "-Xmx256m -Duser.home=" + home);
            environment.put("PATH", tools + ":" + environment.get("PATH"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void forbidMaven(Path mvn) throws IOException {
        Files.writeString(mvn, "#!/bin/sh\necho 'a test started a nested build' >&2\nexit 99\n");
        assertThat(mvn.toFile().setExecutable(true)).isTrue();
    }

    /** What ran to its end in this virtual machine, so far. */
    static List<Ran> ran() {
        return List.copyOf(RAN);
    }

    /** Sets a variable of the environment; null removes it. */
    SmcProcess with(String name, @Nullable String value) {
        if (value == null) {
            builder.environment().remove(name);
        } else {
            builder.environment().put(name, value);
        }
        return this;
    }

    /** Adds options of the virtual machine. */
    SmcProcess withJavaOptions(String options) {
        builder.environment().merge("JAVA_OPTS", options, (former, more) -> former + " " + more);
        return this;
    }

    /** Runs the command to its end. */
    public Ended run() {
        return start().ended();
    }

    /** Starts the command. */
    Running start() {
        try {
            return new Running(builder.redirectOutput(out.toFile())
                    .redirectError(err.toFile())
                    .redirectInput(ProcessBuilder.Redirect.from(new java.io.File("/dev/null")))
                    .start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A command that runs. */
    final class Running implements AutoCloseable {

        private final Process process;

        private Running(Process process) {
            this.process = process;
        }

        String out() {
            return text(out);
        }

        String err() {
            return text(err);
        }

        /** Waits until standard error or standard output shows a text. */
        Running awaitText(String expected) {
            await().atMost(LONGEST).until(() -> {
                assertThat(process.isAlive() || shows(expected))
                        .as("still running, or shows '%s':%n%s%n%s", expected, out(), err())
                        .isTrue();
                return shows(expected);
            });
            return this;
        }

        private boolean shows(String expected) {
            return out().contains(expected) || err().contains(expected);
        }

        /** Sends a signal such as {@code TERM} or {@code INT}. */
        Running signal(String name) {
            try {
                int code = new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                        .start()
                        .waitFor();
                assertThat(code).isZero();
                return this;
            } catch (IOException | InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }

        /** Waits for the end; a process that hangs is a failure. */
        Ended ended() {
            try {
                boolean ended = process.waitFor(LONGEST.toSeconds(), TimeUnit.SECONDS);
                assertThat(ended)
                        .as("%s in %s ends; so far:%n%s%n%s", command, folder, out(), err())
                        .isTrue();
                assertThat(err()).doesNotContain("nested build");
                RAN.add(new Ran(List.copyOf(command.subList(1, command.size())), process.exitValue()));
                return new Ended(process.exitValue(), out(), err());
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            } finally {
                close();
            }
        }

        @Override
        public void close() {
            process.destroyForcibly();
        }
    }

    /**
     * A command that ended.
     *
     * @param arguments its command line
     * @param code its exit code
     */
    record Ran(List<String> arguments, int code) {}

    /**
     * What a command left behind.
     *
     * @param code exit code
     * @param out standard output
     * @param err standard error
     */
    public record Ended(int code, String out, String err) {

        /** Checks the exit code and shows the output if it differs. */
        public Ended exits(int expected) {
            assertThat(code).as("exit code of%n%s%n%s", out, err).isEqualTo(expected);
            return this;
        }
    }
}
