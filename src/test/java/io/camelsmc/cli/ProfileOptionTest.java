package io.camelsmc.cli;

import static io.camelsmc.cli.ValidateInvocation.smc;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The edition of the API page can be chosen wherever rows are checked. */
class ProfileOptionTest {

    /** A disk of a size that only the later edition allows. */
    private static final String SHEET =
            "source_id,name,wave,region,target_type,image_name,system_disk_size\ns-bp1,web-1,w,cn-hangzhou,Image,web-1,1000\n";

    @TempDir
    private Path folder = Path.of("");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "validate",
                "plan --offline --json",
                "plan --emulator --json",
                "apply --emulator --auto-approve",
                "retry --emulator --auto-approve",
                "adopt --emulator --auto-approve"
            })
    void checksRowsAgainstTheEditionThatIsAskedFor(String command) throws Exception {
        Path sheet = Files.writeString(folder.resolve("wave.csv"), SHEET);

        ValidateInvocation later = run(command, "--profile", "2025", sheet.toString());
        ValidateInvocation earlier = run(command, "--profile", "2021", sheet.toString());

        assertThat(later.out() + later.err()).doesNotContain("20 to 500 (GiB)");
        assertThat(earlier.out() + earlier.err()).contains("20 to 500 (GiB)");
    }

    @Test
    void refusesAnEditionThatThereIsNot() throws Exception {
        Path sheet = Files.writeString(folder.resolve("wave.csv"), SHEET);

        assertThat(run("plan --offline", "--profile", "2019", sheet.toString()))
                .satisfies(run -> assertThat(run.exit()).isEqualTo(64))
                .satisfies(run -> assertThat(run.err()).contains("2021", "2025"));
    }

    private static ValidateInvocation run(String command, String... more) throws Exception {
        List<Object> words = new ArrayList<>(List.of((Object[]) command.split(" ", -1)));
        words.addAll(List.of(more));
        return smc(words.toArray());
    }
}
