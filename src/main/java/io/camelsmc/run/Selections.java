package io.camelsmc.run;

import io.camelsmc.diag.AbortException;
import io.camelsmc.diag.SafeText;
import io.camelsmc.plan.Change;
import io.camelsmc.plan.Plan;
import io.camelsmc.plan.Selection;
import io.camelsmc.spec.ReplicationJobSpec;
import io.camelsmc.spec.SpecField;
import java.util.List;

/** What a use case does with a {@link Selection}. */
public final class Selections {

    private Selections() {}

    /** A pattern that matches no row is probably misspelt, and the rows it was meant to exclude would be created. */
    public static void requireUsed(Selection selection) {
        requireUsed(
                selection,
                "row",
                "check --target and --exclude against the names that 'smc validate' or" + " 'smc plan --json' shows");
    }

    /** The same for jobs of a journal. */
    static void requireUsedForJobs(Selection selection) {
        requireUsed(selection, "job of the journal", "'smc state list' shows their names");
    }

    private static void requireUsed(Selection selection, String what, String remedy) {
        List<String> unused = selection.unused();
        if (!unused.isEmpty()) {
            throw AbortException.wrongUsage("no " + what + " fits '" + SafeText.excerpt(unused.get(0)) + "'"
                    + (unused.size() > 1
                            ? " and " + (unused.size() - 1) + " more " + (unused.size() == 2 ? "pattern" : "patterns")
                            : "")
                    + "; " + remedy);
        }
    }

    /** The selected rows of a plan. */
    public static Plan narrow(Plan plan, Selection selection) {
        if (selection.isEverything()) {
            return plan;
        }
        List<Change> kept = plan.changes().stream()
                .filter(change -> selection.takes(known(change)))
                .toList();
        requireUsed(selection);
        return with(plan, kept);
    }

    /** The same plan with some of its changes. */
    static Plan with(Plan plan, List<Change> changes) {
        return new Plan(
                plan.account(), plan.lineage(), plan.serial(), plan.offline(), plan.inputs(), plan.findings(), changes);
    }

    /** The fields of a planned row; of a row without a request the address alone is known. */
    private static ReplicationJobSpec known(Change change) {
        ReplicationJobSpec spec = change.spec();
        return spec != null
                ? spec
                : ReplicationJobSpec.builder()
                        .set(SpecField.WAVE, change.address().wave())
                        .set(SpecField.NAME, change.address().name())
                        .build();
    }
}
