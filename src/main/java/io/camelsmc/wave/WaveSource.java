package io.camelsmc.wave;

import io.camelsmc.spec.read.DamagedInputException;
import io.camelsmc.spec.read.InputRow;
import java.util.function.Consumer;

/** Rows that can be passed over as often as it takes: a file, the copy of a stream, or rows in memory. */
public interface WaveSource {

    /** Hands every row to an action, its gaps filled; a damaged input may be found out on the way. */
    void forEachRow(Consumer<InputRow> action) throws DamagedInputException;
}
