package io.camelsmc.wave;

import io.camelsmc.diag.SafeText;
import io.camelsmc.spec.InvalidSpecException;
import io.camelsmc.spec.read.InputFormat;
import io.camelsmc.spec.read.InputRow;
import io.camelsmc.spec.read.ReadOptions;
import io.camelsmc.spec.read.WaveReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The rows of one wave, for a streaming split. Opening it reads the input once from end to end, so that damage is found
 * before the first row goes out, and rows that clash with each other are known; then the rows are read again, one by one.
 * Parked rows ({@code enabled: false}) are left out. Not safe to share between threads.
 */
public final class WaveRows implements Iterator<InputRow>, Closeable {

    private static final Logger LOG = LoggerFactory.getLogger(WaveRows.class);

    private final StableInput input;
    private final String source;
    private final InputFormat format;
    private final WaveScan scan;
    private final BooleanSupplier stopping;
    private final WaveReader reader;
    private @Nullable InputRow ahead;

    private WaveRows(StableInput input, String source, InputFormat format, WaveScan scan, BooleanSupplier stopping)
            throws IOException, InvalidSpecException {
        this.input = input;
        this.source = source;
        this.format = format;
        this.scan = scan;
        this.stopping = stopping;
        this.reader = open(input, source, format);
    }

    /**
     * Reads and checks an input as a whole.
     *
     * @param known the format, or null to tell it from the text
     * @param stopping tells that the context is going down: no further row is then handed out
     * @throws InvalidSpecException if the input is damaged, or has a bad row and strictness is asked for
     */
    public static WaveRows open(
            InputStream in, String source, @Nullable InputFormat known, RowRules rules, BooleanSupplier stopping)
            throws Exception {
        StableInput input = StableInput.copyOf(in);
        try {
            InputFormat format = known != null ? known : InputFormat.sniff(input.head());
            WaveScan scan = WaveScan.of(() -> open(input, source, format), rules);
            if (scan.parked() > 0) {
                LOG.info(
                        "{}: {} rows are parked (enabled: false) and left out",
                        SafeText.excerpt(source),
                        scan.parked());
            }
            scan.findings().forEach(finding -> LOG.warn("{}: {}", SafeText.excerpt(source), finding.render()));
            return new WaveRows(input, source, format, scan, stopping);
        } catch (Exception e) {
            input.close();
            throw e;
        }
    }

    private static WaveReader open(StableInput input, String source, InputFormat format)
            throws IOException, InvalidSpecException {
        return WaveReader.open(input.open(), source, format, ReadOptions.defaults());
    }

    /** Rows that will be handed out. */
    public long count() {
        return scan.rows();
    }

    /** The input as shown to people. */
    public String sourceName() {
        return source;
    }

    /** SHA-256 of the input, hex. */
    public String digest() {
        return input.digest();
    }

    @Override
    public boolean hasNext() {
        while (ahead == null && !stopping.getAsBoolean() && reader.hasNext()) {
            InputRow row = scan.finished(reader.next());
            ahead = WaveScan.takesPart(row) ? row : null;
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

    @Override
    public void close() {
        try {
            reader.close();
            input.close();
        } catch (IOException e) {
            throw new UncheckedIOException("could not close " + SafeText.excerpt(source) + " (" + format + ")", e);
        }
    }
}
