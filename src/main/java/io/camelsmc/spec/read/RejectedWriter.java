package io.camelsmc.spec.read;

import io.camelsmc.diag.Diagnostic;
import java.io.Closeable;
import java.io.IOException;
import java.io.Writer;
import java.util.List;

/** Gives rows back to be corrected, in a form that every command reads: a sheet as a sheet, anything else as NDJSON. */
public interface RejectedWriter extends Closeable {

    /** Writes a row with what is wrong with it. */
    void write(InputRow row, List<Diagnostic> problems, boolean retryable) throws IOException;

    /** A writer for the input that a row comes from; closing it closes the target. */
    static RejectedWriter of(Writer target, RawRow first) throws IOException {
        return first.isCsv() ? new RejectedCsvWriter(target, first) : new RejectedJsonWriter(target);
    }

    /** The ending of the file that such a writer fills. */
    static String ending(RawRow first) {
        return first.isCsv() ? ".csv" : ".ndjson";
    }
}
