package io.camelsmc.wave;

import io.camelsmc.diag.AbortException;
import io.camelsmc.diag.SafeText;
import io.camelsmc.spec.read.DamagedInputException;
import io.camelsmc.spec.read.InputFormat;
import io.camelsmc.spec.read.InputRow;
import io.camelsmc.spec.read.ReadOptions;
import io.camelsmc.spec.read.WaveReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One input of a route: a stream, copied as it came, with the rules for its rows. */
public final class StreamInput implements WaveSource, Closeable {

    private final StableInput input;
    private final String name;
    private final InputFormat format;
    private final RowRules rules;

    private StreamInput(StableInput input, String name, InputFormat format, RowRules rules) {
        this.input = input;
        this.name = name;
        this.format = format;
        this.rules = rules;
    }

    /**
     * Copies a stream to its end.
     *
     * @param name what messages call it
     * @param known the format, or null to tell it from the text
     */
    public static StreamInput of(InputStream in, String name, @Nullable InputFormat known, RowRules rules)
            throws IOException {
        StableInput input = StableInput.copyOf(in);
        try {
            InputFormat format = known != null ? known : InputFormat.sniff(input.head());
            return new StreamInput(input, name, format, rules);
        } catch (IOException e) {
            input.close();
            throw e;
        }
    }

    /** The input as shown to people. */
    public String name() {
        return name;
    }

    /** SHA-256 of the input, hex. */
    public String digest() {
        return input.digest();
    }

    RowRules rules() {
        return rules;
    }

    /** Opens the copy anew; the rows come as they are, without what fills their gaps. */
    WaveReader open() throws DamagedInputException {
        try {
            return WaveReader.open(input.open(), name, format, ReadOptions.defaults());
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    @Override
    public void forEachRow(Consumer<InputRow> action) throws DamagedInputException {
        try (WaveReader reader = open()) {
            reader.forEachRow(row -> action.accept(rules.fill(row)));
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    private AbortException unreadable(IOException e) {
        return AbortException.cannotRun("cannot read " + SafeText.excerpt(name) + ": " + e.getMessage(), e);
    }

    @Override
    public void close() throws IOException {
        input.close();
    }
}
