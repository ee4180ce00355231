package io.camelsmc.spec.read;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row as its source spells it, kept so that a rejected row can be written out with nothing lost.
 *
 * @param header the columns of a CSV file, the same list for every row; empty for other formats
 * @param cells the cells of a CSV row; empty for other formats
 * @param text the source text of a spec in YAML, JSON or NDJSON; null for CSV
 * @param tree the same spec as a tree; null for CSV, and for what is no object
 * @param delimiter what stood between the cells of a CSV row
 */
public record RawRow(
        List<String> header, List<String> cells, @Nullable String text, @Nullable RowTree tree, char delimiter) {

    private static final char COMMA = ',';

    public RawRow {
        header = List.copyOf(header);
        cells = List.copyOf(cells);
    }

    /** A row of which no tree is known. */
    public RawRow(List<String> header, List<String> cells, @Nullable String text) {
        this(header, cells, text, null, COMMA);
    }

    static RawRow ofCells(List<String> header, List<String> cells, char delimiter) {
        return new RawRow(header, cells, null, null, delimiter);
    }

    /** A row of a workbook, which is given back as CSV. */
    static RawRow ofWorkbook(List<String> header, List<String> cells) {
        return new RawRow(header, cells, null, null, COMMA);
    }

    static RawRow ofText(String text) {
        return new RawRow(List.of(), List.of(), text);
    }

    static RawRow ofTree(String text, RowTree tree) {
        return new RawRow(List.of(), List.of(), text, tree, COMMA);
    }

    /** Whether a spreadsheet made the file: nothing else puts semicolons or tabs between cells. */
    boolean fromSpreadsheet() {
        return isCsv() && delimiter != COMMA;
    }

    /** Whether the row came from a sheet: a CSV file or a workbook. */
    public boolean isCsv() {
        return text == null;
    }
}
