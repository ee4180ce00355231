package io.camelsmc.spec.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.camelsmc.diag.Diagnostic;
import io.camelsmc.spec.ReplicationJobSpec;
import io.camelsmc.spec.SpecField;
import io.camelsmc.spec.TagSpec;
import io.camelsmc.spec.TargetType;
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

        assertThat(rows).extracting(row -> row.known().enabled()).containsExactly(true, false, false, false);
        assertThat(rows.get(3).parkedBecause()).isEqualTo("OK_TO_MIGRATE says maybe");
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
    void takesTheTagOfTheNearestLevelAndSaysSoOnce() throws Exception {
        InputRow row = Inputs.resource("mgn-tags-three-levels.csv").get(0);

        assertThat(Inputs.spec(row).tags())
                .containsExactlyInAnyOrder(new TagSpec("Owner", "cy"), new TagSpec("Name", "web-01"));
        assertThat(Inputs.findings("mgn-tags-three-levels.csv"))
                .filteredOn(finding -> finding.summary().contains("nearest wins"))
                .singleElement()
                .satisfies(finding -> assertThat(finding.summary()).contains("(server, application, wave): Owner;"));
    }

    @Test
    void takesTheTagOfAFurtherLevelWhereTheNearerOneIsEmpty() throws Exception {
        String csv = "mgn:server:user-provided-id,mgn:wave:tag:Owner,mgn:app:tag:Owner,mgn:server:tag:Owner,tag:Owner\n"
                + "web-01,ann,bob,,\nweb-02,ann,,,\nweb-03,ann,bob,cy,dee\n";

        assertThat(Inputs.csv(csv))
                .extracting(row -> Inputs.spec(row).tags().get(0).value())
                .containsExactly("bob", "ann", "dee");
    }

    @Test
    void readsTheAtScaleSheetOfTodayWithItsTags() throws Exception {
        InputRow row = Inputs.resource("azure-at-scale.csv").get(0);

        assertThat(row.problems()).isEmpty();
        assertThat(Inputs.spec(row).sourceName()).isEqualTo("testvm-3");
        assertThat(Inputs.spec(row).wave()).isEqualTo("wave-a");
        assertThat(Inputs.spec(row).tags())
                .containsExactlyInAnyOrder(
                        new TagSpec("vm-tag-1", "vm-tag-val-1"),
                        new TagSpec("vm-tag-2", "vm-tag-val-2"),
                        new TagSpec("t1", "tv-1"),
                        new TagSpec("t2", "tv-2"));
        assertThat(row.parkedBecause()).isNull();
        assertThat(Inputs.spec(row).licenseType()).isNull();
    }

    @Test
    void leavesOutTagsOfAzureThatDoNotPairUp() throws Exception {
        InputRow row = Inputs.csv("SOURCE_MACHINE_NAME,TAG_KEY,TAG_VALUE\nweb,\"a,b\",1\n")
                .get(0);

        assertThat(Inputs.spec(row).tags()).isEmpty();
        assertThat(row.problems())
                .extracting(Diagnostic::render)
                .containsExactly("wave:2 -/web TAG_KEY: The tags of the other tool were dropped (got 2 keys, 1 value,"
                        + " expected as many values as keys); give the tags in a column tags");
    }

    @Test
    void readsNoColumnOfAnotherToolAsOursOfTheSameName() throws Exception {
        List<InputRow> rows = Inputs.resource("azure-license.csv");

        assertThat(rows).allSatisfy(row -> assertThat(row.problems()).isEmpty());
        assertThat(rows).extracting(row -> Inputs.spec(row).licenseType()).containsOnlyNulls();
        assertThat(Inputs.findings("azure-license.csv").get(0).summary()).contains("columns dropped: LICENSE_TYPE");
    }

    @Test
    void dropsColumnsOfAnotherEditionAndNamesThemOnce() throws Exception {
        String csv = "SOURCE_MACHINE_NAME,BRAND_NEW_IN_2027,OK_TO_MIGRATE\nweb,x,Y\n";

        assertThat(Inputs.csv(csv).get(0).problems()).isEmpty();
        assertThat(findings(csv).get(0).summary()).contains("columns dropped: BRAND_NEW_IN_2027");
    }

    @Test
    void stillRefusesAMisspeltColumnOfOursInTheSheetOfAnother() throws Exception {
        assertThat(Inputs.damage("SOURCE_MACHINE_NAME,image_nmae\nweb,x\n", InputFormat.CSV))
                .extracting(Diagnostic::fix)
                .containsExactly("did you mean image_name?");
    }

    @Test
    void prefersColumnsOfOursThatWereAddedToTheSheetOfAnother() throws Exception {
        String csv = "SOURCE_MACHINE_NAME,AZMIGRATEGROUP_NAME,wave,target_type,source_id\nweb,g1,w7,Image,s-1\n";
        ReplicationJobSpec spec = Inputs.spec(Inputs.csv(csv).get(0));

        assertThat(spec.wave()).isEqualTo("w7");
        assertThat(spec.sourceId()).isEqualTo("s-1");
        assertThat(spec.sourceName()).isEqualTo("web");
        assertThat(spec.targetType()).isEqualTo(TargetType.IMAGE);
        assertThat(findings(csv).get(0).summary()).contains("columns dropped: AZMIGRATEGROUP_NAME");
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
