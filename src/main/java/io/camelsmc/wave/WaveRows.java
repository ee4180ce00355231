package io.camelsmc.wave;

import io.camelsmc.diag.SafeText;
import io.camelsmc.spec.read.DamagedInputException;
import io.camelsmc.spec.read.InputRow;
import io.camelsmc.spec.read.WaveReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The rows of one wave, for a streaming split: those of a {@link CheckedStream}, one at a time, with their clashes; each is
 * checked by itself when it is used. Not safe to share between threads.
 */
public final class WaveRows implements Iterator<InputRow>, Closeable {

    private final StreamInput input;
    private final CheckedStream stream;
    private final BooleanSupplier stopping;
    private final WaveReader reader;
    private @Nullable InputRow ahead;

    private WaveRows(StreamInput input, CheckedStream stream, BooleanSupplier stopping) throws DamagedInputException {
        this.input = input;
        this.stream = stream;
        this.stopping = stopping;
        this.reader = input.open();
    }

    /**
     * Takes an input over and looks at it as a whole, so that damage and clashes are found before the first row goes out.
     *
     * @param stopping tells that the context is going down: no further row is then handed out
     * @throws DamagedInputException if the input is damaged
     */
    public static WaveRows open(StreamInput input, BooleanSupplier stopping) throws DamagedInputException {
        CheckedStream stream = CheckedStream.of(List.of(input), input.rules().context(), row -> true);
        return new WaveRows(input, stream, stopping);
    }

    /** The look at the input as a whole. */
    public CheckedStream stream() {
        return stream;
    }

    /** Rows that will be handed out. */
    public long count() {
        return stream.rows();
    }

    @Override
    public boolean hasNext() {
        while (ahead == null && !stopping.getAsBoolean() && reader.hasNext()) {
            InputRow row = stream.withClashes(input.rules().fill(reader.next()));
            ahead = stream.takesPart(row) ? row : null;
        }
        return ahead != null;
    }

    @Override
    public InputRow next() {
        if (!hasNext() || ahead == null) {
            throw new NoSuchElementException();
        }
        InputRow row = ahead;
        ahead = null;
        return row;
    }

    /** Closes the input as well. */
    @Override
    public void close() {
        try {
            reader.close();
            input.close();
        } catch (IOException e) {
            throw new UncheckedIOException("could not close " + SafeText.excerpt(input.name()), e);
        }
    }
}
