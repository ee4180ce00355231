package io.camelsmc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.camelsmc.cli.exit.ExitCode;
import io.camelsmc.client.ErrorTable;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code bin/smc} as a process: help, versions, wrong usage, the emulator and explanations. */
class CommandLineIT {

    @TempDir
    private Path folder = Path.of("");

    static Stream<String> commands() {
        return Main.commandLine().getSubcommands().keySet().stream().filter(name -> !name.equals("help"));
    }

    static Stream<String> allCommands() {
        return CommandReference.all(Main.commandLine()).stream()
                .map(command -> command.getCommandSpec().qualifiedName())
                .filter(name -> !name.equals("smc"))
                .map(name -> name.substring("smc ".length()));
    }

    @Test
    void listsItsCommandsAndExitCodes() {
        SmcProcess.Ended ended = smc("--help").exits(0);

        commands().forEach(command -> assertThat(ended.out()).contains("  " + command));
        for (ExitCode code : ExitCode.values()) {
            assertThat(ended.out().replaceAll("\\s+", " ")).contains(" " + code.code() + " " + code.meaning());
        }
        assertThat(ended.err()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("allCommands")
    void explainsEveryCommand(String command) {
        assertThat(smc((command + " --help").split(" ")).exits(0).out()).startsWith("Usage: smc " + command);
        assertThat(CliRun.of((command + " -h").split(" ")).exits(0).out()).startsWith("Usage: smc " + command);
        assertThat(CliRun.of((command + " -V").split(" ")).exits(0).out()).startsWith("camel-smc ");
    }

    @Test
    void tellsItsVersion() {
        assertThat(smc("--version").exits(0).out())
                .startsWith("camel-smc " + System.getProperty("smc.version", "0.1.0"));
    }

    @Test
    void honoursJavaOptions() {
        SmcProcess.Ended ended = new SmcProcess(folder, "--version")
                .withJavaOptions("-XX:+PrintFlagsFinal -XX:MaxRAM=777m")
                .run()
                .exits(0);

        assertThat(ended.out()).containsPattern("MaxRAM += 814743552");
    }

    @Test
    void tellsItsVersionForEveryCommand() {
        Main.commandLine().getSubcommands().values().stream()
                .filter(command -> command.getCommandSpec().optionsMap().containsKey("--version"))
                .forEach(command -> assertThat(command.getCommandSpec().version())
                        .as(command.getCommandName())
                        .isNotEmpty());
    }

    @ParameterizedTest
    @CsvSource({"run --emulatr, --emulator", "run --drian, --drain", "rnu, run", "emulater, emulator"})
    void suggestsWhatWasMeant(String typed, String meant) {
        SmcProcess.Ended ended = smc(typed.split(" ")).exits(64);

        assertThat(ended.err()).startsWith("error: ").contains(meant).contains("--help'");
        assertThat(ended.out()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "run --timeout 5",
                "run --drain --timeout 0",
                "run --drain --timeout soon",
                "run --json",
                "run --emulator --endpoint http://127.0.0.1:1",
                "run --emulator --quota -1",
                "emulator --port 70000",
                "emulator --port many",
                "explain",
                "explain A B"
            })
    void exitsWith64OnWrongUsage(String arguments) {
        SmcProcess.Ended ended =
                smc(arguments.isEmpty() ? new String[0] : arguments.split(" ")).exits(64);

        assertThat(ended.err()).startsWith("error: ");
        assertThat(ended.out()).isEmpty();
    }

    @Test
    void servesAnEmulatorUntilSigterm() throws Exception {
        try (SmcProcess.Running running =
                new SmcProcess(folder, "emulator").start().awaitText("listening on ")) {
            Matcher line = Pattern.compile("listening on (http://127\\.0\\.0\\.1:\\d+)\n")
                    .matcher(running.out());
            assertThat(line.matches()).as(running.out()).isTrue();
            HttpResponse<String> answer = HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(URI.create(line.group(1) + "/?Action=DescribeReplicationJobs"))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).isBetween(400, 499);

            SmcProcess.Ended ended = running.signal("TERM").ended().exits(0);
            assertThat(ended.err()).isEmpty();
        }
    }

    @Test
    void servesTheControlApiOfTheEmulatorOnlyWhenAsked() throws Exception {
        try (SmcProcess.Running running = new SmcProcess(folder, "emulator", "--control-port", "0")
                .start()
                .awaitText("control on ")) {
            Matcher line = Pattern.compile("control on (http://127\\.0\\.0\\.1:\\d+)\n")
                    .matcher(running.out());
            assertThat(line.find()).as(running.out()).isTrue();
            HttpResponse<String> answer = HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(URI.create(line.group(1) + "/jobs"))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body().strip()).isEqualTo("[ ]");
            running.signal("TERM").ended().exits(0);
        }
        assertThat(smc("emulator", "--control-port", "70000").exits(64).err()).contains("--control-port");
    }

    @Test
    void saysThatThePortOfTheEmulatorIsTaken() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            SmcProcess.Ended ended = smc("emulator", "--port", Integer.toString(taken.getLocalPort()))
                    .exits(1);

            assertThat(ended.err())
                    .startsWith("error: cannot listen on 127.0.0.1:" + taken.getLocalPort())
                    .contains("choose another --port");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[{\"fault\": \"THROTTEL\"}]  | faults[0].fault: unknown name THROTTEL",
                "[{\"fualt\": \"THROTTLE\"}]  | faults[0].fualt: unknown field",
                "[{\"fault\":                 | not JSON"
            })
    void namesTheFieldOfABadFaultFile(String text, String message) throws Exception {
        Files.writeString(folder.resolve("faults.json"), text);

        assertThat(smc("emulator", "--faults", "faults.json").exits(1).err())
                .startsWith("error: cannot start the emulator: faults.json: ")
                .contains(message);
    }

    @Test
    void namesAFaultFileThatIsMissing() {
        assertThat(smc("emulator", "--faults", "none.json").exits(1).err()).contains("none.json", "no such file");
    }

    @Test
    void namesASourcesFileThatIsMissing() {
        assertThat(smc("emulator", "--sources", "none.csv").exits(1).err()).contains("none.csv", "no such file");
    }

    @Test
    void explainsACode() {
        assertThat(smc("explain", "SourceServerState.Invalid").exits(0).out())
                .contains("class        conflict", "what to do", "meaning");
    }

    @Test
    void explainsTheClassOfEveryCodeOfTheTable() {
        ErrorTable.standard().entries().forEach(entry -> {
            assertThat(entry.meaning()).as(entry.code()).isNotBlank();
            assertThat(entry.advice()).as(entry.code()).isNotBlank();
        });
    }

    @Test
    void saysThatACodeIsUnknownAndWhatHolds() {
        SmcProcess.Ended ended = smc("explain", "No.Such\u001b[31mCode").exits(0);

        assertThat(ended.out()).contains("not in the table").doesNotContain("\u001b");
    }

    @ParameterizedTest
    @CsvSource({"sourceserverstate.invalid, SourceServerState.Invalid", "Throtling.User, Throttling.User"})
    void suggestsTheCodeThatWasMeant(String typed, String meant) {
        assertThat(smc("explain", typed).exits(0).out()).contains(meant);
    }

    @Test
    void printsItsVersionsAsJson() throws Exception {
        JsonNode versions =
                new ObjectMapper().readTree(smc("version", "--json").exits(0).out());

        assertThat(versions.path("version").asText()).isEqualTo(System.getProperty("smc.version", "0.1.0"));
        assertThat(versions.path("java").asText()).isEqualTo(Runtime.version().toString());
        assertThat(versions.path("camel").asText()).matches("4\\.\\d+\\.\\d+");
    }

    @Test
    void completesCommandsAndOptionsInBash() throws Exception {
        Files.writeString(
                folder.resolve("try.sh"),
                """
                . ./completion
                compopt() { :; }
                complete_it() {
                  COMP_WORDS=("$@") COMP_CWORD=$(($# - 1)) COMPREPLY=()
                  _complete_smc
                  printf '%s\n' "${COMPREPLY[@]}"
                }
                complete_it smc val
                complete_it smc plan --off
                """);
        Files.writeString(
                folder.resolve("completion"), smc("completion").exits(0).out());

        Process bash = new ProcessBuilder("bash", "--norc", "try.sh")
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        String said = new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(bash.waitFor()).as(said).isZero();
        assertThat(said.lines()).containsExactly("validate", "--offline");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "plann wave.csv          | 64 | there is no command 'plann'; did you mean plan?",
                "--json plan wave.csv    | 64 | unknown option '--json'; it follows the command it belongs to (adopt, apply",
                "plan                    | 64 | FILE is missing",
                "plan --offlin wave.csv  | 64 | unknown option '--offlin'; did you mean --offline?",
                "state rebuild --from w.csv --yess | 64 | unknown option '--yess'; did you mean --yes?",
                "adopt --job-id j-1 --yess | 64 | unknown option '--yess'; did you mean --yes?",
                "emulator wave.csv       | 64 | unexpected argument 'wave.csv' after 'smc emulator'",
                "plan --offline .        | 1  | . is a directory; name the waves in it",
                "validate none.csv       | 1  | cannot read none.csv (no such file)",
                "validate -              | 1  | standard input cannot be a wave"
            })
    void saysWhatIsWrongWithACommandLine(String arguments, int code, String message) {
        SmcProcess.Ended ended = smc(arguments.split(" ")).exits(code);

        assertThat(ended.err()).startsWith("error: " + message);
        assertThat(ended.out()).isEmpty();
    }

    private SmcProcess.Ended smc(String... arguments) {
        return new SmcProcess(folder, arguments).with("NO_COLOR", "1").run();
    }
}
