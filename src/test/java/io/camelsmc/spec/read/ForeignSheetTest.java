package io.camelsmc.spec.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.camelsmc.diag.Diagnostic;
import io.camelsmc.spec.ReplicationJobSpec;
import io.camelsmc.spec.SpecField;
import io.camelsmc.spec.TagSpec;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class ForeignSheetTest {

    @Test
    void readsAnImportSheetOfAwsMgn() throws Exception {
        String csv =
                """
                mgn:account-id,mgn:wave:name,mgn:app:name,mgn:server:user-provided-id,mgn:server:tag:owner,mgn:launch:nic:0:subnet-id,mgn:launch:instance-type
                1,w1,pay,pay-01,fin,vsw-1,m5.large
                1,w1,pay,pay-02,fin,subnet-1,m5.large
                """;
        List<InputRow> rows = Inputs.csv(csv);
        ReplicationJobSpec first = Inputs.spec(rows.get(0));

        assertThat(first.sourceName()).isEqualTo("pay-01");
        assertThat(first.wave()).isEqualTo("w1");
        assertThat(first.app()).isEqualTo("pay");
        assertThat(first.tags()).containsExactly(new TagSpec("owner", "fin"));
        assertThat(first.vSwitchId()).isEqualTo("vsw-1");
        assertThat(first.instanceType()).isNull();
        assertThat(Inputs.spec(rows.get(1)).vSwitchId()).isNull();
        assertThat(rows.get(1).problems()).extracting(Diagnostic::rule).containsExactly("foreign.value");
        assertThat(findings(csv))
                .extracting(Diagnostic::render)
                .containsExactly(
                        "wave:1: Read as a sheet of AWS Application Migration Service (MGN) import; columns dropped: "
                                + "mgn:account-id",
                        "wave:1 mgn:launch:instance-type: The size of the target in the other tool was dropped; choose"
                                + " the size when the image is launched; instance_type is the intermediate machine");
    }

    @Test
    void readsAnIntakeFormOfCloudMigrationFactory() throws Exception {
        String csv =
                """
                wave_name,app_name,aws_region,server_name,subnet_IDs,instanceType,tags,image_name
                Wave1,Ledger,us-east-1,ledger-db01,subnet-1,ecs.r6.large,owner=fin,img-1
                """;
        ReplicationJobSpec spec = Inputs.spec(Inputs.csv(csv).get(0));

        assertThat(spec.fields())
                .containsExactlyInAnyOrder(
                        SpecField.SOURCE_NAME, SpecField.WAVE, SpecField.APP, SpecField.TAG, SpecField.IMAGE_NAME);
        assertThat(findings(csv)).extracting(Diagnostic::rule).containsExactly("foreign.sheet", "foreign.target-size");
    }

    @Test
    void readsAnAtScaleSheetOfAzureAndParksWhatItDoesNotConsentTo() throws Exception {
        List<InputRow> rows = Inputs.csv(
                """
                SOURCE_MACHINE_NAME,AZMIGRATEGROUP_NAME,TARGET_MACHINE_SIZE,OK_TO_MIGRATE,OK_TO_TESTMIGRATE
                web-01,g1,Standard_D2s_v3,Y,N
                web-02,g1,Standard_D2s_v3,N,N
                web-03,g1,Standard_D2s_v3,,N
                web-04,g1,Standard_D2s_v3,maybe,N
                """);

        assertThat(rows).extracting(row -> row.known().enabled()).containsExactly(true, false, false, true);
        assertThat(rows.get(3).spec()).isNull();
        assertThat(rows.get(0).known().wave()).isEqualTo("g1");
    }

    @Test
    void refusesTheSizeOfATargetInASheetOfOurs() throws Exception {
        assertThat(Inputs.damage("source_id,target_instance_type\ns-1,x\n", InputFormat.CSV)
                        .get(0)
                        .fix())
                .contains("the size of the target is chosen when the image is launched");
    }

    @Test
    void leavesTheSheetsOfOthersAloneInASheetOfOurs() throws Exception {
        assertThat(Inputs.damage("source_id,server_name\ns-1,web\n", InputFormat.CSV))
                .extracting(Diagnostic::rule)
                .containsExactly("csv.unknown-column");
    }

    @Test
    void takesANameForTheIdOfASource() throws Exception {
        assertThat(Inputs.spec(Inputs.csv("source_name,wave\nweb-01,w1\n").get(0))
                        .address()
                        .toString())
                .isEqualTo("w1/web-01");
    }

    @Test
    void readsPastCommentsAboveTheHeaderOnly() throws Exception {
        List<InputRow> rows = Inputs.csv("# servers; of, the wave\n\"# quoted, by a spreadsheet\"\n\n"
                + "source_id;notes\ns-1;# kept\n# s-2;x\n");

        assertThat(rows).hasSize(2);
        assertThat(rows.get(0).position().line()).isEqualTo(5);
        assertThat(Inputs.spec(rows.get(0)).notes()).isEqualTo("# kept");
        assertThat(Inputs.spec(rows.get(1)).sourceId()).isEqualTo("# s-2");
    }

    private static List<Diagnostic> findings(String csv) throws Exception {
        byte[] bytes = csv.getBytes(StandardCharsets.UTF_8);
        try (WaveReader reader =
                WaveReader.open(new ByteArrayInputStream(bytes), "wave", InputFormat.CSV, ReadOptions.defaults())) {
            return reader.findings();
        }
    }
}
