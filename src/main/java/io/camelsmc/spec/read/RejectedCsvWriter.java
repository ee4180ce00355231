package io.camelsmc.spec.read;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import io.camelsmc.diag.Diagnostic;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Writes rows that were set aside as a CSV file that can be corrected and dropped back in: the original columns and
 * cells, then {@code _error_code,_field,_message,_fix,_retryable,_line}. What a row has from defaults is written into it,
 * in columns of their own where the sheet has none, since the corrected file may be read where those defaults are not.
 * Several problems of a row are joined with a semicolon. Cells that a spreadsheet would run as a formula are neutralised,
 * and read back as they were. The file is marked as UTF-8, so that a spreadsheet shows names as they are.
 */
public final class RejectedCsvWriter implements RejectedWriter {

    private final CsvWriter out;
    private final List<String> header;
    private final int[] kept;
    private @Nullable InheritedCells inherited;

    /**
     * Starts a file. What a spreadsheet wrote is written as it wrote it, with the same delimiter.
     *
     * @param first a row of the original file
     */
    public RejectedCsvWriter(Writer target, RawRow first) throws IOException {
        SpreadsheetText.mark(target);
        this.out = CsvWriter.builder()
                .fieldSeparator(first.delimiter())
                .lineDelimiter(first.fromSpreadsheet() ? LineDelimiter.CRLF : LineDelimiter.LF)
                .build(target);
        this.header = first.header();
        this.kept = IntStream.range(0, header.size())
                .filter(i -> !RejectedColumns.ALL.contains(header.get(i)))
                .toArray();
    }

    /** Writes the header; the defaults of the first row are those of all. */
    private InheritedCells begin(List<String> inheritable) {
        InheritedCells cells = new InheritedCells(header, inheritable);
        List<String> columns = new ArrayList<>();
        for (int i : kept) {
            columns.add(FormulaGuard.neutralise(header.get(i)));
        }
        columns.addAll(cells.added());
        columns.addAll(RejectedColumns.ALL);
        out.writeRecord(columns);
        inherited = cells;
        return cells;
    }

    /**
     * Writes one row.
     *
     * @param problems why it was set aside, at least one
     * @param retryable whether the same row may succeed later without a change
     * @throws IllegalArgumentException if the row is not from a file with these columns
     */
    @Override
    public void write(InputRow row, List<Diagnostic> problems, boolean retryable) {
        if (!row.raw().header().equals(header)) {
            throw new IllegalArgumentException("the row has other columns than the file");
        }
        InheritedCells more = inherited == null ? begin(row.values().inheritable()) : inherited;
        List<String> cells = row.raw().cells();
        Map<String, String> filled = more.of(row);
        List<String> line = new ArrayList<>();
        for (int i : kept) {
            String cell = i < cells.size() ? cells.get(i) : "";
            line.add(FormulaGuard.neutralise(cell.isEmpty() ? filled.getOrDefault(header.get(i), "") : cell));
        }
        more.added().forEach(name -> line.add(FormulaGuard.neutralise(filled.getOrDefault(name, ""))));
        RejectedNote note = RejectedNote.of(problems);
        for (String part : List.of(note.code(), note.field(), note.message(), note.fix())) {
            line.add(FormulaGuard.neutralise(part));
        }
        line.add(Boolean.toString(retryable));
        line.add(Integer.toString(row.position().line()));
        out.writeRecord(line);
    }

    @Override
    public void close() throws IOException {
        if (inherited == null) {
            begin(List.of());
        }
        out.close();
    }
}
