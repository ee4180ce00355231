package io.camelsmc.spec.read;

import java.io.Closeable;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Hands out the rows of one input, one after the other. */
interface RowSource extends Closeable {

    /**
     * The next row; null at the end.
     *
     * @throws UncheckedDamageException if the input is damaged
     */
    @Nullable
    InputRow next() throws IOException;
}
