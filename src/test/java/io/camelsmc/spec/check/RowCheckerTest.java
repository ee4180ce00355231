package io.camelsmc.spec.check;

import static io.camelsmc.spec.read.InputFormat.CSV;
import static io.camelsmc.spec.read.InputFormat.JSON;
import static io.camelsmc.spec.read.InputFormat.YAML;
import static org.assertj.core.api.Assertions.assertThat;

import io.camelsmc.diag.Diagnostic;
import io.camelsmc.spec.read.InputFormat;
import io.camelsmc.spec.read.InputRow;
import io.camelsmc.spec.read.ReadOptions;
import io.camelsmc.spec.read.WaveReader;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What people are told: in the words of their file, at the line of the field, and nothing that only follows. */
class RowCheckerTest {

    private static final Instant NOW = Instant.parse("2026-11-22T00:00:00Z");
    private static final String BASE = "source_id,name,region,target_type,image_name,system_disk_size";
    private static final String GOOD = "s-1,web-01,cn-hangzhou,Image,web-01,80";

    @Test
    void namesTheLineOfTheFieldThatIsWrongAndOfTheRowWhereItIsMissing() throws Exception {
        String yaml =
                """
                jobs:
                  - sourceId: s-1
                    name: web-01
                    regionId: cn-hangzhou
                    targetType: Image
                    imageName: 6db
                """;

        assertThat(found(YAML, yaml))
                .extracting(problem -> problem.rule() + " " + problem.position())
                .containsExactlyInAnyOrder("param.ImageName wave:6", "CR02 wave:2");
    }

    @Test
    void showsTransferParametersInTheFormOfTheFile() throws Exception {
        String wrong = "{bandwidth_limit:0}";

        assertThat(fixes(CSV, BASE + ",replication_parameters\n" + GOOD + "," + wrong + "\n"))
                .containsExactly("write names and text values in double quotes, numbers without; write the cell as"
                        + " \"{\"\"bandwidth_limit\"\":0}\", or use the columns bandwidth_limit, compress_level and"
                        + " checksum");
        assertThat(fixes(JSON, json("\"replicationParameters\": \"" + wrong + "\"")))
                .containsExactly("write names and text values in double quotes, numbers without; write"
                        + " \"replicationParameters\": {\"bandwidth_limit\":0}, or as one text, with \\\" for each"
                        + " quote: \"{\\\"bandwidth_limit\\\":0}\"");
        assertThat(fixes(YAML, yaml("replicationParameters: '" + wrong + "'")))
                .containsExactly("write names and text values in double quotes, numbers without; write"
                        + " replicationParameters: {\"bandwidth_limit\":0}, or the same in single quotes");
    }

    @Test
    void takesEachFormOfTransferParametersThatItAdvises() throws Exception {
        String cell = "\"{\"\"bandwidth_limit\"\":0}\"";

        assertThat(found(CSV, BASE + ",replication_parameters\n" + GOOD + "," + cell + "\n"))
                .isEmpty();
        assertThat(found(JSON, json("\"replicationParameters\": {\"bandwidth_limit\":0}")))
                .isEmpty();
        assertThat(found(JSON, json("\"replicationParameters\": \"{\\\"bandwidth_limit\\\":0}\"")))
                .isEmpty();
        assertThat(found(YAML, yaml("replicationParameters: {\"bandwidth_limit\":0}")))
                .isEmpty();
        assertThat(found(YAML, yaml("replicationParameters: '{\"bandwidth_limit\":0}'")))
                .isEmpty();
    }

    @Test
    void showsAnExampleWhereNobodyKnowsWhatWasMeant() throws Exception {
        assertThat(fixes(YAML, yaml("replicationParameters: bandwidth_limit=0")))
                .singleElement()
                .asString()
                .contains("write replicationParameters: {\"bandwidth_limit\":0,\"compress_level\":1}");
        assertThat(fixes(YAML, yaml("replicationParameters: '{\u201Cbandwidth_limit\u201D:0}'")))
                .containsExactly("character 2 is U+201C LEFT DOUBLE QUOTATION MARK, and one more odd character follows;"
                        + " type a straight quote, or none");
    }

    @Test
    void saysWhatElseIncrementalMigrationNeeds() throws Exception {
        assertThat(fixes(YAML, yaml("runOnce: no")))
                .containsExactly("write false if that is what you mean; then frequency and maxNumberOfImageToKeep are"
                        + " needed as well");
        assertThat(fixes(CSV, BASE + ",run_once,frequency\n" + GOOD + ",no,12\n"))
                .contains("write false if that is what you mean; then max_images is needed as well");
        assertThat(fixes(YAML, yaml("{runOnce: no, frequency: 12, maxNumberOfImageToKeep: 3}")))
                .contains("write false if that is what you mean");
    }

    @Test
    void saysTheFewValuesOfAFieldAlsoWhenTheValueIsNoNumber() throws Exception {
        assertThat(found(YAML, yaml("netMode: two")))
                .extracting(Diagnostic::render)
                .containsExactly(
                        "wave:2 -/web-01 netMode: Not a whole number (got two, expected 0 (public internet) or 2"
                                + " (VPC)); write one of these numbers");
    }

    @Test
    void saysNothingOfAnExpiryWhoseStartIsWrong() throws Exception {
        String header = BASE + ",start_at,valid_until\n";

        assertThat(found(CSV, header + GOOD + ",2027-06-10T20:00:00Z,2027-01-10T00:00:00Z\n"))
                .extracting(Diagnostic::render)
                .containsExactly("wave:2 -/web-01 start_at: The start is too far ahead (got 2027-06-10T20:00:00Z,"
                        + " expected at most 2026-12-22T00:00:00Z); start it within 30 days, or add the row nearer the"
                        + " date");
        assertThat(found(CSV, header + GOOD + ",2026-12-10T20:00:00Z,2026-11-27T00:00:00Z\n"))
                .extracting(Diagnostic::render)
                .containsExactly("wave:2 -/web-01 valid_until: The job expires before it starts (got"
                        + " 2026-11-27T00:00:00Z, expected later than 2026-12-10T20:00:00Z, at most"
                        + " 2027-02-20T00:00:00Z); 7 to 90 days ahead and after the start of the job, in UTC");
    }

    @Test
    void blamesNoCellForStandingInTheWrongColumn() throws Exception {
        String header =
                "source_id,name,region,target_type,image_name,description,system_disk_size,net_mode,vswitch_id\n";
        String row = "s-1,web-01,cn-hangzhou,Image,web-01,%s,%s,2,%s\n";

        assertThat(found(CSV, header + row.formatted("Rack 7, left", "80", "vsw-1")))
                .filteredOn(Diagnostic::isError)
                .extracting(Diagnostic::render)
                .containsExactly("wave:2 -/web-01 description: More cells than columns (got 10, expected 9, as many as"
                        + " columns); from column description on, the cells are shifted; put quotes around the cell that"
                        + " holds the delimiter: \"Rack 7, left\"");
        assertThat(found(CSV, header + row.formatted("Rack 7, left", "8", "")))
                .as("what is wrong with the other cells is said at once")
                .filteredOn(Diagnostic::isError)
                .extracting(Diagnostic::field)
                .containsExactly("description", "system_disk_size", "vswitch_id");
    }

    @Test
    void doesNotTakeTheEmptyCellsOfASpreadsheetForShiftedOnes() throws Exception {
        assertThat(found(CSV, BASE + ",net_mode\n" + GOOD.replace("80", "8x") + ",0,,,\n"))
                .extracting(Diagnostic::field)
                .containsExactly("system_disk_size");
        assertThat(found(CSV, BASE + ",net_mode\n" + GOOD.replace("80", "8x") + ",0,\n"))
                .extracting(Diagnostic::field)
                .containsExactly("system_disk_size");
    }

    @Test
    void namesTheCandidatesWhereSeveralCellsMayHoldTheDelimiter() throws Exception {
        String header = "source_id,region,target_type,image_name,system_disk_size,description,notes,net_mode\n";

        assertThat(found(CSV, header + "s-1,cn-hangzhou,Image,web-01,80,Rack_7,left,north,2\n"))
                .extracting(Diagnostic::render)
                .containsExactly(
                        "wave:2 -/s-1 column 9: More cells than columns (got 9, expected 8, as many as columns);"
                                + " put quotes around the cell that holds the delimiter, in column description or notes");
        assertThat(found(CSV, header + "s-1,cn-hangzhou,Image,web-01,1,024,Rack_7,north,2\n"))
                .extracting(Diagnostic::fix)
                .containsExactly("put quotes around the cell that holds the delimiter, in column system_disk_size or"
                        + " description or notes");
        assertThat(found(CSV, header + "s-1,cn-hangzhou,Image,web-01,80 GB,x,Rack_7,north,2\n"))
                .extracting(Diagnostic::fix)
                .containsExactly("put quotes around the cell that holds the delimiter; it stands in or before column"
                        + " system_disk_size, the first whose cell does not fit");
    }

    @Test
    void spellsDisksAsTheSheetDoes() throws Exception {
        assertThat(found(CSV, BASE + ",data_disks\n" + GOOD + ",1:100;1:500\n"))
                .extracting(Diagnostic::render)
                .containsExactly(
                        "wave:2 -/web-01 data_disks entry 2 index: The index stands twice (got 1:100;1:500,"
                                + " expected each index once); give each disk its own index; disk 1 of the row has this one too");
        assertThat(found(
                        CSV,
                        BASE
                                + ",DataDisk.1.Index,DataDisk.1.Size,DataDisk.1.Part.1.Device,DataDisk.1.Part.1.SizeBytes\n"
                                + GOOD + ",1,100,1_1,254803968000\n"))
                .extracting(Diagnostic::render)
                .containsExactly("wave:2 -/web-01 DataDisk.1.Part: The partitions are larger than the disk (got"
                        + " 254803968000, expected at most 107374182400 bytes (100 GiB)); set DataDisk.1.Size to at least"
                        + " 238 GiB, or shrink DataDisk.1.Part.1.SizeBytes");
        assertThat(found(CSV, BASE + ",tags\n" + GOOD + ",a=b;aliyun=x\n"))
                .extracting(Diagnostic::render)
                .containsExactly(
                        "wave:2 -/web-01 tags entry 2 key: Begins with a reserved word (got aliyun, expected"
                                + " another beginning); choose a key that does not begin with aliyun, acs:, http:// or https://");
    }

    @Test
    void namesTheInstanceThatWouldLoseItsData() throws Exception {
        String header = "source_id,name,region,target_type,instance_id,erase_target,run_once,frequency,max_images\n";

        assertThat(found(CSV, header + "s-1,web-01,cn-hangzhou,TargetInstance,i-7,,,,\n"))
                .extracting(Diagnostic::render)
                .containsExactly("wave:2 -/web-01 erase_target: The migration would destroy all data on the target"
                        + " instance (got no value, expected erase_target true); if i-7 may lose its data, set"
                        + " erase_target to true in the row, or run with --allow-erase");
        assertThat(found(CSV, header + "s-1,web-01,cn-hangzhou,TargetInstance,i-7,false,,,\n"))
                .extracting(Diagnostic::got)
                .containsExactly("false");
    }

    private static String yaml(String more) {
        String own = "sourceId: s-1, name: web-01, regionId: cn-hangzhou, targetType: Image, imageName: w1";
        boolean several = more.startsWith("{runOnce");
        return "jobs:\n  - {" + own + ", systemDiskSize: 80, " + (several ? more.substring(1, more.length() - 1) : more)
                + "}\n";
    }

    private static String json(String more) {
        return "[{\"sourceId\": \"s-1\", \"name\": \"web-01\", \"regionId\": \"cn-hangzhou\", \"targetType\": \"Image\","
                + " \"imageName\": \"w1\", \"systemDiskSize\": 80, " + more + "}]";
    }

    private static List<String> fixes(InputFormat format, String text) throws Exception {
        return found(format, text).stream().map(Diagnostic::fix).toList();
    }

    private static List<Diagnostic> found(InputFormat format, String text) throws Exception {
        RowChecker checker = new RowChecker(CheckContext.at(NOW));
        List<InputRow> rows = new ArrayList<>();
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        try (WaveReader reader =
                WaveReader.open(new ByteArrayInputStream(bytes), "wave", format, ReadOptions.defaults())) {
            reader.forEachRow(rows::add);
        }
        assertThat(rows).hasSize(1);
        return checker.check(rows.get(0));
    }
}
