package io.camelsmc.cli.view;

import io.camelsmc.plan.ActionReason;
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
                        "  what to do   fix the disk, the permissions or the database that the message names; then run"
                                + " again"));
        ALL.put(
                "Spec.Unusable",
                List.of(
                        "  class        invalid",
                        "  concerns     this row",
                        "  again later  fails again until the cause is fixed",
                        "  meaning      The row cannot be turned into a request; nothing was sent.",
                        "  what to do   correct the row as the message says and run again"));
    }

    static {
        ALL.put(
                "Run.Failure",
                List.of(
                        "  class        pending",
                        "  concerns     every other row of the run",
                        "  again later  may succeed unedited",
                        "  meaning      The run broke off, mostly since the journal could not be written; nothing more was sent.",
                        "  what to do   fix what the message names; then run the same command again"));
        ALL.put(
                "Run.Outage",
                List.of(
                        "  class        pending",
                        "  concerns     every row that has no job yet",
                        "  again later  may succeed unedited",
                        "  meaning      The service could not be asked what is there, so nothing was sent.",
                        "  what to do   fix what the message names; then run the same command again"));
        ALL.put(
                "Run.Interrupted",
                List.of(
                        "  class        pending",
                        "  concerns     the rows that were not reached",
                        "  again later  may succeed unedited",
                        "  meaning      A signal ended the run; the journal is consistent.",
                        "  what to do   run the same command again"));
        ALL.put(
                "Run.Unexpected",
                List.of(
                        "  class        failed",
                        "  concerns     this row",
                        "  again later  unlikely to succeed unedited",
                        "  meaning      Something went wrong that this version did not expect.",
                        "  what to do   report it with the message; other rows are not affected"));
        stop("Signal", "A signal ended the run.", "run the same command again");
        stop(
                "MaxCreate",
                "More jobs would be created than --max-create allows, so none was.",
                "raise --max-create, or select fewer rows with --target");
        stop("MaxFail", "More rows failed than --max-fail allows.", "look at the rows that failed; then run again");
        stop("Account", "The service refuses the whole account.", "fix what the message names; then run again");
        stop("Strict", "A row is invalid, and --strict allows none.", "correct the invalid rows; then run again");
        for (ActionReason reason : ActionReason.values()) {
            ALL.put(
                    "Plan." + reason.label(),
                    List.of(
                            "  concerns     this row",
                            "  meaning      In the plan: " + reason.meaning() + ".",
                            "  what to do   " + (reason.advice().isEmpty() ? "nothing by itself" : reason.advice())));
        }
    }

    /** Why a run stopped before a row that it did not send. */
    private static void stop(String kind, String meaning, String advice) {
        ALL.put(
                "Run." + kind,
                List.of(
                        "  class        pending",
                        "  concerns     the rows that were not sent",
                        "  again later  may succeed unedited",
                        "  meaning      " + meaning,
                        "  what to do   " + advice));
    }

    private OwnCodes() {}

    /** The explanation of each code, line by line. */
    static Map<String, List<String>> all() {
        return ALL;
    }
}
