package io.camelsmc.spec.read;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import io.camelsmc.diag.Diagnostic;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Writes rows that were set aside as a CSV file that can be corrected and dropped back in: the original columns and
 * cells, then {@code _error_code,_field,_message,_fix,_retryable,_line}. Several problems of a row are joined with a
 * semicolon. Cells that a spreadsheet would run as a formula are neutralised, and read back as they were.
 */
public final class RejectedCsvWriter implements RejectedWriter {

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final CsvWriter out;
    private final List<String> header;
    private final int[] kept;

    /**
     * Starts a file; the header is written at once. What a spreadsheet wrote is written so that it opens it again: with
     * the same delimiter, and a byte-order mark, without which it does not take the file for UTF-8.
     *
     * @param first a row of the original file
     */
    public RejectedCsvWriter(Writer target, RawRow first) throws IOException {
        if (first.fromSpreadsheet()) {
            target.write(BYTE_ORDER_MARK);
        }
        this.out = CsvWriter.builder()
                .fieldSeparator(first.delimiter())
                .lineDelimiter(first.fromSpreadsheet() ? LineDelimiter.CRLF : LineDelimiter.LF)
                .build(target);
        this.header = first.header();
        this.kept = IntStream.range(0, header.size())
                .filter(i -> !RejectedColumns.ALL.contains(header.get(i)))
                .toArray();
        List<String> columns = new ArrayList<>();
        for (int i : kept) {
            columns.add(FormulaGuard.neutralise(header.get(i)));
        }
        columns.addAll(RejectedColumns.ALL);
        out.writeRecord(columns);
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
        List<String> cells = row.raw().cells();
        List<String> line = new ArrayList<>();
        for (int i : kept) {
            line.add(i < cells.size() ? FormulaGuard.neutralise(cells.get(i)) : "");
        }
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
        out.close();
    }
}
