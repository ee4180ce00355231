package io.camelsmc.spec.read;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import io.camelsmc.diag.Diagnostic;
import io.camelsmc.diag.SourcePosition;
import java.io.IOException;
import java.io.Reader;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rows of a CSV file, read as they are asked for. */
final class CsvRows implements RowSource {

    private final String source;
    private final CloseableIterator<CsvRecord> records;
    private final CsvGuard guard;
    private final char delimiter;
    private final CsvHeader header;
    private final int headerCells;
    private List<String> names = List.of();
    private int number;

    private CsvRows(String source, CsvGuard guard, char delimiter, CloseableIterator<CsvRecord> records) {
        this.source = source;
        this.guard = guard;
        this.delimiter = delimiter;
        this.records = records;
        CsvRecord first = nextRecord();
        while (first != null && first.getField(0).startsWith(CsvDialect.COMMENT)) {
            first = nextRecord();
        }
        if (first == null) {
            throw UncheckedDamageException.of(Diagnostic.error("file.empty", "The file is empty")
                    .at(SourcePosition.of(source))
                    .fix("the first line must name the columns"));
        }
        this.header = CsvHeader.of(first.getFields(), position(first));
        this.names = header.names();
        this.headerCells = first.getFieldCount();
    }

    /** Reads the header. @throws UncheckedDamageException if the columns make no sense */
    static CsvRows open(Reader text, String source, ReadOptions options) throws IOException {
        CsvDialect dialect = CsvDialect.detect(text, source);
        CsvGuard guarded = new CsvGuard(dialect.reader(), dialect.delimiter(), source, options);
        return new CsvRows(
                source,
                guarded,
                dialect.delimiter(),
                CsvReader.builder()
                        .fieldSeparator(dialect.delimiter())
                        .skipEmptyLines(true)
                        .allowExtraFields(true)
                        .allowMissingFields(true)
                        .ofCsvRecord(guarded)
                        .iterator());
    }

    @Override
    public @Nullable InputRow next() {
        CsvRecord found = nextRecord();
        if (found == null) {
            return null;
        }
        SourcePosition position = position(found);
        List<String> cells = header.refed()
                ? found.getFields().stream().map(FormulaGuard::restore).toList()
                : found.getFields();
        SpecMapper.Result read = read(cells, position);
        checkWidth(cells, position, read.problems());
        return Rows.row(read, position, ++number, RawRow.ofCells(header.names(), cells, delimiter));
    }

    @Override
    public List<Diagnostic> findings() {
        return header.findings();
    }

    private @Nullable CsvRecord nextRecord() {
        try {
            while (records.hasNext()) {
                CsvRecord found = records.next();
                if (!isBlank(found)) {
                    return found;
                }
            }
            return null;
        } catch (CsvParseException e) {
            if (UncheckedDamageException.unwrap(e) instanceof UncheckedDamageException damage) {
                throw named(damage);
            }
            throw UncheckedDamageException.of(Diagnostic.error("csv.syntax", "Not readable as CSV: " + e.getMessage())
                    .at(SourcePosition.of(source))
                    .fix("save the file as CSV UTF-8 again"));
        }
    }

    private static boolean isBlank(CsvRecord found) {
        for (int i = 0; i < found.getFieldCount(); i++) {
            if (!found.getField(i).isBlank()) {
                return false;
            }
        }
        return true;
    }

    private void checkWidth(List<String> cells, SourcePosition position, List<Diagnostic> problems) {
        int width = header.names().size();
        if (cells.size() < width) {
            problems.add(Diagnostic.error("csv.too-few-cells", "Too few cells")
                    .at(position)
                    .in(header.names().get(cells.size()))
                    .got(Integer.toString(cells.size()))
                    .expected(width + ", as many as columns")
                    .fix("add the missing delimiters; this is the first column without a cell"));
        }
    }

    private SpecMapper.Result read(List<String> cells, SourcePosition position) {
        if (isTooWide(cells)) {
            return ShiftedCells.read(header, cells, delimiter, position);
        }
        SpecMapper.Result read = CsvRowMapper.read(header.names(), header.columns(), cells, position);
        int extra = cells.size() - headerCells;
        SpecMapper.Result shifted = extra > 0 && !read.problems().isEmpty()
                ? ShiftedCells.readHidden(header, cells, extra, delimiter, position)
                : null;
        return shifted == null ? read : shifted;
    }

    /** Empty cells at the end are what spreadsheets leave behind. */
    private boolean isTooWide(List<String> cells) {
        for (int i = header.names().size(); i < cells.size(); i++) {
            if (!cells.get(i).isEmpty()) {
                return true;
            }
        }
        return false;
    }

    /** The damage with the column in whose cell it was found, where the header is known. */
    private UncheckedDamageException named(UncheckedDamageException damage) {
        int cell = guard.cell();
        if (cell >= names.size()) {
            return damage;
        }
        return UncheckedDamageException.of(damage.damage().diagnostics().stream()
                .map(problem -> problem.field() == null ? problem.in(names.get(cell)) : problem)
                .toList());
    }

    private SourcePosition position(CsvRecord found) {
        return SourcePosition.of(source, (int) Math.min(Integer.MAX_VALUE, found.getStartingLineNumber()));
    }

    @Override
    public void close() throws IOException {
        records.close();
    }
}
