package io.camelsmc.cli.command;

import io.camelsmc.cli.options.PlanInputs;
import io.camelsmc.client.SmcClient;
import io.camelsmc.client.SmcException;
import io.camelsmc.job.JobRequest;
import io.camelsmc.plan.Action;
import io.camelsmc.plan.Change;
import io.camelsmc.plan.Plan;
import io.camelsmc.provision.pace.Pace;
import io.camelsmc.run.AnotherTry;
import io.camelsmc.run.JournalRows;
import io.camelsmc.spec.read.DamagedInputException;
import io.camelsmc.state.JobRecord;
import io.camelsmc.state.JobState;
import io.camelsmc.state.Journal;
import io.camelsmc.state.StateView;
import io.camelsmc.wave.CheckedRows;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code smc retry}: the rows that did not work out, once more. */
@Command(
        name = "retry",
        mixinStandardHelpOptions = true,
        description = {
            "Tries the rows again that have no job yet and whose last outcome allows it: never sent, in doubt, in conflict, or"
                    + " refused for a reason that may have passed.",
            "Rows that were refused for good are left out until they are edited.",
        })
public final class RetryCommand extends ApplyFlow {

    @Parameters(
            paramLabel = "FILE",
            arity = "0..*",
            description = "Waves, taken as one (default: the rows as the journal remembers them).")
    private List<Path> files = new ArrayList<>();

    @Override
    List<Path> files() {
        return files;
    }

    @Override
    Wanted wanted(PlanInputs inputs, PrintWriter err) throws DamagedInputException {
        if (files.isEmpty()) {
            err.println("note: the journal knows rows that were begun; those that no run came to are in their sheet"
                    + " alone: name it to try them, too");
            return new Wanted(CheckedRows.NONE, List.of(), new Narrowed(inputs, null, err));
        }
        CheckedRows rows = inputs.read(err);
        return new Wanted(rows, inputs.waves(), new Narrowed(inputs, rows, err));
    }

    /**
     * Plans what is worth another try.
     *
     * @param sheet the rows of sheets; null for those that the journal remembers
     */
    private record Narrowed(PlanInputs inputs, @Nullable CheckedRows sheet, PrintWriter err) implements PlanMaker {
        @Override
        public Plan plan(Journal journal, SmcClient client, Pace pace) throws SmcException {
            Rows rows = rows(journal);
            return narrowed(inputs.online(rows.worthwhile(), journal, client, pace), journal, rows.refused(), err);
        }

        @Override
        public Plan unasked(Journal journal, String account) {
            Rows rows = rows(journal);
            return narrowed(inputs.unasked(rows.worthwhile(), journal, account), journal, rows.refused(), err);
        }

        private Rows rows(Journal journal) {
            if (sheet != null) {
                return new Rows(sheet, 0);
            }
            JournalRows.Unfinished known = inputs.unfinished(journal);
            return new Rows(new CheckedRows(known.worthwhile(), List.of()), known.refused());
        }
    }

    /**
     * Rows to try.
     *
     * @param refused how many were left out, since they were refused for good
     */
    private record Rows(CheckedRows worthwhile, int refused) {}

    private static Plan narrowed(Plan plan, StateView state, int leftOut, PrintWriter err) {
        List<Change> kept = new ArrayList<>();
        int refused = leftOut;
        for (Change change : plan.changes()) {
            JobRecord record = record(change, state);
            if (change.action() == Action.INVALID || AnotherTry.worthwhile(record, change.digest())) {
                kept.add(change);
            } else if (record != null && record.state() == JobState.REJECTED) {
                refused++;
            }
        }
        if (refused > 0) {
            err.println(refused + " rows were refused for good and not edited since; correct them, then apply");
        }
        err.flush();
        return new Plan(
                plan.account(), plan.lineage(), plan.serial(), plan.offline(), plan.inputs(), plan.findings(), kept);
    }

    private static @Nullable JobRecord record(Change change, StateView state) {
        JobRequest request = change.request();
        return request == null ? null : state.find(request.key()).orElse(null);
    }
}
