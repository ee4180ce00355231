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

    private static final int SHOWN_AFTER = 3;
    private static final String QUOTE_ADVICE = "put the closing quote where the cell ends, or remove the opening quote;"
            + " a quote inside a quoted cell is written twice";

    private final Reader in;
    private final char[] head = new char[32];
    private final char delimiter;
    private final String source;
    private final ReadOptions options;
    private State state = State.START;
    private boolean afterCr;
    private @Nullable UncheckedDamageException pending;
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
        if (pending != null) {
            throw pending;
        }
        int count = in.read(target, from, length);
        if (count < 0) {
            if (state == State.QUOTED) {
                throw damage("csv.unclosed-quote", "The quote that opens at column " + fieldColumn + " is never closed")
                        .got(shown(""))
                        .fixed(QUOTE_ADVICE);
            }
            return count;
        }
        for (int i = from; i < from + count; i++) {
            try {
                if (state == State.CLOSED && isText(target[i])) {
                    throw textAfterQuote(new String(target, i, Math.min(SHOWN_AFTER, from + count - i)));
                }
                see(target[i]);
            } catch (UncheckedDamageException damage) {
                if (i == from) {
                    throw damage;
                }
                // What stands before the damage is handed on first, so that the header is known by then.
                pending = damage;
                return i - from;
            }
        }
        return count;
    }

    private void see(char c) {
        column++;
        boolean newline = c == '\n' || c == '\r';
        if (state == State.QUOTED) {
            grow(c);
            state = c == '"' ? State.CLOSED : state;
        } else if (newline || c == delimiter) {
            endField(newline);
        } else {
            grow(c);
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
        return state == State.CLOSED ? State.QUOTED : state;
    }

    private boolean isText(char c) {
        return c != '"' && c != delimiter && c != '\n' && c != '\r';
    }

    private UncheckedDamageException textAfterQuote(String following) {
        String where = line == fieldLine ? "at column " + column : "in line " + line;
        String summary = "The quote that opens at column " + fieldColumn + " closes " + where + ", and text follows";
        return damage("csv.text-after-quote", summary).got(shown(following)).fixed(QUOTE_ADVICE);
    }

    /** The beginning of the cell. */
    private String shown(String following) {
        int length = Math.min(fieldChars, head.length);
        return new String(head, 0, length) + (fieldChars > head.length ? "" : following) + "…";
    }

    /** The number of the cell that is being read, counted from 0. */
    int cell() {
        return cells;
    }

    private void grow(char c) {
        if (fieldChars < head.length) {
            head[fieldChars] = c;
        }
        fieldChars++;
        recordChars++;
        if (fieldChars > options.maxFieldChars()) {
            throw damage("file.field-cap", "A cell longer than " + options.maxFieldChars() + " characters")
                    .fixed("look for a missing quote or line end");
        }
        if (recordChars > options.maxRecordChars()) {
            throw damage("file.record-cap", "A row longer than " + options.maxRecordChars() + " characters")
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
            throw damage("file.record-cap", "A row of more than " + MAX_CELLS + " cells")
                    .fixed("look for a missing line end");
        }
    }

    private void countLine(char c) {
        column = 0;
        if (c == '\r' || !afterCr) {
            line++;
        }
    }

    private Damage damage(String rule, String summary) {
        return new Damage(Diagnostic.error(rule, summary).at(new SourcePosition(source, fieldLine, fieldColumn)));
    }

    private record Damage(Diagnostic problem) {
        Damage got(String value) {
            return new Damage(problem.got(value));
        }

        UncheckedDamageException fixed(String fix) {
            return UncheckedDamageException.of(problem.fix(fix));
        }
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
