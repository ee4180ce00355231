package io.camelsmc.cli;

import io.camelsmc.plan.ActionReason;
import java.util.ArrayList;
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
        ended(
                "conflict",
                "Spec.NotModifiable",
                "The row was edited in a field of its job that cannot be changed now.",
                "put the old values back, or raise the generation of the row once the existing job has finished");
        ended(
                "conflict",
                "ReplicationJob.Missing",
                "The service does not hold the job any more that the journal knows.",
                "find out who deleted it; raise the generation of the row to migrate again");
        ended(
                "conflict",
                "Journal.NoJob",
                "The journal lost the job of the row between plan and change.",
                "plan and apply again");
        run("Run.Interrupted", "A signal ended the run before the row was settled.", "run the same command again");
        run("Run.Signal", "A signal ended the run before the row was sent.", "run the same command again");
        run(
                "Run.MaxFail",
                "More rows failed than --max-fail allows, so no further row was sent.",
                "see to the rows that failed, then run the same command again");
        run(
                "Run.Account",
                "The service refuses the whole account, so no further row was sent.",
                "mend what the message of the run names, then run the same command again");
        run(
                "Run.Strict",
                "Some rows are invalid, and --strict sends nothing then.",
                "correct the invalid rows and run the same command again");
        run(
                "Run.Failure",
                "The run broke off before the row was settled; the message says why.",
                "see to the cause and run the same command again");
        ended(
                "failed",
                "Run.Unexpected",
                "Something happened that no code stands for; the message says what.",
                "run the same command again; report it if it happens again");
        for (ActionReason reason : ActionReason.values()) {
            List<String> lines = new ArrayList<>(List.of(
                    "  found        by comparing the row with the journal and the service",
                    "  meaning      " + reason.meaning()));
            if (!reason.advice().isEmpty()) {
                lines.add("  what to do   " + reason.advice());
            }
            ALL.put("Plan." + reason.label(), List.copyOf(lines));
        }
    }

    private static void run(String code, String meaning, String advice) {
        ended("pending", code, meaning, advice);
    }

    private static void ended(String outcome, String code, String meaning, String advice) {
        ALL.put(
                code,
                List.of(
                        "  class        " + outcome,
                        "  concerns     "
                                + (outcome.equals("conflict")
                                        ? "this row"
                                        : "the run: nothing is known against the row"),
                        "  again later  "
                                + (outcome.equals("conflict")
                                        ? "fails again until the cause is mended"
                                        : "may succeed unedited"),
                        "  meaning      " + meaning,
                        "  what to do   " + advice));
    }

    private OwnCodes() {}

    /** The explanation of each code, line by line. */
    static Map<String, List<String>> all() {
        return ALL;
    }
}
