package io.camelsmc.spec.read;

import io.camelsmc.diag.Diagnostic;
import io.camelsmc.diag.SourcePosition;
import java.io.IOException;
import java.io.Reader;
import org.jspecify.annotations.Nullable;

/**
 * Watches the characters on their way to the CSV parser and refuses what a parser would take without a word: a quote
 * that never closes, text after a closing quote, a cell or record beyond the cap. The place reported is where the quote
 * or the cell begins.
 */
final class CsvGuard extends Reader {

    private enum State {
        START,
        BARE,
        QUOTED,
        CLOSED
    }

    /** More cells than any sheet has, and fewer than the reader of CSV puts up with. */
    private static final int MAX_CELLS = 10_000;

    private final Reader in;
    private final char delimiter;
    private final String source;
    private final ReadOptions options;
    private State state = State.START;
    private boolean afterCr;
    private int line = 1;
    private int column;
    private int fieldLine = 1;
    private int fieldColumn = 1;
    private int fieldChars;
    private int recordChars;
    private int cells;

    CsvGuard(Reader in, char delimiter, String source, ReadOptions options) {
        this.in = in;
        this.delimiter = delimiter;
        this.source = source;
        this.options = options;
    }

    @Override
    public int read(char[] target, int from, int length) throws IOException {
        int count = in.read(target, from, length);
        if (count < 0) {
            if (state == State.QUOTED) {
                throw damage("csv.unclosed-quote", "The quote that opens here is never closed", null)
                        .fixed("close the quote, or write a quote inside a cell twice");
            }
            return count;
        }
        for (int i = from; i < from + count; i++) {
            see(target[i]);
        }
        return count;
    }

    private void see(char c) {
        column++;
        boolean newline = c == '\n' || c == '\r';
        if (state == State.QUOTED) {
            grow();
            state = c == '"' ? State.CLOSED : state;
        } else if (newline || c == delimiter) {
            endField(newline);
        } else {
            grow();
            state = next(c);
        }
        if (newline) {
            countLine(c);
        }
        afterCr = c == '\r';
    }

    private State next(char c) {
        if (state == State.START) {
            fieldLine = line;
            fieldColumn = column;
            return c == '"' ? State.QUOTED : State.BARE;
        }
        if (state == State.CLOSED) {
            if (c == '"') {
                return State.QUOTED;
            }
            String where = line == fieldLine ? "at column " + column : "in line " + line;
            throw damage("csv.text-after-quote", "The quote that opens here closes " + where + " and text follows", c)
                    .fixed("close the quote where the cell ends, or write a quote inside a cell twice");
        }
        return state;
    }

    private void grow() {
        fieldChars++;
        recordChars++;
        if (fieldChars > options.maxFieldChars()) {
            throw damage("file.field-cap", "A cell longer than " + options.maxFieldChars() + " characters", null)
                    .fixed("look for a missing quote or line end");
        }
        if (recordChars > options.maxRecordChars()) {
            throw damage("file.record-cap", "A row longer than " + options.maxRecordChars() + " characters", null)
                    .fixed("look for a missing line end");
        }
    }

    private void endField(boolean newline) {
        state = State.START;
        fieldChars = 0;
        recordChars = newline ? 0 : recordChars + 1;
        cells = newline ? 0 : cells + 1;
        if (cells > MAX_CELLS) {
            fieldLine = line;
            throw damage("file.record-cap", "A row of more than " + MAX_CELLS + " cells", null)
                    .fixed("look for a missing line end");
        }
    }

    private void countLine(char c) {
        column = 0;
        if (c == '\r' || !afterCr) {
            line++;
        }
    }

    private Damage damage(String rule, String summary, @Nullable Character got) {
        return new Damage(Diagnostic.error(rule, summary)
                .at(new SourcePosition(source, fieldLine, fieldColumn))
                .got(got == null ? null : got.toString()));
    }

    private record Damage(Diagnostic problem) {
        UncheckedDamageException fixed(String fix) {
            return UncheckedDamageException.of(problem.fix(fix));
        }
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
