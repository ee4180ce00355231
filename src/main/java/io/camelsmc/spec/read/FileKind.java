package io.camelsmc.spec.read;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a file is that is no text of ours, told by its first bytes: workbooks, archives and what else people hand over
 * instead of a sheet.
 *
 * @param what the kind, for people
 * @param fix what to do
 * @param workbook whether it is a workbook that is read
 */
record FileKind(String what, String fix, boolean workbook) {

    /** Bytes that suffice to tell. */
    static final int HEAD = 32 * 1024;

    private static final String SAVE = "open it in the spreadsheet and save it as .xlsx or as CSV UTF-8";
    private static final String SAVE_XLSX = "save it as an Excel workbook (.xlsx) or as CSV UTF-8";

    /** A workbook that is read. */
    static final FileKind XLSX = new FileKind("an Excel workbook (.xlsx)", SAVE, true);

    /** The kind of the file; null when nothing speaks against text. */
    static @Nullable FileKind of(byte[] bytes, int length) {
        String head = new String(bytes, 0, Math.min(length, HEAD), StandardCharsets.ISO_8859_1);
        if (head.startsWith("PK\003\004") || head.startsWith("PK\005\006")) {
            return zip(head);
        }
        if (head.startsWith("\u00D0\u00CF\u0011\u00E0\u00A1\u00B1\u001A\u00E1")) {
            return compound(head);
        }
        FileKind packed = packed(head);
        return packed == null ? markup(head) : packed;
    }

    private static FileKind zip(String head) {
        if (head.contains("xl/workbook.bin")) {
            return other("an Excel binary workbook (.xlsb)", SAVE_XLSX);
        }
        if (head.contains("opendocument.spreadsheet")) {
            return other("an OpenDocument spreadsheet (.ods)", SAVE);
        }
        if (head.contains("opendocument")) {
            return other("an OpenDocument file, but no spreadsheet", "save the table as .xlsx or as CSV UTF-8");
        }
        if (head.contains("Index/Document.iwa") || head.contains("Index/Tables") || head.contains("Index.zip")) {
            return other("a Numbers spreadsheet (.numbers)", "export it from Numbers as CSV (Unicode UTF-8) or Excel");
        }
        if (head.contains("word/") || head.contains("ppt/")) {
            return other("a Word or PowerPoint file", "save the table as .xlsx or as CSV UTF-8");
        }
        if (head.contains("[Content_Types].xml") || head.contains("xl/")) {
            return XLSX;
        }
        return other("a zip archive", "unpack it and name the file inside");
    }

    /** The names inside are UTF-16; the directory may lie too far back to be seen. */
    private static FileKind compound(String head) {
        String names = head.replace("\0", "");
        if (names.contains("EncryptedPackage") || names.contains("EncryptionInfo")) {
            return other("a workbook with a password", "remove the password in Excel, or save it as CSV UTF-8");
        }
        if (names.contains("WordDocument")) {
            return other("a Word document", "save the table as .xlsx or as CSV UTF-8");
        }
        return other(
                names.contains("Workbook") || names.contains("Book")
                        ? "an Excel 97-2003 workbook (.xls)"
                        : "an Excel 97-2003 workbook (.xls), or a newer one with a password",
                SAVE_XLSX + ", without a password");
    }

    private static @Nullable FileKind packed(String head) {
        String unpack = "unpack it first, for example with ";
        if (head.startsWith("\u001F\u008B")) {
            return other("compressed with gzip (.gz)", unpack + "gunzip");
        }
        if (head.startsWith("BZh") && head.startsWith("1AY&SY", 4)) {
            return other("compressed with bzip2 (.bz2)", unpack + "bunzip2");
        }
        if (head.startsWith("\u00FD7zXZ")) {
            return other("compressed with xz (.xz)", unpack + "unxz");
        }
        if (head.startsWith("(\u00B5/\u00FD")) {
            return other("compressed with zstd (.zst)", unpack + "unzstd");
        }
        if (head.startsWith("7z\u00BC\u00AF") || head.startsWith("Rar!\u001A")) {
            return other("a 7z or rar archive", "unpack it and name the file inside");
        }
        if (head.length() > 262 && head.startsWith("ustar", 257)) {
            return other("a tar archive", "unpack it and name the file inside");
        }
        if (head.startsWith("%PDF-")) {
            return other("a PDF", "export the table as .xlsx or as CSV UTF-8; a PDF cannot be read");
        }
        if (head.startsWith("\t\b\u0010\0")
                || head.startsWith("\t\u0004\u0006\0")
                || head.startsWith("\t\u0002\u0006\0")) {
            return other("an Excel workbook from before 1997 (.xls)", SAVE_XLSX);
        }
        if (head.startsWith("SQLite format 3\0") || head.startsWith("\0\u0001\0\0Standard ")) {
            return other("a database", "export the table as CSV UTF-8");
        }
        return head.startsWith("PAR1") ? other("a Parquet file", "convert it to CSV UTF-8") : null;
    }

    /** Web pages and XML that tools save under the name .xls. */
    private static @Nullable FileKind markup(String head) {
        String start = head.startsWith("\u00EF\u00BB\u00BF") ? head.substring(3) : head;
        String text = start.stripLeading().toLowerCase(Locale.ROOT);
        if (text.startsWith("<?xml") || text.startsWith("<workbook") || text.startsWith("<ss:workbook")) {
            return text.contains("urn:schemas-microsoft-com:office:spreadsheet")
                    ? other("an XML spreadsheet of Excel 2003", SAVE)
                    : other("XML", "export the table as .xlsx or as CSV UTF-8");
        }
        if (text.startsWith("<!doctype html")
                || text.startsWith("<html")
                || text.startsWith("<table")
                || text.startsWith("<meta")) {
            return other("a web page (HTML), which some tools save under the name .xls", SAVE);
        }
        if (text.startsWith("mime-version:")) {
            return other("a web archive (MHTML), which some tools save under the name .xls", SAVE);
        }
        if (text.startsWith("id;p")) {
            return other("a SYLK file (.slk)", SAVE);
        }
        return text.startsWith("{\\rtf") ? other("an RTF document", "save the table as .xlsx or as CSV UTF-8") : null;
    }

    private static FileKind other(String what, String fix) {
        return new FileKind(what, fix, false);
    }
}
