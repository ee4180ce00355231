package io.camelsmc.examples;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.camelsmc.cli.SmcProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Runs the command of each example's README in a copy of the example and compares what it leaves behind with
 * {@code expected/}. Start with {@code -Dexamples.update=true} to write {@code expected/} anew.
 */
class ExamplesIT {

    private static final Path EXAMPLES = Path.of("examples").toAbsolutePath();
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> CHANGING = List.of("job_id", "request_id");

    @TempDir
    private Path folder;

    static Stream<String> everyExample() {
        return children(EXAMPLES).filter(Files::isDirectory).map(example -> example.getFileName()
                .toString());
    }

    static Stream<String> examplesWithExpectedOutput() {
        return everyExample().filter(example -> !command(example).isEmpty());
    }

    @ParameterizedTest
    @MethodSource("everyExample")
    void tellsWhatItIs(String example) throws IOException {
        JsonNode metadata =
                JSON.readTree(EXAMPLES.resolve(example + "/metadata.json").toFile());

        assertThat(metadata.path("title").asText()).isNotBlank();
        assertThat(metadata.path("description").asText()).endsWith(".");
        assertThat(metadata.path("tags")).isNotEmpty();
        assertThat(metadata.path("level").asText()).isIn("beginner", "intermediate", "advanced");
        assertThat(EXAMPLES.resolve(example + "/README.md")).isNotEmptyFile();
    }

    @Test
    void someExampleHasExpectedOutput() {
        assertThat(examplesWithExpectedOutput()).contains("first-wave");
    }

    @ParameterizedTest
    @MethodSource("examplesWithExpectedOutput")
    void endsAsItsReadmeSays(String example) throws IOException {
        copy(EXAMPLES.resolve(example), folder.resolve("examples").resolve(example));
        Path expected = EXAMPLES.resolve(example).resolve("expected");

        SmcProcess.Ended ended = new SmcProcess(folder, command(example).toArray(String[]::new)).run();

        Map<String, String> found = new TreeMap<>(outcomes(folder.resolve("spool/out")));
        found.put("exit-code", ended.code() + "\n");
        found.put("stdout.txt", masked(ended.out()));
        if (Boolean.getBoolean("examples.update")) {
            for (Map.Entry<String, String> file : found.entrySet()) {
                Path target = expected.resolve(file.getKey());
                Files.createDirectories(target.getParent());
                Files.writeString(target, file.getValue());
            }
        }
        assertThat(found).as(ended.err()).isEqualTo(contents(expected));
    }

    @ParameterizedTest
    @MethodSource("examplesWithExpectedOutput")
    void showsInItsReadmeWhatTheUserSees(String example) throws IOException {
        String readme = Files.readString(EXAMPLES.resolve(example + "/README.md"));

        assertThat(readme).contains(Files.readString(EXAMPLES.resolve(example + "/expected/stdout.txt")));
    }

    /** The arguments of the command that the README tells to run; empty when it tells none that ends by itself. */
    private static List<String> command(String example) {
        try (Stream<String> lines = Files.lines(EXAMPLES.resolve(example + "/README.md"))) {
            return lines.filter(line -> line.startsWith("bin/smc run ") && line.contains(" --drain "))
                    .findFirst()
                    .map(line -> List.of(line.substring("bin/smc ".length()).split(" ")))
                    .orElse(List.of());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The outcome files by name, each with its lines in the order of the input and without what changes from run to run. */
    private static Map<String, String> outcomes(Path out) throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(out)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                List<ObjectNode> lines = new ArrayList<>();
                for (String line : Files.readAllLines(file)) {
                    lines.add((ObjectNode) JSON.readTree(line));
                }
                lines.sort(Comparator.comparingInt(line -> line.path("line").asInt()));
                StringBuilder text = new StringBuilder();
                for (ObjectNode line : lines) {
                    CHANGING.stream().filter(line::has).forEach(name -> line.put(name, "*"));
                    text.append(masked(line.toString())).append('\n');
                }
                files.put("out/" + out.relativize(file), text.toString());
            }
        }
        return files;
    }

    private static final Pattern TIME = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?Z");

    private static final Pattern REQUEST_ID = Pattern.compile("RequestId [0-9A-F-]{36}");
    private static final Pattern JOB_ID = Pattern.compile("\\bj-[0-9a-z]{20}\\b");

    private static String masked(String line) {
        String timeless = TIME.matcher(line).replaceAll("<time>");
        String anyRequest = REQUEST_ID.matcher(timeless).replaceAll("RequestId *");
        return JOB_ID.matcher(anyRequest).replaceAll("j-*");
    }

    private static Map<String, String> contents(Path folder) throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                files.put(folder.relativize(file).toString(), Files.readString(file));
            }
        }
        return files;
    }

    private static Stream<Path> children(Path folder) {
        try (Stream<Path> children = Files.list(folder)) {
            return children.sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path path : all.toList()) {
                Path target = to.resolve(from.relativize(path));
                if (Files.isDirectory(path)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(path, target);
                }
            }
        }
    }
}
