package io.camelsmc.spec.read;

import java.io.IOException;
import java.io.Writer;

/**
 * What a CSV file needs so that a spreadsheet opens it as it was written. Without a byte-order mark, a spreadsheet takes the
 * file for one in the encoding of its country, and turns names into other names that may be valid too. Every CSV file
 * that people open begins with it; every reader of ours skips it.
 */
public final class SpreadsheetText {

    /** The character that stands at the beginning of a file and says that it is UTF-8. */
    public static final char BYTE_ORDER_MARK = '\uFEFF';

    private SpreadsheetText() {}

    /** Marks a CSV file as UTF-8. The first thing that is written to it, by whoever writes a CSV file for people. */
    public static void mark(Writer target) throws IOException {
        target.write(BYTE_ORDER_MARK);
    }
}
