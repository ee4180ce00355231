package io.camelsmc.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.camelsmc.cli.view.Examples;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

/** Every command has an example under its help, and every example is one that the command line takes. */
class ExamplesOfCommandsTest {

    static Stream<String> commands() {
        return CommandReference.all(Main.commandLine()).stream()
                .map(command -> command.getCommandSpec().qualifiedName());
    }

    static Stream<String> examples() {
        return CommandReference.all(Main.commandLine()).stream().flatMap(command -> Examples.of(command).stream());
    }

    @ParameterizedTest
    @MethodSource("commands")
    void everyCommandHasAnExample(String name) {
        CommandLine command = CommandReference.all(Main.commandLine()).stream()
                .filter(each -> each.getCommandSpec().qualifiedName().equals(name))
                .findFirst()
                .orElseThrow();

        assertThat(command.getCommandSpec().usageMessage().footer())
                .as("add an example of '" + name + "' to " + Examples.class.getSimpleName())
                .anyMatch(line -> line.strip().startsWith(name) || line.contains("(" + name));
    }

    @Test
    void noExampleIsOfACommandThatIsGone() {
        assertThat(commands().toList()).containsAll(Examples.commands());
    }

    @ParameterizedTest
    @MethodSource("examples")
    void exampleIsTakenByTheCommandLine(String example) {
        String command = example.replaceAll("\\s+# .*", "").replaceAll(".*<\\((.*)\\)", "$1");
        List<String> words = Arrays.asList(command.split("\\s+"));

        assertThat(words.get(0)).isEqualTo("smc");
        assertThat(example).hasSizeLessThanOrEqualTo(77);
        assertThatCode(() -> Main.commandLine()
                        .parseArgs(words.subList(1, words.size()).toArray(String[]::new)))
                .doesNotThrowAnyException();
    }
}
