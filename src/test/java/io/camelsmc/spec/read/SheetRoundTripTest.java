package io.camelsmc.spec.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.camelsmc.diag.Diagnostic;
import io.camelsmc.spec.CanonicalParameters;
import io.camelsmc.spec.ReplicationJobSpec;
import io.camelsmc.spec.SpecArbitraries;
import io.camelsmc.spec.SpecField;
import io.camelsmc.spec.TagSpec;
import java.io.StringWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import org.junit.jupiter.api.Test;

class SheetRoundTripTest {

    @Provide
    Arbitrary<List<ReplicationJobSpec>> anySpecs() {
        return SpecArbitraries.anything().list().ofMinSize(1).ofMaxSize(4);
    }

    @Provide
    Arbitrary<List<ReplicationJobSpec>> validSpecs() {
        return SpecArbitraries.valid(Instant.parse("2026-11-22T00:00:00Z"))
                .list()
                .ofMinSize(1)
                .ofMaxSize(4);
    }

    @Property(tries = 400, shrinking = ShrinkingMode.BOUNDED)
    void readsBackWhatItWroteAndRefusesTheRest(@ForAll("anySpecs") List<ReplicationJobSpec> specs) throws Exception {
        StringWriter sheet = new StringWriter();
        List<ReplicationJobSpec> written = write(specs, sheet);

        List<InputRow> rows = Inputs.csv(sheet.toString());

        assertThat(rows).hasSameSizeAs(written);
        for (int i = 0; i < rows.size(); i++) {
            ReplicationJobSpec back = Inputs.spec(rows.get(i));
            assertThat(CanonicalParameters.of(back)).isEqualTo(CanonicalParameters.of(written.get(i)));
            for (SpecField field : SpecField.values()) {
                if (!field.isApiParameter() && field != SpecField.EXTRA_PARAMETERS) {
                    assertThat(back.get(field)).isEqualTo(written.get(i).get(field));
                }
            }
        }
    }

    @Property(tries = 200, shrinking = ShrinkingMode.BOUNDED)
    void writesEveryValidSpec(@ForAll("validSpecs") List<ReplicationJobSpec> specs) throws Exception {
        List<ReplicationJobSpec> plain = specs.stream()
                .map(spec -> spec.toBuilder().set(SpecField.NOTES, "plain").build())
                .toList();
        StringWriter sheet = new StringWriter();

        assertThat(write(plain, sheet)).isEqualTo(plain);
        assertThat(Inputs.csv(sheet.toString())).hasSameSizeAs(plain);
    }

    @Test
    void keepsShortFormsWhereTheySayEverything() throws Exception {
        assertThat(again("source_id,data_disks,tags\ns-1,1:100;2:500,app=shop;env=\n"))
                .isEqualTo("\uFEFFsource_id,data_disks,tags\ns-1,1:100;2:500,app=shop;env=\n");
    }

    @Test
    void writesDottedColumnsWhereShortFormsDoNot() throws Exception {
        assertThat(again("source_id,DataDisk.1.Index,DataDisk.1.Part.1.Device,DataDisk.1.Part.1.SizeBytes,tag:a=b\n"
                        + "s-1,1,1_1,254803968,x\n"))
                .isEqualTo(
                        "\uFEFFsource_id,DataDisk.1.Index,DataDisk.1.Part.1.Device,DataDisk.1.Part.1.SizeBytes,Tag.1.Key,"
                                + "Tag.1.Value\ns-1,1,1_1,254803968,a=b,x\n");
    }

    @Test
    void guardsFormulasAndRelativeTimesAndReadsThemBack() throws Exception {
        ReplicationJobSpec spec = ReplicationJobSpec.builder()
                .set(SpecField.SOURCE_ID, "s-1")
                .set(SpecField.NOTES, "=1+1")
                .build();
        Map<SpecField, Duration> offsets = Map.of(SpecField.SCHEDULED_START_TIME, Duration.ofHours(36));
        SpecCsvColumns columns = new SpecCsvColumns();
        columns.add(spec, offsets);
        StringWriter sheet = new StringWriter();
        try (SpecCsvWriter writer = new SpecCsvWriter(sheet, columns)) {
            assertThat(writer.write(spec, offsets)).isEmpty();
        }

        assertThat(sheet).hasToString("\uFEFFsource_id,start_at,notes,_guarded\ns-1,'+36h,'=1+1,yes\n");
        InputRow back = Inputs.csv(sheet.toString()).get(0);
        assertThat(back.known().notes()).isEqualTo("=1+1");
        assertThat(back.values().offsets()).isEqualTo(offsets);
    }

    @Test
    void refusesWhatASheetCannotHold() throws Exception {
        ReplicationJobSpec spec = ReplicationJobSpec.builder()
                .set(SpecField.SOURCE_ID, "s-1")
                .set(SpecField.LICENSE_TYPE, "")
                .build();
        SpecCsvColumns columns = new SpecCsvColumns();
        columns.add(spec, Map.of());
        StringWriter sheet = new StringWriter();
        try (SpecCsvWriter writer = new SpecCsvWriter(sheet, columns)) {
            Optional<Diagnostic> loss = writer.write(spec, Map.of());

            assertThat(loss).get().extracting(Diagnostic::field).isEqualTo("licenseType");
        }
        assertThat(sheet).hasToString("\uFEFFsource_id,license_type\n");
    }

    @Test
    void keepsTheOrderOfTags() throws Exception {
        assertThat(Inputs.spec(Inputs.csv(again("source_id,tags,tag:z\ns-1,b=1;a=2,3\n"))
                                .get(0))
                        .tags())
                .containsExactly(new TagSpec("b", "1"), new TagSpec("a", "2"), new TagSpec("z", "3"));
    }

    private static String again(String csv) throws Exception {
        StringWriter sheet = new StringWriter();
        List<ReplicationJobSpec> specs =
                Inputs.csv(csv).stream().map(Inputs::spec).toList();
        assertThat(write(specs, sheet)).isEqualTo(specs);
        return sheet.toString();
    }

    /** The specs that could be written. */
    private static List<ReplicationJobSpec> write(List<ReplicationJobSpec> specs, StringWriter sheet) throws Exception {
        SpecCsvColumns columns = new SpecCsvColumns();
        specs.forEach(spec -> columns.add(spec, Map.of()));
        List<ReplicationJobSpec> written = new ArrayList<>();
        try (SpecCsvWriter writer = new SpecCsvWriter(sheet, columns)) {
            for (ReplicationJobSpec spec : specs) {
                if (writer.write(spec, Map.of()).isEmpty()) {
                    written.add(spec);
                }
            }
        }
        return written;
    }
}
