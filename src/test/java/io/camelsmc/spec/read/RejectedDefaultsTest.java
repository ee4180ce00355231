package io.camelsmc.spec.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.camelsmc.spec.ReplicationJobSpec;
import io.camelsmc.spec.SpecField;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a row has from defaults goes with it when it is rejected, since the corrected file may be read without them. */
class RejectedDefaultsTest {

    private static final String DEFAULTS =
            """
            global: {regionId: cn-hangzhou, targetType: Image, netMode: 2, vSwitchId: vsw-1, tags: {env: prod}}
            waves:
              w2: {start: 2026-12-01T20:00:00Z, scheduledStartTime: +2h}
            templates:
              db: {dataDisk: [{index: 1, size: 500, part: [{device: "1_1", sizeBytes: 1024}]}]}
            """;

    private final Path folder;

    RejectedDefaultsTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void readsBackAsTheSameRowWithoutTheDefaults() throws Exception {
        String sheet = "source_id,wave,template,net_mode,notes\ns-1,w1,,,a\ns-2,w2,db,,b\ns-3,w1,,0,c\n";
        List<InputRow> rows = filled(Inputs.csv(sheet));

        String text = rejected(rows);

        assertThat(text.lines().findFirst().orElseThrow())
                .isEqualTo("\uFEFFsource_id,wave,template,net_mode,notes,DataDisk.1.Index,"
                        + "DataDisk.1.Part.1.Device,DataDisk.1.Part.1.SizeBytes,DataDisk.1.Size,start_at,region,target_type,vswitch_id,"
                        + "tags,_error_code,_field,_message,_fix,_retryable,_line");
        assertSame(rows, Inputs.csv(text));
    }

    @Test
    void keepsWhatTheRowItselfSays() throws Exception {
        String text = rejected(filled(Inputs.csv("source_id,net_mode,vswitch_id\ns-1,0,vsw-9\n")));

        ReplicationJobSpec spec = Inputs.spec(Inputs.csv(text).get(0));
        assertThat(spec.netMode()).isZero();
        assertThat(spec.vSwitchId()).isEqualTo("vsw-9");
    }

    @Test
    void keepsTheColumnsOfAnotherToolBesideWhatTheRowInherits() throws Exception {
        String sheet = "server_name,wave_name,subnet_IDs,r_type\nweb,w1,subnet-1,Rehost\nold,w1,subnet-1,Retire\n";
        List<InputRow> rows = filled(Inputs.csv(sheet));

        List<InputRow> back = Inputs.csv(rejected(rows));

        assertSame(rows, back);
        assertThat(back).extracting(InputRow::parkedBecause).containsExactly(null, "r_type says Retire");
    }

    @Test
    void givesBackASecondTimeWhatItGaveBackOnce() throws Exception {
        String once = rejected(filled(Inputs.csv("source_id,wave\ns-1,w1\n")));

        assertThat(rejected(filled(Inputs.csv(once)))).isEqualTo(once);
    }

    @Test
    void addsNoColumnWhereThereAreNoDefaults() throws Exception {
        String text = rejected(Inputs.csv("source_id\ns-1\n"));

        assertThat(text).startsWith("\uFEFFsource_id,_error_code,");
    }

    @Test
    void carriesTheRegionOfTheCommandLine() throws Exception {
        Defaults defaults = Defaults.none().withOption(SpecField.REGION_ID, "cn-beijing");
        InputRow row = defaults.apply(Inputs.csv("source_id\ns-1\n").get(0));

        assertThat(Inputs.spec(Inputs.csv(rejected(List.of(row))).get(0)).regionId())
                .isEqualTo("cn-beijing");
    }

    @Test
    void readsBackJobsOfYamlAsTheSameWithoutTheDefaults() throws Exception {
        String yaml =
                """
                wave: w2
                defaults: {netMode: 0}
                jobs:
                  - {sourceId: s-1, template: db}
                  - {sourceId: s-2, tags: {env: test}}
                """;
        List<InputRow> rows = filled(Inputs.yaml(yaml));

        StringWriter text = new StringWriter();
        try (RejectedWriter writer = RejectedWriter.of(text, rows.get(0).raw())) {
            for (InputRow row : rows) {
                writer.write(row, row.problems(), false);
            }
        }

        assertSame(rows, Inputs.rows(text.toString(), InputFormat.NDJSON));
    }

    private static void assertSame(List<InputRow> rows, List<InputRow> back) {
        assertThat(back).hasSameSizeAs(rows);
        for (int i = 0; i < rows.size(); i++) {
            ReplicationJobSpec wanted = rows.get(i).known();
            ReplicationJobSpec found = Inputs.spec(back.get(i));
            for (SpecField field : SpecField.values()) {
                assertThat(found.get(field)).as(field.specName()).isEqualTo(wanted.get(field));
            }
        }
    }

    private List<InputRow> filled(List<InputRow> rows) throws Exception {
        Defaults defaults = Defaults.load(Files.writeString(folder.resolve("defaults.yaml"), DEFAULTS));
        return rows.stream().map(defaults::apply).toList();
    }

    private static String rejected(List<InputRow> rows) throws Exception {
        StringWriter text = new StringWriter();
        try (RejectedWriter writer = RejectedWriter.of(text, rows.get(0).raw())) {
            for (InputRow row : rows) {
                writer.write(row, row.problems(), false);
            }
        }
        return text.toString();
    }
}
