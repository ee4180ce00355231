package io.camelsmc.wave;

import io.camelsmc.spec.read.InputRow;
import java.util.List;
import java.util.function.Consumer;

/**
 * Rows that are in memory already.
 *
 * @param rows the rows, their gaps filled
 */
public record ListedRows(List<InputRow> rows) implements WaveSource {

    public ListedRows {
        rows = List.copyOf(rows);
    }

    @Override
    public void forEachRow(Consumer<InputRow> action) {
        rows.forEach(action);
    }
}
