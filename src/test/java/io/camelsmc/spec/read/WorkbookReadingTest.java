package io.camelsmc.spec.read;

import static io.camelsmc.spec.read.Workbooks.row;
import static io.camelsmc.spec.read.Workbooks.typed;
import static org.assertj.core.api.Assertions.assertThat;

import io.camelsmc.diag.Diagnostic;
import java.io.ByteArrayInputStream;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkbookReadingTest {

    private final Path folder;

    WorkbookReadingTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void readsTheRowsOfASheetUnderTheirNumbersThere() throws Exception {
        byte[] workbook = Workbooks.of(row(2, "source_id", "name", "", "")
                + row(3, "", "", "", "")
                + row(4, "s-1", "web-01")
                + row(7, "s-2", "")
                + "<row r=\"900\"/><row r=\"901\"><c r=\"A901\" s=\"1\"/></row>");

        List<InputRow> rows = Inputs.rows(workbook, InputFormat.XLSX);

        assertThat(rows).extracting(row -> row.position().toString()).containsExactly("wave:4", "wave:7");
        assertThat(rows).extracting(InputRow::rowNumber).containsExactly(1, 2);
        assertThat(Inputs.spec(rows.get(0)).name()).isEqualTo("web-01");
        assertThat(rows.get(1).problems()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"80", "80.0", "8E1", "80.000000000000000"})
    void readsANumberAsItsDigits(String stored) throws Exception {
        assertThat(Inputs.spec(number("system_disk_size", "", "<v>" + stored + "</v>"))
                        .systemDiskSizeGib())
                .isEqualTo(80);
    }

    @Test
    void readsALongNumberWithAllItsDigits() throws Exception {
        assertThat(Inputs.spec(number("image_name", "", "<v>1.23456789012345E14</v>"))
                        .imageName())
                .isEqualTo("123456789012345");
    }

    @Test
    void refusesANumberOfWhichTheSpreadsheetLostDigits() throws Exception {
        assertThat(number("image_name", "", "<v>1.2345678901234567E+19</v>").problems())
                .extracting(Diagnostic::render)
                .containsExactly(
                        "wave:2 -/s-2 image_name: A number of more than 15 digits, of which a spreadsheet keeps 15"
                                + " (got 12345678901234567000); format the cell as text and type the value again");
    }

    @Test
    void showsANumberAsShortAsTheSpreadsheetDoes() throws Exception {
        assertThat(number("system_disk_size", "", "<v>80.099999999999994</v>").problems())
                .extracting(Diagnostic::got)
                .containsExactly("80.1");
    }

    @Test
    void readsTheStoredResultOfAFormula() throws Exception {
        assertThat(Inputs.spec(number("system_disk_size", "", "<f>40*2</f><v>80</v>"))
                        .systemDiskSizeGib())
                .isEqualTo(80);
        assertThat(Inputs.spec(number("image_name", "t=\"str\"", "<f>\"a\"&amp;\"b\"</f><v>ab</v>"))
                        .imageName())
                .isEqualTo("ab");
        assertThat(Inputs.spec(number("image_name", "t=\"str\"", "<f>IF(1,\"\")</f><v></v>"))
                        .imageName())
                .isNull();
        assertThat(Inputs.spec(number("enabled", "t=\"b\"", "<f>1=2</f><v>0</v>"))
                        .enabled())
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "'','<f>NOW()</f>',xlsx.formula,=NOW()",
        "'','<f>40*2</f><v></v>',xlsx.formula,=40*2",
        "'t=\"e\"',<v>#N/A</v>,xlsx.error-value,#N/A",
        "'t=\"e\"','<f>VLOOKUP(1)</f><v>#REF!</v>',xlsx.error-value,#REF!",
        "'s=\"1\"',<v>46357.833333333336</v>,xlsx.date,2026-12-01T20:00:00"
    })
    void refusesWhatIsNoValue(String attributes, String cell, String rule, String got) throws Exception {
        InputRow row = number("image_name", attributes, cell);

        assertThat(row.problems())
                .extracting(Diagnostic::rule, Diagnostic::field, Diagnostic::got)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(rule, "image_name", got));
        assertThat(row.spec()).isNull();
    }

    @Test
    void letsACellForPeopleHoldAnything() throws Exception {
        assertThat(number("notes", "t=\"e\"", "<v>#N/A</v>").problems()).isEmpty();
        assertThat(number("_remark", "t=\"e\"", "<v>#N/A</v>").problems()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"1", "2", "3"})
    void showsADateAsATimeWithoutAZone(String style) throws Exception {
        InputRow row = number("start_at", "s=\"" + style + "\"", "<v>46357.833333333336</v>");

        assertThat(row.problems())
                .extracting(Diagnostic::render)
                .containsExactly(
                        "wave:2 -/s-2 start_at: Not a time (got 2026-12-01T20:00:00, expected a UTC time such as"
                                + " 2026-06-04T13:35:00Z, or one with its offset, 2026-06-04T21:35:00+08:00); write"
                                + " 2026-12-01T20:00:00Z if the time is one in UTC, or end it with its offset:"
                                + " 2026-12-01T20:00:00+08:00");
    }

    @Test
    void countsDatesFrom1904WhereTheWorkbookDoes() throws Exception {
        byte[] workbook = new Workbooks()
                .from1904()
                .sheet(
                        "Wave",
                        "",
                        row(1, "source_id", "start_at") + typed(2, "s=\"1\"", "<v>44895.833333333336</v>"),
                        "")
                .bytes();

        assertThat(Inputs.rows(workbook, InputFormat.XLSX)
                        .get(0)
                        .problems()
                        .get(0)
                        .got())
                .isEqualTo("2026-12-01T20:00:00");
    }

    @Test
    void takesNoNumberForADateBecauseOfTheWordsInItsFormat() throws Exception {
        assertThat(Inputs.spec(number("system_disk_size", "s=\"4\"", "<v>80</v>"))
                        .systemDiskSizeGib())
                .isEqualTo(80);
    }

    @Test
    void readsSharedTextsWithoutTheReadingAidsOfEastAsia() throws Exception {
        byte[] workbook = new Workbooks()
                .text("<t>source_id</t>")
                .text("<t>notes</t>")
                .text("<r><t>課</t></r><r><t xml:space=\"preserve\">きく</t></r><rPh sb=\"0\" eb=\"1\"><t>カ</t></rPh>")
                .text("<t>a_x000D_b</t>")
                .sheet(
                        "Wave",
                        "",
                        "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" t=\"s\"><v>1</v></c></row>"
                                + typed(2, "t=\"s\"", "<v>2</v>") + typed(3, "t=\"s\"", "<v>3</v>"),
                        "")
                .bytes();

        assertThat(Inputs.rows(workbook, InputFormat.XLSX))
                .extracting(row -> Inputs.spec(row).notes())
                .containsExactly("課きく", "a\rb");
    }

    @Test
    void refusesCellsThatMergingLeftWithoutAValue() throws Exception {
        byte[] workbook = new Workbooks()
                .sheet(
                        "Wave",
                        "",
                        row(1, "source_id", "wave", "_remark")
                                + row(2, "s-1", "w1", "x")
                                + row(3, "s-2")
                                + row(4, "s-3", "w2"),
                        "<mergeCells count=\"2\"><mergeCell ref=\"B2:B3\"/><mergeCell ref=\"C2:C4\"/></mergeCells>")
                .bytes();

        List<InputRow> rows = Inputs.rows(workbook, InputFormat.XLSX);

        assertThat(rows.get(0).problems()).isEmpty();
        assertThat(rows.get(1).problems())
                .extracting(Diagnostic::render)
                .containsExactly(
                        "wave:3 -/s-2 wave: A cell that is merged with others, so that it has no value of its own"
                                + " (got B2:B3); unmerge the cells and write the value into each");
        assertThat(rows.get(2).problems()).isEmpty();
    }

    @Test
    void readsTheFirstSheetThatIsNotHiddenAndNamesTheOthers() throws Exception {
        try (WaveReader reader = open(threeSheets(), null)) {
            assertThat(reader.findings())
                    .extracting(Diagnostic::summary)
                    .containsExactly("Read from the sheet Wave 1; not read: Lists (hidden), Wave 2");
            assertThat(Inputs.spec(reader.next()).sourceId()).isEqualTo("s-1");
        }
    }

    @Test
    void readsTheSheetThatIsNamed() throws Exception {
        assertThat(ids(threeSheets(), "Wave 2")).containsExactly("s-2");
        assertThat(ids(threeSheets(), "Lists")).containsExactly("s-0");
    }

    @Test
    void namesTheSheetsWhenThereIsNoneOfTheName() throws Exception {
        assertThat(refusal(threeSheets(), "wave_2"))
                .containsExactly(
                        "wave: The workbook has no sheet of this name (got wave_2, expected Lists, Wave 1, Wave"
                                + " 2); did you mean Wave 2?");
        assertThat(refusal(threeSheets(), "Wave 3")).singleElement().satisfies(message -> assertThat(message)
                .endsWith("name one of its sheets"));
        assertThat(refusal("source_id\ns-1\n".getBytes(java.nio.charset.StandardCharsets.UTF_8), "Wave 1"))
                .singleElement()
                .satisfies(message -> assertThat(message).contains("Only a workbook has sheets"));
    }

    @ParameterizedTest
    @CsvSource({"wave.xlsx", "wave.xlsm", "wave.XLSX", "wave.csv", "wave.yaml"})
    void knowsAWorkbookByItsContents(String name) throws Exception {
        Path file = Files.write(folder.resolve(name), Workbooks.of(row(1, "source_id") + row(2, "s-1")));

        try (WaveReader reader = WaveReader.open(file)) {
            assertThat(Inputs.spec(reader.next()).sourceId()).isEqualTo("s-1");
        }
    }

    @Test
    void readsSheetsOfOtherToolsInWorkbooksToo() throws Exception {
        byte[] workbook = Workbooks.of(row(1, "server_name", "wave_name", "r_type")
                + row(2, "web", "w1", "Rehost")
                + row(3, "old", "w1", "Retire"));

        assertThat(Inputs.rows(workbook, InputFormat.XLSX))
                .extracting(InputRow::parkedBecause)
                .containsExactly(null, "r_type says Retire");
    }

    @Test
    void refusesAValueBeyondTheLastColumn() throws Exception {
        byte[] workbook = Workbooks.of(row(1, "source_id") + row(2, "s-1", "", "stray"));

        assertThat(Inputs.rows(workbook, InputFormat.XLSX).get(0).problems())
                .extracting(Diagnostic::render)
                .containsExactly(
                        "wave:2 -/s-1 column 3: A value beyond the last column (got stray, expected 1 columns, as the"
                                + " row of names has); give the column a name, or delete the value");
    }

    @Test
    void givesRejectedRowsBackAsCsv() throws Exception {
        InputRow row = number("net_mode", "", "<v>2.5</v>");
        StringWriter text = new StringWriter();

        try (RejectedWriter writer = RejectedWriter.of(text, row.raw())) {
            writer.write(row, row.problems(), false);
        }

        assertThat(RejectedWriter.ending(row.raw())).isEqualTo(".csv");
        assertThat(text.toString())
                .startsWith("\uFEFFsource_id,net_mode,_error_code")
                .contains("s-2,2.5,value.integer");
        assertThat(Inputs.spec(Inputs.csv(text.toString().replace("s-2,2.5,", "s-2,2,"))
                                .get(0))
                        .netMode())
                .isEqualTo(2);
    }

    private static InputRow number(String column, String attributes, String cell) throws Exception {
        return Inputs.rows(Workbooks.of(row(1, "source_id", column) + typed(2, attributes, cell)), InputFormat.XLSX)
                .get(0);
    }

    private static byte[] threeSheets() {
        return new Workbooks()
                .sheet("Lists", "state=\"hidden\"", row(1, "source_id") + row(2, "s-0"), "")
                .sheet("Wave 1", "", row(1, "source_id") + row(2, "s-1"), "")
                .sheet("Wave 2", "", row(1, "source_id") + row(2, "s-2"), "")
                .bytes();
    }

    private static WaveReader open(byte[] workbook, @Nullable String sheet) throws Exception {
        return WaveReader.open(
                new ByteArrayInputStream(workbook),
                "wave",
                InputFormat.XLSX,
                ReadOptions.defaults().sheet(sheet));
    }

    private static List<String> ids(byte[] workbook, String sheet) throws Exception {
        List<String> ids = new ArrayList<>();
        try (WaveReader reader = open(workbook, sheet)) {
            reader.forEachRow(row -> ids.add(String.valueOf(Inputs.spec(row).sourceId())));
        }
        return ids;
    }

    private static List<String> refusal(byte[] input, String sheet) throws Exception {
        try (WaveReader reader = open(input, sheet)) {
            throw new AssertionError("not refused: " + reader.findings());
        } catch (DamagedInputException e) {
            return e.diagnostics().stream().map(Diagnostic::render).toList();
        }
    }
}
