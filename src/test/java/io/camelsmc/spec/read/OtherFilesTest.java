package io.camelsmc.spec.read;

import static io.camelsmc.spec.read.Workbooks.row;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Files that are no sheets of ours are named for what they are; hostile workbooks stay bounded. */
class OtherFilesTest {

    @ParameterizedTest
    @EnumSource(InputFormat.class)
    void namesACompressedFile(InputFormat format) throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write("source_id\ns-1\n".getBytes(StandardCharsets.UTF_8));
        }

        assertThat(message(bytes.toByteArray(), format))
                .isEqualTo(
                        "wave: The file is compressed with gzip (.gz), not text (expected a CSV, YAML, JSON or NDJSON"
                                + " file in UTF-8, or an .xlsx workbook); unpack it first, for example with gunzip");
    }

    @ParameterizedTest
    @CsvSource({
        "xl/workbook.bin,Excel binary workbook (.xlsb)",
        "Index/Document.iwa,Numbers spreadsheet (.numbers)",
        "word/document.xml,Word or PowerPoint file",
        "wave.csv,zip archive"
    })
    void namesWhatAnArchiveHolds(String entry, String what) throws Exception {
        assertThat(message(Workbooks.zip(Map.of(entry, new byte[] {1})), InputFormat.CSV))
                .contains(what);
    }

    @Test
    void namesAnOpenDocumentSpreadsheet() throws Exception {
        // The type of the file is stored first and not deflated.
        byte[] ods = "PK\3\4mimetypeapplication/vnd.oasis.opendocument.spreadsheet".getBytes(StandardCharsets.UTF_8);

        assertThat(message(ods, InputFormat.CSV))
                .contains("an OpenDocument spreadsheet (.ods)")
                .endsWith("save it as .xlsx or as CSV UTF-8");
    }

    @ParameterizedTest
    @CsvSource({
        "Workbook,an Excel 97-2003 workbook (.xls)",
        "EncryptedPackage,a workbook with a password",
        "WordDocument,a Word document",
        "Other,'an Excel 97-2003 workbook (.xls), or a newer one with a password'"
    })
    void namesOldAndEncryptedWorkbooks(String stream, String what) throws Exception {
        byte[] file = new byte[4096];
        byte[] magic = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1};
        System.arraycopy(magic, 0, file, 0, magic.length);
        byte[] name = stream.getBytes(StandardCharsets.UTF_16LE);
        System.arraycopy(name, 0, file, 1024, name.length);

        assertThat(message(file, InputFormat.XLSX)).contains("The file is " + what);
        assertThat(message(file, InputFormat.CSV)).contains("The file is " + what);
    }

    @ParameterizedTest
    @CsvSource({
        "<html><table><tr><td>source_id</td></tr></table>,a web page (HTML)",
        "'<?xml version=\"1.0\"?><Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\">',XML spreadsheet of Excel 2003",
        "<?xml version=\"1.0\"?><servers/>,XML",
        "MIME-Version: 1.0,web archive",
        "ID;PWXL;N;E,SYLK",
        "%PDF-1.7,a PDF",
        "PAR1,Parquet"
    })
    void namesTextThatIsNoSheet(String text, String what) throws Exception {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);

        assertThat(message(bytes, InputFormat.CSV)).contains(what).contains("; ");
        assertThat(message(bytes, InputFormat.XLSX)).contains(what);
    }

    @Test
    void saysThatTextUnderTheNameOfAWorkbookIsText() throws Exception {
        assertThat(message("source_id\ns-1\n".getBytes(StandardCharsets.UTF_8), InputFormat.XLSX))
                .isEqualTo(
                        "wave: The file is text under the name of a workbook (expected an Excel workbook (.xlsx)); give"
                                + " it the ending of what it is, such as .csv");
        assertThat(message(new byte[0], InputFormat.XLSX)).contains("The file is empty");
    }

    @Test
    void refusesAZipBomb() throws Exception {
        byte[] zeros = new byte[300 * 1024 * 1024];
        Arrays.fill(zeros, (byte) ' ');
        byte[] bomb = new Workbooks()
                .sheet("Wave", "", row(1, "source_id"), "")
                .part("xl/media/image1.png", zeros)
                .bytes();

        assertThat(bomb.length).isLessThan(1024 * 1024);
        assertThat(message(bomb, InputFormat.XLSX))
                .contains("The workbook is too large: unpacked it has more than 256 MiB");
    }

    @Test
    void refusesACellLongerThanAnyCell() throws Exception {
        assertThat(message(Workbooks.of(row(1, "source_id") + row(2, "x".repeat(70_000))), InputFormat.XLSX))
                .contains("A cell longer than 65536 characters");
    }

    @ParameterizedTest
    @CsvSource({
        "'<row r=\"1\"><c r=\"ZZZZZZZ1\"><v>1</v></c></row>'",
        "'<row r=\"1\"><c r=\"XFE1\"><v>1</v></c></row>'",
        "'<row r=\"1\"><c r=\"A1\" t=\"s\"><v>2000000000</v></c></row>'",
        "'<row r=\"1\"><c r=\"A1\" t=\"s\"><v>x</v></c></row>'",
        "'<row r=\"x\"><c><v>1</v></c></row>'",
        "'<row r=\"1\"><c r=\"A1\" t=\"zz\"><v>1</v></c></row>'",
        "'<row r=\"1\"><c r=\"A1\"><f t=\"shared\" si=\"7\"/></c></row>'",
        "'<row r=\"1\"><c r=\"A1\"'"
    })
    void refusesADamagedWorkbookWhole(String rows) throws Exception {
        assertThat(message(Workbooks.of(rows), InputFormat.XLSX))
                .endsWith(
                        "open it in the spreadsheet and save it again as .xlsx (\"Excel Workbook\"), or as CSV UTF-8");
    }

    @Test
    void expandsNoEntities() throws Exception {
        byte[] workbook = new Workbooks()
                .sheet("Wave", "", row(1, "source_id"), "")
                .part(
                        "xl/worksheets/sheet1.xml",
                        "<!DOCTYPE w [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;\">]><worksheet><sheetData>"
                                + "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>&b;</t></is></c></row>"
                                + "</sheetData></worksheet>")
                .bytes();

        assertThat(message(workbook, InputFormat.XLSX)).doesNotContain("aaaaaaaaaa");
    }

    @Test
    void refusesATornArchive() throws Exception {
        byte[] whole = Workbooks.of(row(1, "source_id") + row(2, "s-1"));

        assertThat(message(Arrays.copyOf(whole, whole.length / 2), InputFormat.XLSX))
                .contains("Not readable as a workbook");
    }

    @Test
    void refusesAWorkbookInTheStrictForm() throws Exception {
        byte[] workbook = new Workbooks()
                .sheet("Wave", "", row(1, "source_id"), "")
                .part("xl/workbook.xml", "<workbook xmlns=\"http://purl.oclc.org/ooxml/spreadsheetml/main\"/>")
                .bytes();

        assertThat(message(workbook, InputFormat.XLSX)).contains("Strict Open XML");
    }

    @Test
    void saysThatASheetIsEmpty() throws Exception {
        assertThat(message(Workbooks.of(""), InputFormat.XLSX)).contains("The sheet Wave is empty");
    }

    private static String message(byte[] bytes, InputFormat format) throws Exception {
        return Inputs.damage(bytes, format).get(0).render();
    }
}
