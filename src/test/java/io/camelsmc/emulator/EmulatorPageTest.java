package io.camelsmc.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** {@code docs/emulator.md} names what the emulator has. */
class EmulatorPageTest {

    private final String page;

    EmulatorPageTest() throws IOException {
        page = Files.readString(Path.of("docs/emulator.md"));
    }

    @Test
    void namesEveryOperation() {
        EmulatorOptions options = EmulatorOptions.defaults();
        EmulatorSettings settings = new EmulatorSettings(options);

        assertThat(Operations.of(new World(options, settings), settings).keySet())
                .hasSize(25)
                .allSatisfy(operation -> assertThat(page).contains("`" + operation + "`"));
    }

    @Test
    void namesEveryTimeWithItsFigures() {
        assertThat(JobTimes.NAMES).hasSize(8).allSatisfy(name -> assertThat(page)
                .contains("| `" + name + "` | "));
        assertThat(page)
                .contains("| `preparingSeconds` | " + JobTimes.EAGER.preparing().toSeconds() + " | "
                        + JobTimes.USUAL.preparing().toSeconds() + " |")
                .contains("| `mebibytesPerSecond` | " + (int) JobTimes.EAGER.mebibytesPerSecond() + " | "
                        + (int) JobTimes.USUAL.mebibytesPerSecond() + " |")
                .contains("| `cleaningSeconds` | " + JobTimes.EAGER.cleaning().toSeconds() + " | "
                        + JobTimes.USUAL.cleaning().toSeconds() + " |")
                .contains("| `deletingSeconds` | " + JobTimes.EAGER.deleting().toSeconds() + " | "
                        + JobTimes.USUAL.deleting().toSeconds() + " |");
    }

    @ParameterizedTest
    @EnumSource(SyntheticCode.class)
    void namesEveryCodeOfOurs(SyntheticCode refusal) {
        assertThat(page).contains("| `" + refusal + "` | " + refusal.status() + " `" + refusal.code() + "` |");
    }
}
