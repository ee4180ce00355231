package io.camelsmc.spec.read;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Makes workbooks out of the XML that spreadsheets write, so that every oddity can be made. */
final class Workbooks {

    private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static final String RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.";

    private final Map<String, byte[]> parts = new LinkedHashMap<>();
    private final StringBuilder sheets = new StringBuilder();
    private final StringBuilder relations = new StringBuilder();
    private final StringBuilder texts = new StringBuilder();
    private String properties = "";
    private int count;

    /** A workbook of one sheet with these rows of XML. */
    static byte[] of(String rows) {
        return new Workbooks().sheet("Wave", "", rows, "").bytes();
    }

    Workbooks from1904() {
        properties = "<workbookPr date1904=\"1\"/>";
        return this;
    }

    Workbooks text(String si) {
        texts.append("<si>").append(si).append("</si>");
        return this;
    }

    /** Adds a sheet; what follows its rows may be merged cells. */
    Workbooks sheet(String name, String attributes, String rows, String after) {
        count++;
        sheets.append("<sheet name=\"" + name + "\" sheetId=\"" + count + "\" r:id=\"rId" + count + "\" " + attributes
                + "/>");
        relations.append("<Relationship Id=\"rId" + count + "\" Type=\"" + RELATIONS
                + "/worksheet\" Target=\"worksheets/sheet" + count + ".xml\"/>");
        return part(
                "xl/worksheets/sheet" + count + ".xml",
                "<worksheet xmlns=\"" + MAIN + "\"><sheetData>" + rows + "</sheetData>" + after + "</worksheet>");
    }

    Workbooks part(String name, String xml) {
        return part(name, ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + xml).getBytes(StandardCharsets.UTF_8));
    }

    Workbooks part(String name, byte[] bytes) {
        parts.put(name, bytes);
        return this;
    }

    byte[] bytes() {
        Map<String, byte[]> all = new LinkedHashMap<>();
        Workbooks fixed = new Workbooks();
        fixed.part(
                "[Content_Types].xml",
                "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
                        + "<Override PartName=\"/xl/workbook.xml\" ContentType=\"" + TYPE + "sheet.main+xml\"/>"
                        + "<Override PartName=\"/xl/styles.xml\" ContentType=\"" + TYPE + "styles+xml\"/>"
                        + "<Override PartName=\"/xl/sharedStrings.xml\" ContentType=\"" + TYPE + "sharedStrings+xml\"/>"
                        + "</Types>");
        fixed.part(
                "xl/workbook.xml",
                "<workbook xmlns=\"" + MAIN + "\" xmlns:r=\"" + RELATIONS + "\">" + properties + "<sheets>" + sheets
                        + "</sheets></workbook>");
        fixed.part(
                "xl/_rels/workbook.xml.rels",
                "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">" + relations
                        + "</Relationships>");
        fixed.part(
                "xl/styles.xml",
                "<styleSheet xmlns=\"" + MAIN
                        + "\"><numFmts><numFmt numFmtId=\"164\" formatCode=\"[$-407]dd/mm/yyyy\\ hh:mm\"/>"
                        + "<numFmt numFmtId=\"165\" formatCode=\"0.0&quot; days&quot;\"/></numFmts><cellXfs>"
                        + "<xf numFmtId=\"0\"/><xf numFmtId=\"22\"/><xf numFmtId=\"164\"/><xf numFmtId=\"31\"/>"
                        + "<xf numFmtId=\"165\"/></cellXfs></styleSheet>");
        fixed.part("xl/sharedStrings.xml", "<sst xmlns=\"" + MAIN + "\">" + texts + "</sst>");
        all.putAll(fixed.parts);
        all.putAll(parts);
        return zip(all);
    }

    static byte[] zip(Map<String, byte[]> parts) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue());
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** A row of texts. */
    static String row(int number, String... texts) {
        StringBuilder row = new StringBuilder("<row r=\"" + number + "\">");
        for (int i = 0; i < texts.length; i++) {
            if (!texts[i].isEmpty()) {
                row.append("<c r=\"" + (char) ('A' + i) + number + "\" t=\"inlineStr\"><is><t>" + texts[i]
                        + "</t></is></c>");
            }
        }
        return row.append("</row>").toString();
    }

    /** A row with an id and one more cell of any kind. */
    static String typed(int number, String attributes, String content) {
        return "<row r=\"" + number + "\"><c r=\"A" + number + "\" t=\"inlineStr\"><is><t>s-" + number
                + "</t></is></c><c r=\"B" + number + "\" " + attributes + ">" + content + "</c></row>";
    }
}
