package io.camelsmc.spec.read;

import com.fasterxml.jackson.core.JsonFactory;
import io.camelsmc.diag.Diagnostic;
import io.camelsmc.diag.SourcePosition;
import java.io.IOException;
import java.io.Reader;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rows of a file with one JSON object a line, read as they are asked for. A broken line is a broken file. */
final class NdjsonRows implements RowSource {

    private static final WaveFile NO_WAVE = new WaveFile(List.of(), Layer.empty(Level.WAVE), List.of());
    private static final int BUFFER = 8192;

    private final Reader text;
    private final String source;
    private final ReadOptions options;
    private final JsonFactory json;
    private final char[] buffer = new char[BUFFER];
    private int at;
    private int limit;
    private int line;
    private int number;

    NdjsonRows(Reader text, String source, ReadOptions options) {
        this.text = text;
        this.source = source;
        this.options = options;
        this.json = JsonTree.factory(options.maxFieldChars());
    }

    @Override
    public @Nullable InputRow next() throws IOException {
        for (String found = nextLine(); found != null; found = nextLine()) {
            Node node = JsonTree.read(json, found, source, line - 1);
            if (node != null) {
                return TreeRows.row(node, NO_WAVE, found, ++number);
            }
        }
        return null;
    }

    private @Nullable String nextLine() throws IOException {
        StringBuilder found = new StringBuilder();
        boolean any = false;
        while (at < limit || fill()) {
            any = true;
            char c = buffer[at++];
            if (c == '\n') {
                break;
            }
            found.append(c);
            if (found.length() > options.maxRecordChars()) {
                throw UncheckedDamageException.of(Diagnostic.error(
                                "file.record-cap", "A line longer than " + options.maxRecordChars() + " characters")
                        .at(SourcePosition.of(source, line + 1))
                        .fix("put one object on each line, or name the file .json"));
            }
        }
        line++;
        return any ? found.toString() : null;
    }

    private boolean fill() throws IOException {
        at = 0;
        limit = Math.max(0, text.read(buffer, 0, BUFFER));
        return limit > 0;
    }

    @Override
    public void close() throws IOException {
        text.close();
    }
}
