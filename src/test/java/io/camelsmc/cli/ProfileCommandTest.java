package io.camelsmc.cli;

import static io.camelsmc.cli.ValidateInvocation.smc;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ProfileCommandTest {

    @Test
    void listsTheEditions() {
        assertThat(smc("profile").out().lines().map(line -> line.substring(0, 4)))
                .containsExactly("2021", "2025");
        assertThat(smc("profile").out()).contains("(default)");
    }

    @Test
    void showsInWhatTheyDiffer() {
        assertThat(smc("profile", "diff").out().lines().map(line -> line.replaceAll(" +", " ")))
                .anyMatch(line -> line.startsWith("parameter only 2025 LaunchTemplateId "))
                .contains(
                        "rule only 2021 systemDiskSize 20 to 500 (GiB) [param.SystemDiskSize]",
                        "rule only 2025 systemDiskSize 20 to 2048 (GiB) [param.SystemDiskSize]");
    }
}
