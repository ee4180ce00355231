package io.camelsmc.spec.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.camelsmc.diag.Diagnostic;
import io.camelsmc.spec.SpecField;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DefaultsTest {

    @TempDir
    private Path folder = Path.of("");

    private static final String LEVELS =
            """
            global:
              netMode: 0
              runOnce: true
              systemDiskSize: 40
              vSwitchId: vsw-global
            waves:
              w1:
                netMode: 2
                systemDiskSize: 50
            templates:
              web:
                systemDiskSize: 60
            """;

    @Test
    void takesTheRowBeforeTheTemplateTheWaveAndTheRest() throws Exception {
        Defaults defaults = defaults(LEVELS);
        String header = "source_id,wave,template,system_disk_size\n";

        assertThat(size(defaults, header + "s-1,w1,web,70\n")).isEqualTo(70);
        assertThat(size(defaults, header + "s-1,w1,web,\n")).isEqualTo(60);
        assertThat(size(defaults, header + "s-1,w1,,\n")).isEqualTo(50);
        assertThat(size(defaults, header + "s-1,w2,,\n")).isEqualTo(40);
        assertThat(size(Defaults.none(), header + "s-1,w2,,\n")).isNull();
    }

    @Test
    void remembersWhereEachValueComesFrom() throws Exception {
        InputRow row = only(
                defaults(LEVELS).withOption(SpecField.REGION_ID, "cn-beijing"),
                """
                source_id,wave,template
                s-1,w1,web
                """,
                InputFormat.CSV);

        assertThat(provenance(row, SpecField.SOURCE_ID)).isEqualTo("row, wave:2");
        assertThat(provenance(row, SpecField.SYSTEM_DISK_SIZE)).isEqualTo("template web, " + file() + ":12");
        assertThat(provenance(row, SpecField.NET_MODE)).isEqualTo("wave w1, " + file() + ":8");
        assertThat(provenance(row, SpecField.V_SWITCH_ID)).isEqualTo("global, " + file() + ":5");
        assertThat(provenance(row, SpecField.REGION_ID)).isEqualTo("command line");
        assertThat(row.provenance(SpecField.VPC_ID)).isNull();
    }

    @Test
    void putsTheDefaultsOfAWaveFileBetweenTemplateAndWave() throws Exception {
        String wave =
                """
                wave: w1
                defaults:
                  systemDiskSize: 55
                  netMode: 2
                jobs:
                  - sourceId: s-1
                  - sourceId: s-2
                    template: web
                """;
        List<InputRow> rows = rows(defaults(LEVELS), wave, InputFormat.YAML);

        assertThat(rows.get(0).known().systemDiskSizeGib()).isEqualTo(55);
        assertThat(provenance(rows.get(0), SpecField.SYSTEM_DISK_SIZE)).isEqualTo("wave w1, wave:3");
        assertThat(rows.get(1).known().systemDiskSizeGib()).isEqualTo(60);
        assertThat(provenance(rows.get(1), SpecField.SOURCE_ID)).isEqualTo("row, wave:7");
        assertThat(provenance(rows.get(1), SpecField.NET_MODE)).isEqualTo("wave w1, wave:4");
    }

    @Test
    void fillsTheGapsOfARowThatHasProblemsToo() throws Exception {
        InputRow row = only(defaults(LEVELS), "source_id,wave,frequency\ns-1,w1,often\n", InputFormat.CSV);

        assertThat(row.spec()).isNull();
        assertThat(row.known().netMode()).isEqualTo(2);
        assertThat(row.problems()).extracting(Diagnostic::rule).containsExactly("value.integer");
    }

    @Test
    void namesAMisspeltTemplate() throws Exception {
        InputRow row = only(defaults(LEVELS), "source_id,template\ns-1,wbe\n", InputFormat.CSV);

        assertThat(row.spec()).isNull();
        assertThat(row.problems().get(0).render())
                .contains("No such template (got wbe")
                .contains("did you mean web?");
        assertThat(only(Defaults.none(), "source_id,template\ns-1,web\n", InputFormat.CSV)
                        .problems())
                .extracting(Diagnostic::rule)
                .containsExactly("defaults.template");
    }

    @Test
    void countsRelativeTimesFromTheStartOfTheWave() throws Exception {
        Defaults defaults = defaults(
                """
                global: {validTime: +30d}
                waves:
                  w1: {start: 2026-12-01T20:00:00Z}
                """);
        InputRow row = only(defaults, "source_id,wave,start_at\ns-1,w1,+90m\n", InputFormat.CSV);

        assertThat(row.problems()).isEmpty();
        assertThat(row.known().scheduledStartTime()).isEqualTo(Instant.parse("2026-12-01T21:30:00Z"));
        assertThat(row.known().validTime()).isEqualTo(Instant.parse("2026-12-31T20:00:00Z"));
    }

    @Test
    void refusesARelativeTimeWithoutAStart() throws Exception {
        String sheet = "source_id,wave,start_at\ns-1,w1,+3d\n";

        for (Defaults defaults : List.of(Defaults.none(), defaults(LEVELS))) {
            InputRow row = only(defaults, sheet, InputFormat.CSV);

            assertThat(row.spec()).isNull();
            assertThat(row.problems()).extracting(Diagnostic::rule).containsExactly("time.relative");
        }
        InputRow unread = Inputs.csv(sheet).get(0);
        assertThat(unread.spec()).isNull();
    }

    @Test
    void takesTheStartOfAWaveFile() throws Exception {
        InputRow row = only(
                Defaults.none(),
                """
                wave: w1
                start: 2026-12-01T20:00:00Z
                defaults: {scheduledStartTime: +1h}
                jobs: [{sourceId: s-1, validTime: +10d}]
                """,
                InputFormat.YAML);

        assertThat(row.known().scheduledStartTime()).isEqualTo(Instant.parse("2026-12-01T21:00:00Z"));
        assertThat(row.known().validTime()).isEqualTo(Instant.parse("2026-12-11T20:00:00Z"));
    }

    @Test
    void refusesADamagedFileWithEveryProblem() {
        assertThatThrownBy(
                        () -> defaults(
                                """
                        globl: {}
                        global: {netMod: 2, name: web, eraseTarget: true}
                        waves: {w1: {wave: w2, start: soon}}
                        templates: [web]
                        """))
                .isInstanceOfSatisfying(DamagedInputException.class, e -> assertThat(e.diagnostics())
                        .extracting(problem -> problem.rule() + " " + problem.field())
                        .containsExactlyInAnyOrder(
                                "field.unknown globl",
                                "field.unknown global.netMod",
                                "defaults.field global.name",
                                "defaults.field global.eraseTarget",
                                "defaults.field waves.w1.wave",
                                "value.time start",
                                "defaults.shape templates"));
    }

    @Test
    void warnsOfAWaveThatIsSpeltInTwoWays() throws Exception {
        Defaults defaults = defaults("waves: {wave03: {netMode: 2}}");

        assertThat(defaults.nearMiss("wave-03")).isPresent();
        assertThat(defaults.nearMiss("wave03")).isEmpty();
        assertThat(defaults.nearMiss("wave-04")).isEmpty();
    }

    @Test
    void listsEveryLevelThatHasAValue() throws Exception {
        Defaults defaults = defaults(LEVELS);
        InputRow row = only(defaults, "source_id,wave,template,system_disk_size\ns-1,w1,web,70\n", InputFormat.CSV);

        assertThat(defaults.candidates(row, SpecField.SYSTEM_DISK_SIZE))
                .extracting(Defaults.Candidate::value)
                .containsExactly(60, 50, 40);
    }

    private Path file() {
        return folder.resolve(Defaults.FILE_NAME);
    }

    private Defaults defaults(String yaml) throws IOException, DamagedInputException {
        Files.writeString(file(), yaml);
        return Defaults.beside(folder.resolve("wave.csv"));
    }

    private static @Nullable Integer size(Defaults defaults, String csv) throws IOException, DamagedInputException {
        return only(defaults, csv, InputFormat.CSV).known().systemDiskSizeGib();
    }

    private static String provenance(InputRow row, SpecField field) {
        return Objects.requireNonNull(row.provenance(field)).describe();
    }

    private static InputRow only(Defaults defaults, String text, InputFormat format)
            throws IOException, DamagedInputException {
        List<InputRow> rows = rows(defaults, text, format);
        assertThat(rows).hasSize(1);
        return rows.get(0);
    }

    private static List<InputRow> rows(Defaults defaults, String text, InputFormat format)
            throws IOException, DamagedInputException {
        List<InputRow> rows = new ArrayList<>();
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        try (WaveReader reader =
                WaveReader.open(new ByteArrayInputStream(bytes), "wave", format, ReadOptions.defaults())) {
            reader.forEachRow(row -> rows.add(defaults.apply(row)));
        }
        return rows;
    }
}
