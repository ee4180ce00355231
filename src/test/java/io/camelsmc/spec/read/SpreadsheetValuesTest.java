package io.camelsmc.spec.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.camelsmc.diag.Diagnostic;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpreadsheetValuesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "80,0|write 80",
                "80.0|write 80",
                "80,00|write 80",
                "80,|write 80",
                "-5,0|write -5",
                "1.024|write 1024, without separators, if they group the digits",
                "1,024|write 1024, without separators, if they group the digits",
                "1.024,0|write 1024, without separators",
                "1,024.0|write 1024, without separators",
                "1 024|write 1024, without separators",
                "1'024|write 1024, without separators",
                "1.024.000|write 1024000, without separators",
                "80,000|write 80000 if the separator groups digits, 80 if it is the decimal sign",
                "80.000|write 80000 if the separator groups digits, 80 if it is the decimal sign",
                "80,5|it is 80.5, and nothing is rounded here; write a whole number, 80 or 81",
                "1.024,5|it is 1024.5, and nothing is rounded here; write a whole number, 1024 or 1025",
                "2,00E+02|write 200",
                "2.5E+1|write 25",
                "1,2E+15|write out all digits; the spreadsheet has shortened the number",
                "80 GB|write 80, without the unit",
                "80GiB|write 80, without the unit",
                "1 TB|write the number alone, without a unit; sizes of disks are in GiB, so 1 TiB is 1024",
                "８０|write 80; character 1 is U+FF18 FULLWIDTH DIGIT EIGHT",
                "８0|write 80; character 1 is U+FF18",
                "٨٠|write 80; character 1 is U+0668"
            })
    void leadsToTheNumberThatWasMeant(String cell, String fix) throws Exception {
        InputRow row =
                Inputs.csv("source_id;system_disk_size\ns-1;\"" + cell + "\"\n").get(0);

        assertThat(row.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.got()).isEqualTo(cell);
            assertThat(problem.fix()).startsWith(fix);
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2026-12-01T20:00:00+08:00|2026-12-01T12:00:00Z",
                "2026-12-01T20:00:00-05:30|2026-12-02T01:30:00Z",
                "2026-12-01T20:00:00+00:00|2026-12-01T20:00:00Z",
                "2026-12-01T20:00:00Z|2026-12-01T20:00:00Z"
            })
    void takesATimeWithItsOffset(String cell, Instant time) throws Exception {
        assertThat(Inputs.spec(Inputs.csv("source_id,start_at\ns-1," + cell + "\n")
                                .get(0))
                        .scheduledStartTime())
                .isEqualTo(time);
        assertThat(Inputs.spec(Inputs.yaml("- {sourceId: s-1, scheduledStartTime: \"" + cell + "\"}\n")
                                .get(0))
                        .scheduledStartTime())
                .isEqualTo(time);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2026-12-01 20:00:00|write 2026-12-01T20:00:00Z if the time is one in UTC, or end it with its offset: 2026-12-01T20:00:00+08:00",
                "01.12.2026 20:00|write 2026-12-01T20:00:00Z if the time is one in UTC",
                "12/1/2026 8:00 PM|write 2026-12-01T20:00:00Z if the month stands first, 2026-01-12T20:00:00Z if the day does",
                "13/1/2026 8:00|write 2026-01-13T08:00:00Z if the time is one in UTC",
                "2026/12/1 20:00|write 2026-12-01T20:00:00Z if the time is one in UTC",
                "46357,8333|the spreadsheet wrote a date as a number; write 2026-12-01T20:00:00Z",
                "2026-12-01T20:00:00+0800|convert the time to UTC: write 2026-12-01T12:00:00Z",
                "2026-12-01 20:00:00 +08:00|convert the time to UTC: write 2026-12-01T12:00:00Z",
                "2026-12-01T20:00+08:00|convert the time to UTC: write 2026-12-01T12:00:00Z",
                "2026-12-01T20:00:00+25:00|write the offset as +08:00",
                "2026-13-01T20:00:00+08:00|write the offset as +08:00"
            })
    void leadsToTheTimeThatWasMeant(String cell, String fix) throws Exception {
        InputRow row = Inputs.csv("source_id;start_at\ns-1;" + cell + "\n").get(0);

        assertThat(row.problems()).singleElement().satisfies(problem -> assertThat(problem.fix())
                .startsWith(fix));
    }

    @ParameterizedTest
    @CsvSource({
        "WAHR,write true if",
        "FALSCH,write false if",
        "FAUX,write false if",
        "否,write false if",
        "是,write true if",
        "x,write true if",
        "vielleicht,write true or false"
    })
    void leadsToTheTruthValueThatWasMeant(String cell, String fix) throws Exception {
        InputRow row = Inputs.csv("source_id,enabled\ns-1," + cell + "\n").get(0);

        assertThat(row.problems()).singleElement().satisfies(problem -> assertThat(problem.fix())
                .startsWith(fix));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"1:100,2:500|1:100;2:500", "1:100 2:500|1:100;2:500", "1:100；2:500|1:100;2:500"})
    void leadsToTheListOfDisksThatWasMeant(String cell, String list) throws Exception {
        InputRow row = Inputs.csv("source_id;data_disks\ns-1;" + cell + "\n").get(0);

        assertThat(row.problems())
                .extracting(Diagnostic::fix)
                .containsExactly("separate the disks by semicolons: " + list);
    }

    @Test
    void givesEveryCellOfAGermanSpreadsheetAnAdviceOfItsOwn() throws Exception {
        List<InputRow> rows = Inputs.resource("german-spreadsheet.csv");

        assertThat(rows).hasSize(22);
        assertThat(rows.get(0).problems().get(0).render())
                .isEqualTo("wave:3 w1/web-01 system_disk_size: Not a whole number (got 80,0, expected a whole number);"
                        + " write 80");
        assertThat(rows).allSatisfy(row -> assertThat(row.problems())
                .allSatisfy(problem -> assertThat(problem.fix()).doesNotContain("write it without separators")));
    }
}
