package io.camelsmc.spec.read;

import org.jspecify.annotations.Nullable;

/**
 * The caps that keep hostile or broken input from filling the memory.
 *
 * @param maxFieldChars longest CSV cell or text value, in characters
 * @param maxRecordChars longest CSV record or NDJSON line, in characters
 * @param maxTreeBytes largest YAML or JSON file; CSV and NDJSON are streamed and have no cap on the file
 * @param sheet name of the sheet that is read of a workbook; null reads the first one that is not hidden
 */
public record ReadOptions(int maxFieldChars, int maxRecordChars, int maxTreeBytes, @Nullable String sheet) {

    private static final int KIB = 1024;
    private static final ReadOptions DEFAULTS = new ReadOptions(64 * KIB, KIB * KIB, 16 * KIB * KIB, null);

    public ReadOptions {
        if (maxFieldChars < 1 || maxRecordChars < maxFieldChars || maxTreeBytes < 1) {
            throw new IllegalArgumentException("caps are positive, and a record is at least as long as a field");
        }
    }

    /** The caps for inputs of any kind but workbooks, and the first sheet of those. */
    public ReadOptions(int maxFieldChars, int maxRecordChars, int maxTreeBytes) {
        this(maxFieldChars, maxRecordChars, maxTreeBytes, null);
    }

    /** 64 Ki characters a cell, 1 Mi characters a record, 16 MiB a YAML or JSON file. */
    public static ReadOptions defaults() {
        return DEFAULTS;
    }

    /** The same caps with another one for YAML and JSON files. */
    public ReadOptions maxTreeBytes(int bytes) {
        return new ReadOptions(maxFieldChars, maxRecordChars, bytes, sheet);
    }

    /** The same caps for another sheet of a workbook; null reads the first one that is not hidden. */
    public ReadOptions sheet(@Nullable String name) {
        return new ReadOptions(maxFieldChars, maxRecordChars, maxTreeBytes, name);
    }
}
