package io.camelsmc.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Codes that no call to the service ends with, and that are therefore not in the table of its errors. */
final class OwnCodes {

    private static final Map<String, List<String>> ALL = new LinkedHashMap<>();

    static {
        ALL.put(
                "Journal.Unusable",
                List.of(
                        "  class        journal",
                        "  concerns     every row: without the journal nothing is sent",
                        "  again later  succeeds once the journal can be written",
                        "  meaning      The journal cannot be opened, read or written; the message says why.",
                        "  what to do   mend the disk, the permissions or the database that the message names; then run"
                                + " again"));
        ALL.put(
                "Spec.Unusable",
                List.of(
                        "  class        invalid",
                        "  concerns     this row",
                        "  again later  fails again until the cause is mended",
                        "  meaning      The row cannot be turned into a request; nothing was sent.",
                        "  what to do   correct the row as the message says and run again"));
    }

    private OwnCodes() {}

    /** The explanation of each code, line by line. */
    static Map<String, List<String>> all() {
        return ALL;
    }
}
