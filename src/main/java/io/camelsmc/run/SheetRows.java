package io.camelsmc.run;

import io.camelsmc.spec.read.InputRow;
import java.nio.file.Path;
import java.util.List;

/**
 * The rows of one input as they were read, for the files of rows to be corrected.
 *
 * @param input the file
 * @param rows its rows
 */
public record SheetRows(Path input, List<InputRow> rows) {
    public SheetRows {
        rows = List.copyOf(rows);
    }
}
