package io.camelsmc.spec.read;

/**
 * The caps that keep hostile or broken input from filling the memory.
 *
 * @param maxFieldChars longest CSV cell or text value, in characters
 * @param maxRecordChars longest CSV record or NDJSON line, in characters
 * @param maxTreeBytes largest YAML or JSON file; CSV and NDJSON are streamed and have no cap on the file
 */
public record ReadOptions(int maxFieldChars, int maxRecordChars, int maxTreeBytes) {

    private static final int KIB = 1024;
    private static final ReadOptions DEFAULTS = new ReadOptions(64 * KIB, KIB * KIB, 16 * KIB * KIB);

    public ReadOptions {
        if (maxFieldChars < 1 || maxRecordChars < maxFieldChars || maxTreeBytes < 1) {
            throw new IllegalArgumentException("caps are positive, and a record is at least as long as a field");
        }
    }

    /** 64 Ki characters a cell, 1 Mi characters a record, 16 MiB a YAML or JSON file. */
    public static ReadOptions defaults() {
        return DEFAULTS;
    }

    /** The same caps with another one for YAML and JSON files. */
    public ReadOptions maxTreeBytes(int bytes) {
        return new ReadOptions(maxFieldChars, maxRecordChars, bytes);
    }
}
