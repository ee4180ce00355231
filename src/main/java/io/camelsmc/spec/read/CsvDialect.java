package io.camelsmc.spec.read;

import io.camelsmc.diag.Diagnostic;
import io.camelsmc.diag.SourcePosition;
import java.io.IOException;
import java.io.Reader;
import java.util.Locale;

/** Finds the delimiter of a CSV file from a {@code sep=} line or from the header. */
final class CsvDialect {

    private static final int PEEK = 64 * 1024;
    private static final String DELIMITERS = ",;\t";
    private static final String MARK = "sep=";

    /** Begins a line for people, before the header only. No column has such a name, and no row is ever skipped. */
    static final String COMMENT = "# ";

    private final char delimiter;
    private final Reader reader;

    private CsvDialect(char delimiter, Reader reader) {
        this.delimiter = delimiter;
        this.reader = reader;
    }

    char delimiter() {
        return delimiter;
    }

    /** The text from its first character on; a {@code sep=} line has become an empty line. */
    Reader reader() {
        return reader;
    }

    static CsvDialect detect(Reader in, String source) throws IOException {
        char[] buffer = new char[PEEK];
        int length = 0;
        int end = -1;
        while (length < PEEK && end < 0) {
            int count = in.read(buffer, length, PEEK - length);
            if (count < 0) {
                break;
            }
            end = endOfHeader(buffer, length + count);
            length += count;
        }
        String head = new String(buffer, 0, end < 0 ? length : end);
        if (!head.stripLeading().toLowerCase(Locale.ROOT).startsWith(MARK)) {
            return new CsvDialect(mostFrequent(header(head)), new PeekedReader(new String(buffer, 0, length), in));
        }
        int start = head.length() - head.stripLeading().length();
        int skipped = start + MARK.length() + 1;
        if (head.length() < skipped || DELIMITERS.indexOf(head.charAt(skipped - 1)) < 0) {
            throw UncheckedDamageException.of(Diagnostic.error("csv.sep", "The sep= line names no known delimiter")
                    .at(SourcePosition.of(source, 1))
                    .got(head)
                    .expected("sep=, or sep=; or sep= and a tab")
                    .fix("change or delete the line"));
        }
        String text = new String(buffer, 0, start) + new String(buffer, skipped, length - skipped);
        return new CsvDialect(head.charAt(skipped - 1), new PeekedReader(text, in));
    }

    /** The end of the first line that is neither blank nor a comment, outside quotes; -1 when it is not in the buffer. */
    private static int endOfHeader(char[] buffer, int length) {
        boolean quoted = false;
        int first = -1;
        for (int i = 0; i < length; i++) {
            char c = buffer[i];
            boolean newline = (c == '\n' || c == '\r') && !quoted;
            if (newline && first >= 0 && !comment(buffer, first, i)) {
                return i;
            }
            if (newline) {
                first = -1;
            } else if (first < 0 && !Character.isWhitespace(c)) {
                first = i;
            }
            boolean bare = first >= 0 && buffer[first] == '#';
            quoted = !bare && (c == '"') != quoted;
        }
        return -1;
    }

    private static boolean comment(char[] buffer, int first, int end) {
        int mark = buffer[first] == '"' ? first + 1 : first;
        return mark + 1 < end && buffer[mark] == '#' && buffer[mark + 1] == ' ';
    }

    /** The text from the header on. */
    private static String header(String head) {
        String rest = head.stripLeading();
        while (rest.startsWith(COMMENT) || rest.startsWith('"' + COMMENT)) {
            int end = 0;
            while (end < rest.length() && rest.charAt(end) != '\n' && rest.charAt(end) != '\r') {
                end++;
            }
            rest = rest.substring(end).stripLeading();
        }
        return rest;
    }

    private static char mostFrequent(String header) {
        int[] counts = new int[DELIMITERS.length()];
        boolean quoted = false;
        for (int i = 0; i < header.length(); i++) {
            char c = header.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            }
            int which = quoted ? -1 : DELIMITERS.indexOf(c);
            if (which >= 0) {
                counts[which]++;
            }
        }
        int best = 0;
        for (int i = 1; i < counts.length; i++) {
            best = counts[i] > counts[best] ? i : best;
        }
        return DELIMITERS.charAt(best);
    }
}
