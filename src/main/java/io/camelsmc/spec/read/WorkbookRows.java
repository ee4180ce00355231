package io.camelsmc.spec.read;

import io.camelsmc.diag.Diagnostic;
import io.camelsmc.diag.SourcePosition;
import io.camelsmc.spec.read.WorkbookCells.Line;
import io.camelsmc.spec.read.WorkbookGuard.Merged;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.xml.stream.XMLStreamException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.dhatim.fastexcel.reader.SheetVisibility;
import org.jspecify.annotations.Nullable;

/** The rows of one sheet of an Excel workbook, read as they are asked for. Their numbers are those of the sheet. */
final class WorkbookRows implements RowSource {

    /** The packed file is kept in memory, since its directory stands at its end. */
    private static final int MAX_BYTES = 64 * 1024 * 1024;

    private final String source;
    private final ReadableWorkbook workbook;
    private final Stream<Row> stream;
    private final Iterator<Row> rows;
    private final WorkbookCells cells;
    private final List<Merged> merged;
    private final CsvHeader header;
    private final List<Diagnostic> findings = new ArrayList<>();
    private int number;

    private WorkbookRows(String source, ReadableWorkbook workbook, WorkbookGuard guard, Sheet sheet)
            throws IOException {
        this.source = source;
        this.workbook = workbook;
        this.cells = new WorkbookCells(guard.from1904());
        this.merged = guard.merged(sheet.getId());
        this.stream = sheet.openStream();
        this.rows = stream.iterator();
        Line first = nextLine();
        while (first != null && first.cells().get(0).startsWith(CsvDialect.COMMENT)) {
            first = nextLine();
        }
        if (first == null) {
            throw UncheckedDamageException.of(
                    Diagnostic.error("file.empty", "The sheet " + sheet.getName() + " is empty")
                            .at(SourcePosition.of(source))
                            .fix("its first row must name the columns; choose another sheet if this is not the one"));
        }
        this.header = CsvHeader.of(first.cells(), SourcePosition.of(source, first.number()));
        findings.addAll(header.findings());
    }

    /** Reads the header. @throws UncheckedDamageException if the workbook or its columns make no sense */
    static WorkbookRows open(InputStream in, String source, ReadOptions options) throws IOException {
        byte[] bytes = in.readNBytes(MAX_BYTES + 1);
        in.close();
        if (bytes.length > MAX_BYTES) {
            throw UncheckedDamageException.of(Diagnostic.error(
                            "file.size-cap", "The workbook is larger than " + MAX_BYTES / (1024 * 1024) + " MiB")
                    .at(SourcePosition.of(source))
                    .fix("save the sheet as CSV UTF-8, which has no such cap"));
        }
        try {
            WorkbookGuard guard = WorkbookGuard.of(bytes, source, options);
            ReadableWorkbook workbook =
                    new ReadableWorkbook(new ByteArrayInputStream(bytes), new ReadingOptions(guard.styled(), true));
            List<Sheet> sheets = workbook.getSheets().toList();
            Sheet sheet = choose(sheets, source, options.sheet());
            WorkbookRows rows = new WorkbookRows(source, workbook, guard, sheet);
            if (sheets.size() > 1) {
                rows.findings.add(0, WorkbookRows.chosen(sheets, sheet, source));
            }
            return rows;
        } catch (UncheckedDamageException e) {
            throw e;
        } catch (NoClassDefFoundError missing) {
            throw UncheckedDamageException.of(
                    Diagnostic.error("xlsx.library", "The library that reads workbooks is missing")
                            .at(SourcePosition.of(source))
                            .fix("add org.dhatim:fastexcel-reader to the application, or save the sheet as CSV UTF-8"));
        } catch (IOException | XMLStreamException | RuntimeException e) {
            throw damage(source, e);
        }
    }

    private static Sheet choose(List<Sheet> sheets, String source, @Nullable String wanted) {
        List<String> names = sheets.stream().map(Sheet::getName).toList();
        if (wanted == null) {
            return sheets.stream()
                    .filter(sheet -> sheet.getVisibility() == SheetVisibility.VISIBLE)
                    .findFirst()
                    .orElseThrow(() -> damage(source, "A workbook without a sheet that is not hidden"));
        }
        return sheets.stream()
                .filter(sheet -> sheet.getName().equals(wanted))
                .findFirst()
                .orElseThrow(() -> {
                    String near = NearMiss.sameThing(wanted, names);
                    return UncheckedDamageException.of(
                            Diagnostic.error("xlsx.sheet", "The workbook has no sheet of this name")
                                    .at(SourcePosition.of(source))
                                    .got(wanted)
                                    .expected(String.join(", ", names))
                                    .fix(near == null ? "name one of its sheets" : NearMiss.question(wanted, near)));
                });
    }

    /** People should see that there is more in the workbook than is read. */
    private static Diagnostic chosen(List<Sheet> sheets, Sheet chosen, String source) {
        List<String> others = sheets.stream()
                .filter(sheet -> sheet != chosen)
                .map(sheet -> sheet.getName() + (sheet.getVisibility() == SheetVisibility.VISIBLE ? "" : " (hidden)"))
                .toList();
        return Diagnostic.info(
                        "xlsx.sheet",
                        "Read from the sheet " + chosen.getName() + "; not read: " + String.join(", ", others))
                .at(SourcePosition.of(source));
    }

    @Override
    public @Nullable InputRow next() {
        Line line;
        try {
            line = nextLine();
        } catch (UncheckedDamageException e) {
            throw e;
        } catch (RuntimeException e) {
            throw damage(source, e);
        }
        return line == null ? null : row(line);
    }

    private InputRow row(Line line) {
        SourcePosition position = SourcePosition.of(source, line.number());
        int width = header.names().size();
        List<String> raw = new ArrayList<>(line.cells());
        while (raw.size() < width) {
            raw.add("");
        }
        List<String> read = new ArrayList<>(raw.subList(0, width));
        Map<Integer, Diagnostic> faults = faults(line);
        faults.keySet().forEach(column -> read.set(column, ""));
        if (header.refed()) {
            read.replaceAll(FormulaGuard::restore);
        }
        SpecMapper.Result result = CsvRowMapper.read(header.names(), header.columns(), read, position);
        faults.forEach((column, fault) ->
                result.problems().add(fault.at(position).in(header.names().get(column))));
        if (raw.size() > width) {
            result.problems()
                    .add(Diagnostic.error("csv.too-many-cells", "A value beyond the last column")
                            .at(position)
                            .in("column " + raw.size())
                            .got(raw.get(raw.size() - 1))
                            .expected(width + " columns, as the row of names has")
                            .fix("give the column a name, or delete the value"));
        }
        return Rows.row(result, position, ++number, RawRow.ofWorkbook(header.names(), raw.subList(0, width)));
    }

    private Map<Integer, Diagnostic> faults(Line line) {
        Map<Integer, Diagnostic> faults = new TreeMap<>();
        for (int i = 0; i < header.columns().size(); i++) {
            CsvColumn column = header.columns().get(i);
            Diagnostic fault = WorkbookCells.fault(line, i, column);
            boolean ignored = column instanceof CsvColumn.Ignored || column instanceof CsvColumn.Dropped;
            if (fault == null && !ignored) {
                fault = merged(line.number(), i);
            }
            if (fault != null) {
                faults.put(i, fault);
            }
        }
        return faults;
    }

    private @Nullable Diagnostic merged(int row, int column) {
        for (Merged range : merged) {
            if (range.covers(row, column)) {
                return Diagnostic.error(
                                "xlsx.merged", "A cell that is merged with others, so that it has no value of its own")
                        .got(range.range())
                        .fix("unmerge the cells and write the value into each");
            }
        }
        return null;
    }

    @Override
    public List<Diagnostic> findings() {
        return findings;
    }

    private @Nullable Line nextLine() {
        while (rows.hasNext()) {
            Line line = cells.line(rows.next());
            if (line.cells().stream().anyMatch(cell -> !cell.isBlank())) {
                return line;
            }
        }
        return null;
    }

    private static UncheckedDamageException damage(String source, Exception cause) {
        return damage(source, "Not readable as a workbook: " + cause.getMessage());
    }

    static UncheckedDamageException damage(String source, String what) {
        return UncheckedDamageException.of(Diagnostic.error("xlsx.syntax", what)
                .at(SourcePosition.of(source))
                .fix("open it in the spreadsheet and save it again as .xlsx (\"Excel Workbook\"), or as CSV UTF-8"));
    }

    @Override
    public void close() throws IOException {
        stream.close();
        workbook.close();
    }
}
