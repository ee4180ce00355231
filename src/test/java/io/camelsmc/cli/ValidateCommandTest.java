package io.camelsmc.cli;

import static io.camelsmc.cli.ValidateInvocation.smc;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ValidateCommandTest {

    private static final String HEADER =
            "source_id,name,wave,region,target_type,image_name,system_disk_size,net_mode\n";
    private static final String GOOD = "s-1,web-01,w1,cn-hangzhou,Image,web-01,80,0\n";

    @TempDir
    private Path folder = Path.of("");

    @Test
    void saysThatACleanSheetIsGood() throws Exception {
        ValidateInvocation run = smc("validate", file("w.csv", HEADER + GOOD));

        assertThat(run.exit()).isZero();
        assertThat(run.out()).isEqualTo("1 row: 1 good, 0 invalid\n");
        assertThat(run.err()).isEmpty();
    }

    @Test
    void namesEveryProblemOfARowAtOnce() throws Exception {
        Path sheet = file("w.csv", HEADER + "s-1,1web,w1,cn-hangzhou,Image,,abc,1\n");
        ValidateInvocation run = smc("validate", sheet);

        assertThat(run.exit()).isEqualTo(3);
        assertThat(run.out().lines().map(line -> line.replace(sheet.toString(), "w.csv")))
                .startsWith(
                        "w.csv:2 w1/1web system_disk_size: Not a whole number (got abc, expected a whole number); write the"
                                + " digits 0 to 9 and nothing else, without unit, sign or separator [value.integer]",
                        "w.csv:2 w1/1web name: Not an allowed name (got 1web, expected 2 to 128 characters: a letter or"
                                + " Chinese character, then letters, Chinese characters, digits, colons, underscores or"
                                + " hyphens); begin it with a letter [param.Name]",
                        "w.csv:2 w1/1web image_name: Missing value; target_type Image needs it [CR02]",
                        "w.csv:2 w1/1web net_mode: No such network mode (got 1, expected 0 (public internet) or 2"
                                + " (VPC)); 1 was never documented; 2 is the VPC [param.NetMode]")
                .endsWith("1 row: 0 good, 1 invalid");
    }

    @Test
    void findsRowsThatClashAcrossFiles() throws Exception {
        Path one = file("one.csv", HEADER + GOOD);
        Path two = file("two.ndjson", "{\"sourceId\":\"s-1\",\"name\":\"other\",\"regionId\":\"cn-hangzhou\"}\n");
        ValidateInvocation run = smc("validate", one, two, "--all");

        assertThat(run.exit()).isEqualTo(3);
        assertThat(run.out())
                .contains(one + ":2 w1/web-01 source_id: The same source stands in another row (got s-1); see " + two
                        + ":1")
                .contains(
                        two + ":1 -/other sourceId: The same source stands in another row (got s-1); see " + one + ":2")
                .contains("2 rows in 2 files: 0 good, 2 invalid");
    }

    @Test
    void showsTheFirstTwentyAndTheCount() throws Exception {
        StringBuilder rows = new StringBuilder(HEADER);
        for (int i = 1; i <= 1000; i++) {
            rows.append("s-")
                    .append(i)
                    .append(",web-")
                    .append(i)
                    .append(",w1,cn-hangzhou,Image,img-")
                    .append(i);
            rows.append(",80,1\n");
        }
        Path sheet = file("w.csv", rows.toString());

        ValidateInvocation first = smc("validate", sheet);
        ValidateInvocation all = smc("validate", sheet, "--all");

        assertThat(first.out().lines().filter(line -> line.contains("[param.NetMode]")))
                .hasSize(20);
        assertThat(first.out())
                .contains("… and 981 more")
                .contains("1000  error    param.NetMode")
                .contains("1000 rows: 0 good, 1000 invalid");
        assertThat(all.out()
                        .lines()
                        .filter(line -> line.contains("[param.NetMode]"))
                        .distinct())
                .hasSize(1000);
    }

    @Test
    void showsErrorsBeforeWarnings() throws Exception {
        StringBuilder rows = new StringBuilder(HEADER.replace("net_mode", "net_mode,description"));
        for (int i = 1; i <= 30; i++) {
            rows.append("s-")
                    .append(i)
                    .append(",web-")
                    .append(i)
                    .append(",w1,cn-hangzhou,Image,img-")
                    .append(i);
            rows.append(",80,").append(i == 30 ? 1 : 0).append(",A web server.\n");
        }
        ValidateInvocation run = smc("validate", file("w.csv", rows.toString()));

        assertThat(run.out().lines().findFirst()).get().asString().contains("[param.NetMode]");
        assertThat(run.out())
                .contains("warning: May be refused by older editions")
                .contains("29 of the good ones");
    }

    @Test
    void writesTheBadRowsToAFileThatCanBeCorrectedAndGivenBack() throws Exception {
        Path report = folder.resolve("report");
        Path sheet = file(
                "w.csv",
                HEADER.replace("net_mode", "net_mode,notes") + GOOD.replace(",0\n", ",0,fine\n")
                        + "s-2,web-02,w1,cn-hangzhou,Image,web-02,80,1,=1+1\n");

        ValidateInvocation run = smc("validate", sheet, "--report", report);

        Path rejected = report.resolve("w.rejected.csv");
        assertThat(run.exit()).isEqualTo(3);
        assertThat(run.err()).contains("the rows to correct are in " + rejected);
        String text = Files.readString(rejected);
        assertThat(text.lines()).hasSize(2);
        assertThat(text).contains("s-2,web-02,w1,cn-hangzhou,Image,web-02,80,1,'=1+1,param.NetMode,net_mode,");
        Files.writeString(rejected, text.replace(",80,1,", ",80,0,"));
        assertThat(smc("validate", rejected).out()).isEqualTo("1 row: 1 good, 0 invalid\n");
        try (Stream<Path> left = Files.list(report)) {
            assertThat(left).containsExactly(rejected);
        }
    }

    @Test
    void printsEveryFindingAsJson() throws Exception {
        Path sheet = file("w.csv", HEADER + GOOD + "s-2,web-02,w1,cn-hangzhou,Image,web-02,80,1\n");
        ValidateInvocation run = smc("validate", sheet, "--json");

        JsonNode json = new ObjectMapper().readTree(run.out());
        assertThat(json.path("format_version").asInt()).isEqualTo(1);
        assertThat(json.path("rows").asInt()).isEqualTo(2);
        assertThat(json.path("good").asInt()).isEqualTo(1);
        assertThat(json.path("exit_code").asInt()).isEqualTo(3);
        assertThat(json.path("findings")).hasSize(1);
        JsonNode finding = json.path("findings").get(0);
        assertThat(finding.path("file").asText()).isEqualTo(sheet.toString());
        assertThat(finding.path("line").asInt()).isEqualTo(3);
        assertThat(finding.path("code").asText()).isEqualTo("param.NetMode");
        assertThat(finding.path("field").asText()).isEqualTo("net_mode");
    }

    @Test
    void refusesADamagedFileWholeAndChecksTheOthers() throws Exception {
        Path damaged = file("damaged.csv", "source_id,net_mod\ns-9,2\n");
        Path good = file("good.csv", HEADER + GOOD);
        ValidateInvocation run = smc("validate", damaged, good);

        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.out())
                .contains(damaged + ":1 net_mod: Unknown column; did you mean net_mode? [csv.unknown-column]")
                .contains("1 row in 2 files: 1 good, 0 invalid; 1 file not readable, refused as a whole");
    }

    @Test
    void refusesAFileForOneRowWhenAskedTo() throws Exception {
        Path sheet = file("w.csv", HEADER + GOOD + "s-2,web-02,w1,cn-hangzhou,Image,web-02,80,1\n");
        ValidateInvocation run = smc("validate", sheet, "--strict");

        assertThat(run.exit()).isEqualTo(3);
        assertThat(run.out())
                .contains(sheet + " is refused as a whole (--strict)")
                .contains("2 rows: 0 good, 1 invalid, 1 refused with their file");
    }

    @Test
    void tracesAValueToItsDefault() throws Exception {
        Path defaults = file("defaults.yaml", "global: {netMode: 1}\n");
        Path sheet = file(
                "w.csv",
                "source_id,name,region,target_type,image_name,system_disk_size\n"
                        + "s-1,web-01,cn-hangzhou,Image,web-01,80\n");

        assertThat(smc("validate", sheet).out())
                .contains("the value comes from global, " + defaults + ":1 [param.NetMode]");
    }

    @Test
    void refusesDamagedDefaultsWithEveryProblem() throws Exception {
        file("defaults.yaml", "global: {netMod: 1, name: x}\n");
        ValidateInvocation run = smc("validate", file("w.csv", HEADER + GOOD));

        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.out()).contains("[field.unknown]").contains("[defaults.field]");
    }

    @Test
    void takesRegionProfileAndConsentFromTheCommandLine() throws Exception {
        Path sheet = file(
                "w.csv",
                "source_id,target_type,instance_id,system_disk_size,license_type\n"
                        + "s-1,TargetInstance,i-1,600,BYOL\n");

        assertThat(smc("validate", sheet, "--region", "cn-hangzhou", "--allow-erase")
                        .exit())
                .isZero();
        assertThat(smc("validate", sheet, "--region", "cn-hangzhou").out())
                .contains("[CR30]")
                .doesNotContain("CR01");
        assertThat(smc("validate", sheet, "--allow-erase", "--region", "cn-hangzhou", "--profile", "2021")
                        .out())
                .contains("[param.SystemDiskSize]")
                .contains("[profile.unknown]");
    }

    @Test
    void writesTheInvalidRowsOfAWaveFileAsLinesThatReadBack() throws Exception {
        Path report = folder.resolve("report");
        Path wave =
                file("w.yaml", "wave: w1\ndefaults: {regionId: cn-hangzhou}\njobs:\n  - {sourceId: s-1, netMode: x}\n");
        ValidateInvocation run = smc("validate", wave, "--report", report);

        Path rejected = report.resolve("w.rejected.ndjson");
        assertThat(run.exit()).isEqualTo(3);
        assertThat(run.err()).contains("the rows to correct are in " + rejected);
        assertThat(smc("validate", rejected).out())
                .contains("w.rejected.ndjson:1 w1/s-1 netMode: A text where a number belongs");
    }

    @Test
    void warnsThatASourceGivenByNameNeedsTheService() throws Exception {
        Path sheet = file("w.csv", HEADER.replace("source_id", "source_name") + GOOD);
        ValidateInvocation run = smc("validate", sheet);

        assertThat(run.exit()).isZero();
        assertThat(run.out())
                .contains("source_name: warning: The source is given by its name, which plan and apply look up");
    }

    @Test
    void endsWithUsageOrUnreadableInput() throws Exception {
        Path sheet = file("w.csv", HEADER + GOOD);

        assertThat(smc("validate").exit()).isEqualTo(64);
        assertThat(smc("validate", sheet, "--profile", "2030").exit()).isEqualTo(64);
        assertThat(smc("validate", sheet, sheet).exit()).isEqualTo(64);
        assertThat(smc("validate", folder.resolve("none.csv")).exit()).isEqualTo(1);
        assertThat(smc("validate", folder).exit()).isEqualTo(1);
    }

    @Test
    void leavesParkedRowsOut() throws Exception {
        Path sheet = file(
                "w.csv",
                HEADER.replace("net_mode", "net_mode,enabled") + GOOD.replace(",0\n", ",0,true\n")
                        + "s-1,web-01,w1,,,,,1,false\n");

        assertThat(smc("validate", sheet).out()).isEqualTo("2 rows: 1 good, 0 invalid, 1 parked\n");
    }

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }
}
