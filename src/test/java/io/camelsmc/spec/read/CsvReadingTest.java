package io.camelsmc.spec.read;

import static io.camelsmc.spec.read.Inputs.csv;
import static io.camelsmc.spec.read.Inputs.spec;
import static org.assertj.core.api.Assertions.assertThat;

import io.camelsmc.diag.Diagnostic;
import io.camelsmc.spec.DataDiskSpec;
import io.camelsmc.spec.PartitionSpec;
import io.camelsmc.spec.ReplicationJobSpec;
import io.camelsmc.spec.SpecField;
import io.camelsmc.spec.TagSpec;
import io.camelsmc.spec.TargetType;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class CsvReadingTest {

    @Test
    void readsEveryCanonicalColumn() throws Exception {
        String header = "source_id,name,wave,app,region,target_type,image_name,instance_id,system_disk_size,data_disks,"
                + "net_mode,vpc_id,vswitch_id,run_once,frequency,max_images,start_at,valid_until,instance_type,ram_role,"
                + "launch_template_id,launch_template_version,resource_group_id,license_type,job_type,"
                + "container_namespace,container_repository,container_tag,replication_parameters,bandwidth_limit,"
                + "compress_level,checksum,description,tags,enabled,generation,erase_target,notes";
        String row = "s-1,web-01,w3,shop,cn-hangzhou,image,img,i-1,80,1:100;2:500,2,vpc-1,vsw-1,FALSE,12,3,"
                + "2026-12-01T08:00:00Z,2026-12-30T08:00:00Z,ecs.c6.large,Role,lt-1,1,rg-1,BYOL,0,ns,repo,CentOS:v1,"
                + ",0,1,true,Web server,app=shop;env=,true,2,false,\" any 'text' \"";

        ReplicationJobSpec spec = spec(csv(header + "\n" + row + "\n").get(0));

        assertThat(spec.sourceId()).isEqualTo("s-1");
        assertThat(spec.targetType()).isEqualTo(TargetType.IMAGE);
        assertThat(spec.dataDisks())
                .containsExactly(new DataDiskSpec(1, 100, List.of()), new DataDiskSpec(2, 500, List.of()));
        assertThat(spec.runOnce()).isFalse();
        assertThat(spec.maxNumberOfImageToKeep()).isEqualTo(3);
        assertThat(spec.scheduledStartTime()).isEqualTo(Instant.parse("2026-12-01T08:00:00Z"));
        assertThat(spec.replicationParameters())
                .isEqualTo("{\"bandwidth_limit\":0,\"compress_level\":1,\"checksum\":true}");
        assertThat(spec.tags()).containsExactly(new TagSpec("app", "shop"), new TagSpec("env", ""));
        assertThat(spec.generation()).isEqualTo(2);
        assertThat(spec.notes()).isEqualTo(" any 'text' ");
        assertThat(spec.fields()).hasSize(header.split(",", -1).length - 3);
    }

    @Test
    void readsApiNamesInAnyCaseDottedOnesAndTagColumns() throws Exception {
        String text = "sourceid,REGIONID,DataDisk.1.Index,datadisk.1.size,DataDisk.1.Part.2.Device,"
                + "DataDisk.1.Part.2.SizeBytes,DataDisk.1.Part.1.Block,SystemDiskPart.1.Device,Tag.1.Key,Tag.1.Value,"
                + "tag:Owner,Disks.Data.1.LVM,extra:NewThing,_seen\n"
                + "s-1,cn-beijing,3,40,1_2,4294967296,true,0_1,k,v,me,true,${exec:id},whatever\n";

        ReplicationJobSpec spec = spec(csv(text).get(0));

        assertThat(spec.dataDisks())
                .containsExactly(new DataDiskSpec(
                        3,
                        40,
                        List.of(new PartitionSpec(null, null, true), new PartitionSpec("1_2", 4294967296L, null))));
        assertThat(spec.systemDiskParts()).containsExactly(new PartitionSpec("0_1", null, null));
        assertThat(spec.tags()).containsExactly(new TagSpec("k", "v"), new TagSpec("Owner", "me"));
        assertThat(spec.disks()).isNotNull();
        assertThat(spec.extra()).containsEntry("NewThing", "${exec:id}");
    }

    @ParameterizedTest
    @EnumSource(SpecField.class)
    void resolvesTheCanonicalColumnOfEachFlatField(SpecField field) {
        boolean flat = ValueType.of(field.type()) != null || field == SpecField.TAG || field == SpecField.DATA_DISK;

        assertThat(CsvColumns.resolve(CsvNames.of(field)) != null).isEqualTo(flat);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r"})
    void keepsLineNumbersPhysicalForEveryLineEnd(String end) throws Exception {
        String text = String.join(
                end, "\uFEFFsource_id,notes", "", "s-1,\"two" + end + "lines, one cell\"", " ,", "s-2,x", ",", "", "");

        List<InputRow> rows = csv(text);

        assertThat(rows).extracting(row -> spec(row).sourceId()).containsExactly("s-1", "s-2");
        assertThat(rows).extracting(row -> row.position().line()).containsExactly(3, 6);
        assertThat(rows).extracting(InputRow::rowNumber).containsExactly(1, 2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"source_id;name\ns-1;web", "source_id\tname\ns-1\tweb", "sep=;\nsource_id;name\ns-1;web"})
    void findsTheDelimiter(String text) throws Exception {
        InputRow row = csv(text).get(0);

        assertThat(spec(row).name()).isEqualTo("web");
        assertThat(row.position().line()).isEqualTo((int) text.lines().count());
    }

    @Test
    void takesAnEmptyCellForAbsent() throws Exception {
        ReplicationJobSpec spec = spec(csv("source_id,name,net_mode\ns-1,,\n").get(0));

        assertThat(spec.fields()).containsExactly(SpecField.SOURCE_ID);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1,024|without separators",
                "80.0|write 80",
                "1E+02|spreadsheet",
                "080|leading zeros",
                "80G|write 80, without the unit",
                "+80|digits 0 to 9",
                "٨٠|U+0668 ARABIC-INDIC DIGIT EIGHT, and one more odd character follows; type the plain digit 8",
                "８0|character 1 is U+FF18 FULLWIDTH DIGIT EIGHT; type the plain digit 8",
                "8O|the letter O, not the digit 0",
                "8l|the letter l, not the digit 1",
                "lol|digits 0 to 9",
                "−8|character 1 is U+2212 MINUS SIGN; type a plain hyphen",
                "9223372036854775808|smaller",
                "4000000000|smaller",
                "' 80 '|spaces",
                "80\u00A0|character 3 is U+00A0 NO-BREAK SPACE; delete it",
                "8\u00AD0|character 2 is U+00AD SOFT HYPHEN; delete it",
                "“80”|character 1 is U+201C LEFT DOUBLE QUOTATION MARK; type a straight quote, or none",
            })
    void refusesWhatIsNotPlainlyANumber(String cell, String hint) throws Exception {
        InputRow row = csv("source_id,system_disk_size\ns-1,\"" + cell + "\"\n").get(0);

        assertThat(row.spec()).isNull();
        Diagnostic problem = row.problems().get(0);
        assertThat(row.problems()).hasSize(1);
        assertThat(problem.field()).isEqualTo("system_disk_size");
        assertThat(problem.position()).hasToString("wave:2");
        assertThat(problem.address()).isEqualTo("-/s-1");
        assertThat(problem.fix()).contains(hint);
    }

    @Test
    void namesAllProblemsOfARowAtOnce() throws Exception {
        String text = "source_id,system_disk_size,run_once,start_at,target_type,data_disks,tags,frequency\n"
                + "s-1,x,yes,2026-12-01,Picture,1=100,novalue\n";

        List<Diagnostic> problems = csv(text).get(0).problems();

        assertThat(problems)
                .extracting(Diagnostic::field)
                .containsExactly(
                        "system_disk_size", "run_once", "start_at", "target_type", "data_disks", "tags", "frequency");
        assertThat(problems.get(1).fix()).contains("write true");
        assertThat(problems.get(6).rule()).isEqualTo("csv.too-few-cells");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "tags|app:shop|write = instead of :",
                "tags|app＝shop|character 4 is U+FF1D FULLWIDTH EQUALS SIGN; type a plain =",
                "data_disks|1=100|write : instead of =",
                "start_at|2026-12-10 20:00:00-05:00|convert the time to UTC: write 2026-12-11T01:00:00Z",
                "start_at|2026-12-10 20:00|write 2026-12-10T20:00:00Z if the time is one in UTC, or end it with its offset: 2026-12-10T20:00:00+08:00",
                "start_at|10.12.2026|write 2026-12-10T00:00:00Z if the time is one in UTC, or end it with its offset: 2026-12-10T00:00:00+08:00",
                "target_type|Іmage|character 1 is U+0406 CYRILLIC CAPITAL LETTER BYELORUSSIAN-UKRAINIAN I; type the"
                        + " Latin letter I",
            })
    void saysWhatToWriteInstead(String column, String cell, String fix) throws Exception {
        InputRow row = csv("source_id," + column + "\ns-1," + cell + "\n").get(0);

        assertThat(row.problems()).extracting(Diagnostic::fix).containsExactly(fix);
    }

    @Test
    void namesTheLookAlikeInTheNameOfAColumn() throws Exception {
        assertThat(Inputs.damage("source_id,n\u0435t_mode\ns-1,2\n", InputFormat.CSV)
                        .get(0)
                        .fix())
                .isEqualTo(
                        "did you mean net_mode? character 2 is U+0435 CYRILLIC SMALL LETTER IE; type the Latin letter e");
    }

    @Test
    void namesACellWithoutAColumn() throws Exception {
        Diagnostic problem = csv("source_id,name,wave\ns-1,web,w1,extra,\n")
                .get(0)
                .problems()
                .get(0);

        assertThat(problem.rule()).isEqualTo("csv.too-many-cells");
        assertThat(problem.field()).isEqualTo("column 4");
        assertThat(problem.got()).isEqualTo("4");
        assertThat(problem.fix()).endsWith("in column name or wave");
    }

    @Test
    void refusesTwoFormsOfOneFieldInARow() throws Exception {
        String text =
                "source_id,data_disks,DataDisk.1.Index,replication_parameters,checksum\n" + "s-1,1:100,1,{},true\n";

        assertThat(csv(text).get(0).problems())
                .extracting(Diagnostic::rule)
                .containsExactly("csv.two-forms", "csv.two-forms");
    }

    @Test
    void keepsBadRowsApartFromGoodOnes() throws Exception {
        List<InputRow> rows = csv("source_id,net_mode\ns-1,x\ns-2,0\ns-3,y\n");

        assertThat(rows).extracting(row -> row.spec() != null).containsExactly(false, true, false);
    }

    @Test
    void leavesExpressionsInCellsAlone() throws Exception {
        for (String cell : List.of("${exec:id}", "{{env:HOME}}", "#class:java.lang.String", "$simple{body}")) {
            assertThat(spec(csv("source_id,name\ns-1," + cell + "\n").get(0)).name())
                    .isEqualTo(cell);
        }
    }
}
