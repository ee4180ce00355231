package io.camelsmc.cli;

import static io.camelsmc.cli.ValidateInvocation.smc;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExportCommandTest {

    @TempDir
    private Path folder = Path.of("");

    @Test
    void writesAWaveFileAsASheet() throws Exception {
        Path wave = file(
                "w.yaml",
                """
                wave: w1
                defaults: {regionId: cn-hangzhou}
                jobs:
                  - {sourceId: s-1, tags: {app: shop}, scheduledStartTime: +3d}
                  - {sourceId: s-2, regionId: cn-beijing, dataDisk: [{index: 1, size: 100}]}
                """);
        ValidateInvocation run = smc("export", wave);

        assertThat(run.exit()).isZero();
        assertThat(run.out())
                .isEqualTo("\uFEFFsource_id,region,data_disks,start_at,tags,wave,_guarded\n"
                        + "s-1,cn-hangzhou,,'+3d,app=shop,w1,yes\ns-2,cn-beijing,1:100,,,w1,yes\n");
    }

    @Test
    void givesASheetBackAsItWas() throws Exception {
        String sheet =
                "source_id,name,region,system_disk_size,tags,wave,enabled\ns-1,web-01,cn-hangzhou,80,k=v,w1,false\n";

        assertThat(smc("export", file("w.csv", sheet)).out()).isEqualTo("\uFEFF" + sheet);
    }

    @Test
    void writesDefaultsIntoTheRowsOnlyWhenAsked() throws Exception {
        file("defaults.yaml", "global: {netMode: 0}\n");
        Path sheet = file("w.csv", "source_id\ns-1\n");

        assertThat(smc("export", sheet).out()).isEqualTo("\uFEFFsource_id\ns-1\n");
        assertThat(smc("export", sheet, "--resolve", "--region", "cn-beijing").out())
                .isEqualTo("\uFEFFsource_id,region,net_mode\ns-1,cn-beijing,0\n");
        assertThat(smc("export", sheet, "--region", "cn-beijing").exit()).isEqualTo(64);
    }

    @Test
    void reportsRowsThatItCannotWrite() throws Exception {
        Path wave = file("w.yaml", "[{sourceId: s-1, licenseType: ''}, {sourceId: s-2, netMode: x}, {sourceId: s-3}]");
        ValidateInvocation run = smc("export", wave);

        assertThat(run.exit()).isEqualTo(3);
        assertThat(run.out()).isEqualTo("\uFEFFsource_id,license_type\ns-3,\n");
        assertThat(run.err()).contains("[export.lossy]").contains("[value.integer]");
    }

    @Test
    void overwritesNoFile() throws Exception {
        Path sheet = file("w.csv", "source_id\ns-1\n");

        assertThat(smc("export", sheet, "--out", sheet).exit()).isEqualTo(1);
        assertThat(sheet).hasContent("source_id\ns-1");
        assertThat(smc("export", sheet, "--out", folder.resolve("new.csv")).exit())
                .isZero();
    }

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }
}
