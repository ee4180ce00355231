package io.camelsmc.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.camelsmc.cli.ExplainedCodes;
import io.camelsmc.plan.ActionReason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whatever looks like an error code in the sources can be explained and is documented. */
class OwnCodesTest {

    /** A word, a dot, a word: what every code of ours looks like, and nothing else in quotes does. */
    private static final Pattern CODE = Pattern.compile("\"([A-Z][A-Za-z]+(?:\\.[A-Z][A-Za-z]+)+)\"");

    /** The emulator speaks the codes of the service. */
    private static final Path EMULATOR = Path.of("src/main/java/io/camelsmc/emulator");

    @Test
    void everyCodeOfTheSourcesIsExplainedAndDocumented() throws IOException {
        Set<String> codes = codes();
        String page = Files.readString(Path.of("docs/errors.md"));

        assertThat(codes).contains("Journal.Busy", "Network.DnsFailure", "Pace.Suspended");
        assertThat(codes).allSatisfy(code -> {
            assertThat(ExplainedCodes.explain(code)).as(code).isNotEmpty().doesNotContain("not in the table");
            assertThat(page).as(code + " in docs/errors.md").contains("| `" + code + "` |");
        });
    }

    @Test
    void whatAPlanOrTheEndOfARunSaysOfARowIsExplained() {
        Stream<String> reasons = Stream.of(ActionReason.values()).map(reason -> "Plan." + reason.label());
        Stream<String> stops = Stream.of("Run.Signal", "Run.MaxFail", "Run.Account", "Run.Strict", "Run.Failure");

        assertThat(Stream.concat(reasons, stops)).allSatisfy(code -> assertThat(ExplainedCodes.explain(code))
                .as(code)
                .contains("meaning")
                .doesNotContain("not in the table"));
    }

    private static Set<String> codes() throws IOException {
        Set<String> codes = new TreeSet<>();
        try (Stream<Path> sources = Files.walk(Path.of("src/main/java/io/camelsmc"))) {
            for (Path source : sources.filter(Files::isRegularFile)
                    .filter(file -> !file.startsWith(EMULATOR))
                    .toList()) {
                CODE.matcher(Files.readString(source)).results().forEach(match -> codes.add(match.group(1)));
            }
        }
        return codes;
    }
}
