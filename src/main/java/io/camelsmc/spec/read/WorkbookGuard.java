package io.camelsmc.spec.read;

import io.camelsmc.diag.Diagnostic;
import io.camelsmc.diag.SourcePosition;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;

/**
 * Looks through a workbook once before the library opens it, so that neither a zip bomb nor a cell in column ZZZZZZ fills
 * the memory, and learns what the library does not tell: merged cells, and whether dates count from 1904.
 */
final class WorkbookGuard {

    /** A sheet that is larger belongs into a CSV file, which is streamed. */
    private static final long MAX_UNPACKED = 256L * 1024 * 1024;

    /** Texts that cells share are kept in memory by the library. */
    private static final long MAX_SHARED = 64L * 1024 * 1024;

    private static final int MAX_ENTRIES = 10_000;
    private static final int MAX_DEPTH = 64;
    private static final int MAX_MERGED = 10_000;
    private static final int MAX_ARRAY_FORMULAS = 10_000;
    private static final int MAX_COLUMNS = 16_384;
    private static final Pattern RANGE =
            Pattern.compile("\\$?([A-Z]{1,3})\\$?([0-9]{1,7}):\\$?([A-Z]{1,3})\\$?([0-9]{1,7})");
    private static final Pattern CELL = Pattern.compile("\\$?([A-Z]{1,3})\\$?[0-9]{1,7}");
    private static final String SHARED_TYPE = "sharedStrings+xml";
    private static final XMLInputFactory XML = factory();

    private final String source;
    private final int maxFieldChars;
    private final Map<String, String> sheetFiles = new HashMap<>();
    private final Map<String, List<Merged>> merged = new HashMap<>();
    private final Map<String, Integer> texts = new HashMap<>();
    private String sharedPart = "";
    private long unpacked;
    private int highestText = -1;
    private boolean from1904;
    private boolean styled;

    /**
     * Cells that are one.
     *
     * @param firstRow first row, counted from 1
     * @param lastRow last row
     * @param firstColumn first column, counted from 0
     * @param lastColumn last column
     * @param range as the spreadsheet writes it
     */
    record Merged(int firstRow, int lastRow, int firstColumn, int lastColumn, String range) {

        /** Whether the cell is one of those that look empty, since the value stands in the first. */
        boolean covers(int row, int column) {
            return row >= firstRow
                    && row <= lastRow
                    && column >= firstColumn
                    && column <= lastColumn
                    && !(row == firstRow && column == firstColumn);
        }
    }

    private WorkbookGuard(String source, int maxFieldChars) {
        this.source = source;
        this.maxFieldChars = maxFieldChars;
    }

    /** Looks through the workbook. @throws UncheckedDamageException if it is not to be read */
    static WorkbookGuard of(byte[] bytes, String source, ReadOptions options) throws IOException, XMLStreamException {
        WorkbookGuard guard = new WorkbookGuard(source, options.maxFieldChars());
        try (ZipFile zip = ZipFile.builder()
                .setSeekableByteChannel(new SeekableInMemoryByteChannel(bytes))
                .get()) {
            List<ZipArchiveEntry> entries = Collections.list(zip.getEntries());
            guard.known(entries);
            for (ZipArchiveEntry entry : entries) {
                try (InputStream in = guard.capped(zip.getInputStream(entry), entry.getName())) {
                    guard.part(entry.getName(), in);
                }
            }
        }
        int shared = guard.texts.getOrDefault(guard.sharedPart, 0);
        if (guard.highestText >= shared && !guard.sharedPart.isEmpty()) {
            throw guard.damage("A cell names a text that the workbook does not have");
        }
        return guard;
    }

    /** Whether dates count from 1904, as in workbooks that began on a Mac. */
    boolean from1904() {
        return from1904;
    }

    /** Whether the workbook says how its cells look. */
    boolean styled() {
        return styled;
    }

    /** The merged cells of a sheet. */
    List<Merged> merged(String sheetId) {
        return merged.getOrDefault(sheetFiles.getOrDefault(sheetId, ""), List.of());
    }

    private void known(List<ZipArchiveEntry> entries) {
        StringBuilder names = new StringBuilder("PK\003\004");
        if (entries.size() > MAX_ENTRIES) {
            throw damage("A workbook of more than " + MAX_ENTRIES + " parts");
        }
        for (ZipArchiveEntry entry : entries) {
            names.append(entry.getName()).append('\n');
            if (entry.getGeneralPurposeBit().usesEncryption()) {
                throw damage("A workbook in an archive with a password");
            }
        }
        byte[] listing = names.toString().getBytes(StandardCharsets.ISO_8859_1);
        FileKind kind = FileKind.of(listing, listing.length);
        if (kind != null && !kind.workbook()) {
            throw UncheckedDamageException.of(Diagnostic.error("file.kind", "The file is " + kind.what())
                    .at(SourcePosition.of(source))
                    .expected("an Excel workbook (.xlsx)")
                    .fix(kind.fix()));
        }
    }

    private void part(String name, InputStream in) throws IOException, XMLStreamException {
        PushbackInputStream start = new PushbackInputStream(in, 3);
        byte[] head = start.readNBytes(3);
        start.unread(head);
        boolean xml = head.length == 3 && (head[0] == '<' || (head[0] & 0xFF) >= 0xEF || head[0] == 0);
        if (!xml) {
            start.skip(Long.MAX_VALUE);
            return;
        }
        XMLStreamReader reader = XML.createXMLStreamReader(start);
        Cell cell = new Cell();
        int depth = 0;
        while (reader.hasNext()) {
            int event = reader.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                if (++depth > MAX_DEPTH) {
                    throw damage("A workbook whose parts are nested too deep");
                }
                element(reader, name, cell);
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                depth--;
                if (cell.shared && reader.getLocalName().equals("v")) {
                    highestText = Math.max(highestText, cell.number());
                }
                cell.end(reader.getLocalName());
            } else if (event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.CDATA) {
                cell.text(reader);
            }
        }
    }

    /** What is being read of one cell, or of one shared text. */
    private final class Cell {
        private boolean inside;
        private boolean shared;
        private int chars;
        private final StringBuilder index = new StringBuilder();

        void begin(boolean isShared) {
            inside = true;
            shared = isShared;
            chars = 0;
            index.setLength(0);
        }

        void end(String element) {
            if (element.equals("c") || element.equals("si")) {
                inside = false;
                shared = false;
            }
        }

        void text(XMLStreamReader reader) {
            chars += inside ? reader.getTextLength() : 0;
            if (chars > maxFieldChars) {
                throw UncheckedDamageException.of(
                        Diagnostic.error("file.field-cap", "A cell longer than " + maxFieldChars + " characters")
                                .at(SourcePosition.of(source))
                                .fix("shorten it, or save the sheet as CSV UTF-8"));
            }
            if (shared && index.length() < 12) {
                index.append(reader.getText());
            }
        }

        int number() {
            try {
                return Integer.parseInt(index.toString().strip());
            } catch (NumberFormatException noIndex) {
                throw damage("A cell names a text that the workbook does not have");
            }
        }
    }

    private void element(XMLStreamReader reader, String part, Cell cell) {
        switch (reader.getLocalName()) {
            case "c" -> {
                cell.begin("s".equals(reader.getAttributeValue(null, "t")));
                String place = reader.getAttributeValue(null, "r");
                Matcher form = CELL.matcher(place == null ? "A1" : place);
                if (!form.matches() || column(form.group(1)) >= MAX_COLUMNS) {
                    throw damage("A cell in a place that no sheet has");
                }
            }
            case "si" -> {
                cell.begin(false);
                texts.merge(key(part), 1, Integer::sum);
            }
            case "f" -> {
                if ("array".equals(reader.getAttributeValue(null, "t"))
                        && texts.merge("array formulas", 1, Integer::sum) > MAX_ARRAY_FORMULAS) {
                    throw damage("A workbook with more than " + MAX_ARRAY_FORMULAS + " array formulas");
                }
            }
            case "mergeCell" -> merge(part, reader.getAttributeValue(null, "ref"));
            case "workbookPr" -> {
                String value = reader.getAttributeValue(null, "date1904");
                from1904 |= "1".equals(value) || "true".equals(value);
            }
            case "workbook" -> {
                String space = reader.getNamespaceURI();
                if (space != null && space.contains("purl.oclc.org")) {
                    throw damage("A workbook in the form \"Strict Open XML\"");
                }
            }
            case "Relationship" -> {
                String type = reader.getAttributeValue(null, "Type");
                String id = reader.getAttributeValue(null, "Id");
                String target = reader.getAttributeValue(null, "Target");
                if (type != null && id != null && target != null && type.endsWith("/worksheet")) {
                    sheetFiles.put(id, file(target));
                }
            }
            case "Override" -> override(reader);
            default -> {
                // Not needed, but counted.
            }
        }
    }

    private void override(XMLStreamReader reader) {
        String type = reader.getAttributeValue(null, "ContentType");
        String part = reader.getAttributeValue(null, "PartName");
        if (type != null && part != null && type.endsWith(SHARED_TYPE)) {
            sharedPart = key(part);
        }
        styled |= type != null && type.endsWith("styles+xml");
    }

    private void merge(String part, String range) {
        Matcher form = RANGE.matcher(range == null ? "" : range);
        List<Merged> here = merged.computeIfAbsent(file(part), name -> new ArrayList<>());
        if (!form.matches()) {
            return;
        }
        if (here.size() == MAX_MERGED) {
            throw damage("A sheet with more than " + MAX_MERGED + " merged cells");
        }
        here.add(new Merged(
                Integer.parseInt(form.group(2)),
                Integer.parseInt(form.group(4)),
                column(form.group(1)),
                column(form.group(3)),
                form.group()));
    }

    /** The number of a column, counted from 0. */
    private static int column(String letters) {
        int column = 0;
        for (int i = 0; i < letters.length(); i++) {
            column = column * 26 + letters.charAt(i) - 'A' + 1;
        }
        return column - 1;
    }

    private InputStream capped(InputStream in, String part) {
        boolean texts = part.toLowerCase(Locale.ROOT).contains("sharedstrings");
        return new FilterInputStream(in) {
            private long own;

            @Override
            public int read() throws IOException {
                int read = super.read();
                count(read < 0 ? 0 : 1);
                return read;
            }

            @Override
            public int read(byte[] target, int from, int length) throws IOException {
                int read = super.read(target, from, length);
                count(Math.max(0, read));
                return read;
            }

            @Override
            public long skip(long ignored) throws IOException {
                byte[] chunk = new byte[8192];
                long skipped = 0;
                for (int read = read(chunk, 0, chunk.length); read >= 0; read = read(chunk, 0, chunk.length)) {
                    skipped += read;
                }
                return skipped;
            }

            private void count(long read) {
                own += read;
                unpacked += read;
                if (unpacked > MAX_UNPACKED || (texts && own > MAX_SHARED)) {
                    throw UncheckedDamageException.of(Diagnostic.error(
                                    "file.size-cap",
                                    "The workbook is too large: unpacked it has more than "
                                            + (texts && own > MAX_SHARED ? MAX_SHARED : MAX_UNPACKED) / (1024 * 1024)
                                            + " MiB")
                            .at(SourcePosition.of(source))
                            .fix("save the sheet as CSV UTF-8, which has no such cap, or delete what is not needed"));
                }
            }
        };
    }

    private UncheckedDamageException damage(String what) {
        return WorkbookRows.damage(source, what);
    }

    private static String key(String part) {
        String name = part.startsWith("/") ? part.substring(1) : part;
        return name.toLowerCase(Locale.ROOT);
    }

    private static String file(String part) {
        return part.substring(part.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory;
    }
}
