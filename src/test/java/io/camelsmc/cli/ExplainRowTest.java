package io.camelsmc.cli;

import static io.camelsmc.cli.ValidateInvocation.smc;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExplainRowTest {

    @TempDir
    private Path folder = Path.of("");

    private Path sheet = Path.of("");

    @BeforeEach
    void write() throws IOException {
        Files.writeString(
                folder.resolve("defaults.yaml"),
                "global: {netMode: 0, systemDiskSize: 40}\n"
                        + "waves: {w1: {netMode: 2}}\ntemplates: {web: {systemDiskSize: 60}}\n");
        sheet = Files.writeString(
                folder.resolve("w.csv"), "source_id,name,wave,template,system_disk_size\ns-1,web-01,w1,web,80\n");
    }

    @Test
    void showsEachLevelThatHasAValueTheStrongestFirst() {
        ValidateInvocation run = smc("explain", "w1/web-01", "system_disk_size", "--file", sheet);

        assertThat(run.exit()).isZero();
        assertThat(run.out().replace(folder + "/", "").lines().map(line -> line.replaceAll(" +", " ")))
                .startsWith(
                        "w1/web-01 w.csv:2",
                        " systemDiskSize: Size of the target system disk in GiB",
                        " > row, w.csv:2 80",
                        " template web, defaults.yaml:3 60",
                        " global, defaults.yaml:1 40",
                        " error unless: 20 to 2048 (GiB) [param.SystemDiskSize]");
    }

    @Test
    void showsWhereEveryValueComesFrom() {
        ValidateInvocation run = smc("explain", "web-01", "--file", sheet, "--region", "cn-beijing");

        assertThat(run.out().replace(folder + "/", "").lines().map(line -> line.replaceAll(" +", " ")))
                .contains(
                        " sourceId s-1 row",
                        " netMode 2 wave w1, defaults.yaml:2",
                        " regionId cn-beijing command line",
                        " runOnce not given so: true");
    }

    @Test
    void findsARowByLineAndSource() {
        assertThat(smc("explain", "2", "name", "--file", sheet).exit()).isZero();
        assertThat(smc("explain", "s-1", "name", "--file", sheet).exit()).isZero();
        assertThat(smc("explain", sheet + ":2", "name", "--file", sheet).exit()).isZero();
        assertThat(smc("explain", "w1/web-02", "--file", sheet).exit()).isEqualTo(1);
    }

    @Test
    void explainsCodesOfRulesOfReadingAndOfTheService() {
        assertThat(smc("explain", "CR08").out()).contains("netMode 2 needs vSwitchId");
        assertThat(smc("explain", "CR27.name").out()).contains("the same name stands in another row");
        assertThat(smc("explain", "csv.unclosed-quote").out()).contains("never closed");
        assertThat(smc("explain", "SourceServerState.Invalid").out()).contains("what to do");
    }

    @Test
    void refusesARowWithoutAFileAndAnUnknownField() {
        assertThat(smc("explain", "w1/web-01").exit()).isEqualTo(64);
        assertThat(smc("explain", "w1/web-01", "net_mod", "--file", sheet).exit())
                .isEqualTo(64);
    }
}
