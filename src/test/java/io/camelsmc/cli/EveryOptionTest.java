package io.camelsmc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.camelsmc.cli.exit.ExitCode;
import java.lang.reflect.Method;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/** Every option and every exit code of the command line has a test that runs the real {@code bin/smc}; see {@link Tries}. */
class EveryOptionTest {

    private static final Set<ExitCode> CHANGING = EnumSet.complementOf(EnumSet.of(ExitCode.CHANGES_PENDING));
    // A journal that is held can be read all the same.
    private static final Set<ExitCode> READING = EnumSet.complementOf(EnumSet.of(ExitCode.STATE_HELD));
    private static final Map<String, Set<ExitCode>> CODES = Map.of(
            "apply", CHANGING,
            "retry", CHANGING,
            "run", CHANGING,
            "plan", READING,
            "drift", EnumSet.complementOf(EnumSet.of(ExitCode.STATE_HELD, ExitCode.ROWS_FAILED)),
            "adopt", CHANGING,
            "state rebuild", CHANGING,
            "state unlock", EnumSet.of(ExitCode.OK, ExitCode.STATE_HELD));

    @Test
    void everyOptionOfEveryCommandIsTried() throws Exception {
        Map<String, Set<String>> tried = tried();
        List<String> missing = new ArrayList<>();
        options().forEach((command, options) -> {
            for (OptionSpec option : options) {
                if (Arrays.stream(option.names()).noneMatch(tried.getOrDefault(command, Set.of())::contains)) {
                    missing.add(command + " " + option.longestName());
                }
            }
        });

        assertThat(missing).as("options that no test tries").isEmpty();
    }

    @Test
    void everyNameOfAnOptionIsTriedSomewhere() throws Exception {
        Set<String> names = new TreeSet<>();
        options().values().forEach(options -> options.forEach(option -> names.addAll(List.of(option.names()))));
        Set<String> used = new TreeSet<>();
        tried().values().forEach(used::addAll);

        assertThat(used).containsAll(names);
    }

    @Test
    void nothingIsTriedThatIsNotThere() throws Exception {
        Map<String, List<OptionSpec>> options = options();
        tried().forEach((command, names) -> assertThat(options.getOrDefault(command, List.of()).stream()
                        .flatMap(option -> Arrays.stream(option.names())))
                .as("options of %s", command)
                .containsAll(names));
    }

    @Test
    void everyExitCodeIsTried() throws Exception {
        Map<String, Set<ExitCode>> ends = new TreeMap<>();
        for (Tries tries : all()) {
            for (String command : tries.value()) {
                ends.computeIfAbsent(command, key -> EnumSet.noneOf(ExitCode.class))
                        .addAll(List.of(tries.ends()));
            }
        }

        CODES.forEach((command, codes) -> assertThat(ends.getOrDefault(command, Set.of()))
                .as("exit codes of %s", command)
                .containsAll(codes));
    }

    /** The options of each command but those for help, which {@link CommandLineIT} tries for all commands. */
    private static Map<String, List<OptionSpec>> options() {
        Map<String, List<OptionSpec>> options = new TreeMap<>();
        for (CommandLine command : CommandReference.all(Main.commandLine())) {
            String name = command.getCommandSpec().qualifiedName();
            options.put(
                    name.replaceFirst("^smc ?", ""),
                    command.getCommandSpec().options().stream()
                            .filter(option -> !option.usageHelp() && !option.versionHelp())
                            .toList());
        }
        assertThat(options).hasSizeGreaterThan(20);
        return options;
    }

    private static Map<String, Set<String>> tried() throws Exception {
        Map<String, Set<String>> tried = new TreeMap<>();
        for (Tries tries : all()) {
            for (String command : tries.value()) {
                tried.computeIfAbsent(command, key -> new TreeSet<>()).addAll(List.of(tries.options()));
            }
        }
        return tried;
    }

    private static List<Tries> all() throws Exception {
        List<Tries> all = new ArrayList<>();
        for (Class<?> test : integrationTests()) {
            for (Method method : test.getDeclaredMethods()) {
                all.addAll(List.of(method.getAnnotationsByType(Tries.class)));
            }
        }
        return all;
    }

    private static List<Class<?>> integrationTests() throws Exception {
        Class<?> own = EveryOptionTest.class;
        List<Class<?>> classes = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder(own))) {
            for (Path file : files.sorted().toList()) {
                String name = file.getFileName().toString();
                if (name.endsWith("IT.class") && name.indexOf('$') < 0) {
                    classes.add(Class.forName(own.getPackageName() + "." + name.replace(".class", "")));
                }
            }
        }
        return classes;
    }

    private static Path folder(Class<?> type) throws URISyntaxException {
        return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI())
                .resolve(type.getPackageName().replace('.', '/'));
    }
}
