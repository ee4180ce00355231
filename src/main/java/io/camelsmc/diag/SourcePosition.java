package io.camelsmc.diag;

/**
 * Where a value stands in its source.
 *
 * @param source name of the file or message, as shown to people
 * @param line physical line, counted from 1; 0 when the source has no lines
 * @param column column in characters, counted from 1; 0 when unknown
 */
public record SourcePosition(String source, int line, int column) {

    /** A source that has no lines, such as an object built in memory. */
    public static SourcePosition of(String source) {
        return new SourcePosition(source, 0, 0);
    }

    /** The start of a line. */
    public static SourcePosition of(String source, int line) {
        return new SourcePosition(source, line, 0);
    }

    /** {@code FILE:LINE}, or the bare name where there are no lines. */
    @Override
    public String toString() {
        return line > 0 ? source + ":" + line : source;
    }
}
