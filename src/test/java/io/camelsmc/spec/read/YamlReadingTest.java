package io.camelsmc.spec.read;

import static io.camelsmc.spec.read.InputFormat.YAML;
import static io.camelsmc.spec.read.Inputs.damage;
import static io.camelsmc.spec.read.Inputs.spec;
import static io.camelsmc.spec.read.Inputs.yaml;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.camelsmc.diag.Diagnostic;
import io.camelsmc.diag.SourcePosition;
import io.camelsmc.spec.DataDiskSpec;
import io.camelsmc.spec.PartitionSpec;
import io.camelsmc.spec.ReplicationJobSpec;
import io.camelsmc.spec.TagSpec;
import io.camelsmc.spec.TargetType;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class YamlReadingTest {

    private static final String WAVE =
            """
            wave: wave-03
            defaults: {regionId: cn-hangzhou, targetType: Image, netMode: 2}
            jobs:
              - sourceId: s-1
                name: web-01
                systemDiskSize: 80
                dataDisk: [{index: 1, size: 100, part: [{device: "1_1", sizeBytes: 254803968}]}]
                tag: [{key: app, value: shop}]
                scheduledStartTime: 2026-12-01T08:00:00Z
              - SourceId: s-2
                Name: 𠀀web-02
                NetMode: 0
                DataDisk: [{Index: 2, Size: 50}]
                Disks: {System: {Size: 40, LVM: true}}
                tags: {app: shop, tier: 1}
                extra: {NewThing: 7}
            """;

    @Test
    void readsAWaveWithItsDefaults() throws Exception {
        List<InputRow> rows = yaml(WAVE);

        ReplicationJobSpec first = spec(rows.get(0));
        ReplicationJobSpec second = spec(rows.get(1));
        assertThat(first.wave()).isEqualTo("wave-03");
        assertThat(first.regionId()).isEqualTo("cn-hangzhou");
        assertThat(first.targetType()).isEqualTo(TargetType.IMAGE);
        assertThat(first.netMode()).isEqualTo(2);
        assertThat(first.dataDisks())
                .containsExactly(new DataDiskSpec(1, 100, List.of(new PartitionSpec("1_1", 254803968L, null))));
        assertThat(second.netMode()).isZero();
        assertThat(second.tags()).containsExactly(new TagSpec("app", "shop"), new TagSpec("tier", "1"));
        assertThat(second.extra()).containsEntry("NewThing", "7");
        assertThat(first.origin()).isEqualTo(new SourcePosition("wave", 4, 5));
    }

    @Test
    void keepsTheSourceTextOfEachJob() throws Exception {
        List<InputRow> rows = yaml(WAVE);

        assertThat(rows.get(0).raw().text()).startsWith("sourceId: s-1").endsWith("08:00:00Z");
        assertThat(rows.get(1).raw().text()).startsWith("SourceId: s-2").endsWith("{NewThing: 7}");
    }

    @Test
    void readsABareListAndASingleJob() throws Exception {
        assertThat(yaml("- sourceId: s-1\n- sourceId: s-2\n")).hasSize(2);
        assertThat(yaml("sourceId: s-1\nname: web\n")).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "runOnce: no|value.boolean",
                "runOnce: on|value.boolean",
                "runOnce: True|value.boolean",
                "runOnce: \"true\"|value.boolean",
                "systemDiskSize: 012|value.integer",
                "systemDiskSize: 1:30|value.integer",
                "systemDiskSize: 1_000|value.integer",
                "systemDiskSize: .nan|value.integer",
                "systemDiskSize: 0x50|value.integer",
                "systemDiskSize: 80.0|value.integer",
                "systemDiskSize: \"80\"|value.integer",
                "systemDiskSize: [80]|shape.wrong",
                "scheduledStartTime: 2026-12-01|value.time",
                "validTime: \"\"|value.time",
                "dataDisk: {index: 1}|shape.wrong",
                "sourceid: s-1|field.unknown",
                "netMod: 2|field.unknown",
                "endpoint: http://x|field.unknown",
                "extra: {Endpoint.: [1]}|shape.wrong",
                "extra: {AccessKeyId: x}|extra.reserved",
                "SourceId: s-2|field.duplicate",
            })
    void letsTheFieldDecideAndRefusesWhatIsUnclear(String line, String rule) throws Exception {
        InputRow row = yaml("sourceId: s-1\n" + line + "\n").get(0);

        assertThat(row.spec()).isNull();
        assertThat(row.problems()).extracting(Diagnostic::rule).contains(rule);
        assertThat(row.problems().get(0).position()).extracting("line").isEqualTo(2);
    }

    @Test
    void takesBareWordsForTextWhereTheFieldIsText() throws Exception {
        ReplicationJobSpec spec =
                spec(yaml("sourceId: s-1\nname: no\napp: 012\nnotes: 1:30\nlaunchTemplateVersion: 1\n")
                        .get(0));

        assertThat(List.of(spec.name(), spec.app(), spec.notes(), spec.launchTemplateVersion()))
                .containsExactly("no", "012", "1:30", "1");
    }

    @Test
    void pointsAtTheNearestName() throws Exception {
        Diagnostic problem = yaml("sourceId: s-1\nvSwichId: x\ndataDisk: [{indx: 1}]\n")
                .get(0)
                .problems()
                .get(1);

        assertThat(problem.field()).isEqualTo("dataDisk[1].indx");
        assertThat(problem.fix()).isEqualTo("did you mean index?");
        assertThat(problem.position()).isEqualTo(new SourcePosition("wave", 3, 13));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'sourceId: s-1\nsourceId: s-2'|yaml.duplicate|2",
                "'sourceId: !!str s-1'|yaml.tag|1",
                "'a: 1\nb: !!javax.script.ScriptEngineManager [x]'|yaml.tag|2",
                "'sourceId: s-1\n---\nsourceId: s-2'|yaml.documents|2",
                "'sourceId: s-1\n\tname: web'|yaml.syntax|2",
                "'sourceId: &a [*a]'|yaml.alias|1",
                "'sourceId: *nowhere'|yaml.alias|1",
                "'x: &x {a: b}\n<<: *x'|yaml.merge|2",
                "'? [a]\n: b'|yaml.key|1",
                "'sourceId: \"s-1'|yaml.syntax|1",
                "'wave: w\ndefault: {}\njobs: []'|field.unknown|2",
                "'wave: w\ndefaults: {netMod: 2}\njobs: []'|field.unknown|2",
                "'jobs: s-1'|wave.shape|1",
                "'just text'|wave.shape|1",
                "'# nothing'|file.empty|0",
            })
    void refusesADamagedFileWithItsLine(String text, String rule, int line) throws Exception {
        Diagnostic problem = damage(text, YAML).get(0);

        assertThat(problem.rule()).isEqualTo(rule);
        assertThat(problem.position()).extracting("line").isEqualTo(line);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'{sourceId: s-1, n\u0435tMode: 2}'|did you mean netMode? character 2 is U+0435 CYRILLIC SMALL LETTER IE;"
                        + " type the Latin letter e",
                "'{sourceId: s-1, netMode: \uFF12}'|write 2; character 1 is U+FF12 FULLWIDTH DIGIT TWO; type the plain digit 2",
                "'{sourceId: s-1, extra: {New\u200BThing: 2}}'|character 4 is U+200B ZERO WIDTH SPACE; delete it",
            })
    void namesTheCharacterThatOnlyLooksRight(String text, String fix) throws Exception {
        assertThat(Inputs.yaml(text).get(0).problems())
                .extracting(Diagnostic::fix)
                .containsExactly(fix);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "{a: ", "- "})
    void refusesDepthOfTenThousandQuickly(String open) {
        Assertions.assertTimeout(Duration.ofSeconds(1), () -> assertThat(
                        damage(open.repeat(10_000), YAML).get(0).rule())
                .isEqualTo("yaml.depth"));
    }

    @Test
    void refusesAnAliasBombQuickly() {
        StringBuilder bomb = new StringBuilder("a0: &a0 [x,x]\n");
        for (int i = 1; i < 12; i++) {
            String last = "*a" + (i - 1);
            bomb.append("a").append(i).append(": &a").append(i).append(" [");
            bomb.append(String.join(",", Collections.nCopies(9, last))).append("]\n");
        }

        Assertions.assertTimeout(
                Duration.ofSeconds(1),
                () -> assertThat(damage(bomb.toString(), YAML).get(0).rule()).isEqualTo("yaml.aliases"));
    }

    @Test
    void refusesAFileOverTheCap() throws Exception {
        byte[] text = "- sourceId: s-1\n".repeat(100).getBytes(StandardCharsets.UTF_8);

        assertThatThrownBy(() -> WaveReader.open(
                        new ByteArrayInputStream(text),
                        "wave",
                        YAML,
                        ReadOptions.defaults().maxTreeBytes(1000)))
                .isInstanceOf(DamagedInputException.class)
                .hasMessageContaining("wave:63")
                .hasMessageContaining("larger than 1000 bytes");
    }
}
