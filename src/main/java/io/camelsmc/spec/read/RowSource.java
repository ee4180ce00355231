package io.camelsmc.spec.read;

import io.camelsmc.diag.Diagnostic;
import java.io.Closeable;
import java.io.IOException;
import java.util.List;
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

    /** What is worth knowing about the input as a whole; known from the start. */
    default List<Diagnostic> findings() {
        return List.of();
    }
}
