package io.camelsmc.run;

import io.camelsmc.account.AccountReader;
import io.camelsmc.client.SmcClient;
import io.camelsmc.client.SmcException;
import io.camelsmc.diag.AbortException;
import io.camelsmc.diag.Diagnostic;
import io.camelsmc.plan.Action;
import io.camelsmc.plan.Change;
import io.camelsmc.plan.Plan;
import io.camelsmc.plan.PlanLimits;
import io.camelsmc.plan.file.SavedPlan;
import io.camelsmc.plan.file.Staleness;
import io.camelsmc.spec.DesiredRow;
import io.camelsmc.spec.ReplicationJobSpec;
import io.camelsmc.spec.check.CheckContext;
import io.camelsmc.spec.check.SpecChecker;
import io.camelsmc.state.StateInfo;
import io.camelsmc.state.StateView;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A plan that was saved, on its way to be applied. */
public final class PlanFile {

    private static final int HEAD = 4096;

    private PlanFile() {}

    /**
     * The plan among the files of a command line.
     *
     * @return null when none of them is a plan
     * @throws AbortException if a plan is named together with other files, or cannot be used
     */
    public static @Nullable Plan among(List<Path> files) {
        for (Path file : files) {
            if (looksLikePlan(file)) {
                if (files.size() > 1) {
                    throw AbortException.wrongUsage(
                            file + " is a saved plan, which stands for its waves; name it alone, without other files");
                }
                return read(file);
            }
        }
        return null;
    }

    /**
     * What may be done now of a saved plan: its rows are checked and planned anew, and what is no longer as planned is left
     * alone, row by row.
     */
    public static Plan recheck(Plan saved, StateView state, SmcClient client, PlanLimits limits, CheckContext context)
            throws SmcException {
        requireSameState(saved, state.info(), client.accountScope());
        List<DesiredRow> rows = new ArrayList<>();
        for (Change change : saved.changes()) {
            rows.add(row(change, context));
        }
        Plan fresh = new PlanBuilder(rows, saved.findings(), state, limits)
                .online(client.accountScope(), new AccountReader(client))
                .plan();
        return new Plan(
                fresh.account(),
                fresh.lineage(),
                fresh.serial(),
                false,
                saved.inputs(),
                fresh.findings(),
                Staleness.check(saved.changes(), fresh.changes()));
    }

    private static DesiredRow row(Change change, CheckContext context) {
        ReplicationJobSpec spec = change.spec();
        if (change.action() == Action.INVALID || spec == null) {
            return new DesiredRow(change.position(), spec, change.problems());
        }
        List<Diagnostic> problems = SpecChecker.check(spec, context).stream()
                .map(problem -> problem.at(change.position()).of(spec.address().toString()))
                .toList();
        return new DesiredRow(change.position(), spec, problems);
    }

    /** A plan is about one state; another one, or the same one restored, knows other jobs. */
    private static void requireSameState(Plan saved, StateInfo now, String account) {
        if (!saved.offline() && !saved.account().equals(account)) {
            throw AbortException.cannotRun("the plan was made for " + saved.account() + ", these credentials are of "
                    + account + "; use the credentials of that account, or make a new plan");
        }
        if (!saved.lineage().isEmpty() && !saved.lineage().equals(now.lineage())) {
            throw AbortException.cannotRun(
                    "the plan was made with another state (lineage " + saved.lineage() + "), and " + now.location()
                            + (now.lineage().isEmpty() ? " is new" : " has lineage " + now.lineage())
                            + "; name the right --state, or make a new plan");
        }
        if (saved.serial() > now.serial()) {
            throw AbortException.cannotRun(
                    "the plan was made with a later state (serial " + saved.serial() + ") than " + now.location()
                            + " (serial " + now.serial() + "), which seems restored from a backup; make a new plan");
        }
    }

    private static Plan read(Path file) {
        try {
            return SavedPlan.read(Files.readString(file, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw AbortException.cannotRun("cannot read the plan " + file + ": " + e.getMessage(), e);
        } catch (IllegalArgumentException e) {
            throw AbortException.cannotRun(
                    "the plan " + file + " cannot be applied: " + e.getMessage()
                            + "; make a new one with 'smc plan --out'",
                    e);
        }
    }

    /** Whether a file holds a saved plan rather than a wave. */
    public static boolean looksLikePlan(Path file) {
        if (!Files.isRegularFile(file)) {
            return false;
        }
        try (InputStream in = Files.newInputStream(file)) {
            return SavedPlan.looksLike(new String(in.readNBytes(HEAD), StandardCharsets.UTF_8));
        } catch (IOException e) {
            return false;
        }
    }
}
