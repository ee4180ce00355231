package io.camelsmc.cli;

import static io.camelsmc.cli.ValidateInvocation.smc;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InitCommandTest {

    @TempDir
    private Path folder = Path.of("");

    @Test
    void writesFilesThatAreValid() {
        Path target = folder.resolve("new");
        ValidateInvocation run = smc("init", target);

        assertThat(run.exit()).isZero();
        assertThat(run.out().lines())
                .containsExactly(
                        target.resolve("wave-01.csv").toString(),
                        target.resolve("defaults.yaml").toString(),
                        target.resolve("route.camel.yaml").toString());
        assertThat(smc("validate", target.resolve("wave-01.csv")).out())
                .isEqualTo("2 rows: 1 good, 0 invalid, 1 parked\n");
    }

    @Test
    void overwritesNothing() throws Exception {
        Path mine = Files.writeString(folder.resolve("defaults.yaml"), "mine");
        ValidateInvocation run = smc("init", folder);

        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.err()).contains(mine + " is there already");
        assertThat(mine).hasContent("mine");
        assertThat(folder.resolve("wave-01.csv")).doesNotExist();
    }
}
