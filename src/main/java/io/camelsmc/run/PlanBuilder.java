package io.camelsmc.run;

import io.camelsmc.account.AccountReader;
import io.camelsmc.client.SmcException;
import io.camelsmc.diag.Diagnostic;
import io.camelsmc.job.ObservedAccount;
import io.camelsmc.job.ObservedJob;
import io.camelsmc.plan.Action;
import io.camelsmc.plan.ActionReason;
import io.camelsmc.plan.Change;
import io.camelsmc.plan.Plan;
import io.camelsmc.plan.PlanLimits;
import io.camelsmc.plan.Planner;
import io.camelsmc.plan.WaveFindings;
import io.camelsmc.spec.DesiredRow;
import io.camelsmc.spec.JobKey;
import io.camelsmc.spec.ReplicationJobSpec;
import io.camelsmc.state.JobRecord;
import io.camelsmc.state.StateInfo;
import io.camelsmc.state.StateView;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Gathers what the planner needs, with as few calls as that takes. */
final class PlanBuilder {

    private final List<DesiredRow> rows;
    private final List<Diagnostic> findings;
    private final StateInfo info;
    private final Map<JobKey, JobRecord> prior = new HashMap<>();
    private final PlanLimits limits;

    /**
     * Prepares a plan.
     *
     * @param findings what is to be said about the rows as a whole
     */
    PlanBuilder(List<DesiredRow> rows, List<Diagnostic> findings, StateView state, PlanLimits limits) {
        this.rows = rows;
        this.findings = findings;
        this.info = state.info();
        this.limits = limits;
        state.list().forEach(record -> prior.put(record.key(), record));
    }

    /** Plans from the rows and the journal alone; the account is the journal's, or the one given. */
    PlannedRows offline(@Nullable String accountId) {
        return offlineFor(offlineAccount(accountId));
    }

    /** Plans from the rows and the journal alone, for the account of a scope. */
    PlannedRows offlineFor(String account) {
        List<Change> changes = plan(account, null);
        return new PlannedRows(
                new Plan(account, info.lineage(), info.serial(), true, List.of(), findings, changes), changes);
    }

    /** Plans row by row from the journal alone. */
    Function<DesiredRow, Change> eachOffline(@Nullable String accountId) {
        return Planner.offline(offlineAccount(accountId), prior);
    }

    private String offlineAccount(@Nullable String accountId) {
        String given = accountId == null ? "unknown" : "account:" + accountId;
        return Objects.requireNonNullElse(info.account(), given);
    }

    /**
     * Plans with what the service reports. All jobs are read first; sources only for rows that would be created if there is room, so a
     * wave that is applied already costs the listing alone.
     */
    PlannedRows online(String account, AccountReader reader) throws SmcException {
        AccountCheck.require(info, account);
        List<ObservedJob> jobs = reader.jobs(expected(account));
        List<Change> first = plan(account, new ObservedAccount(jobs));
        Set<String> sources = new TreeSet<>();
        for (Change change : first) {
            ReplicationJobSpec spec = change.spec();
            // A row that found no room this time may find some once rows without a source are out of the way.
            boolean wanted = change.action() == Action.CREATE || change.reason() == ActionReason.QUOTA_EXHAUSTED;
            if (wanted && spec != null && spec.sourceId() != null) {
                sources.add(spec.sourceId());
            }
        }
        if (sources.isEmpty()) {
            return finish(account, first, new ObservedAccount(jobs));
        }
        ObservedAccount observed = new ObservedAccount(jobs, reader.sources(sources));
        return finish(account, plan(account, observed), observed);
    }

    private Set<String> expected(String account) {
        Set<String> ids = new TreeSet<>();
        for (DesiredRow row : rows) {
            ReplicationJobSpec spec = row.spec();
            if (spec != null && spec.sourceId() != null && spec.regionId() != null) {
                JobRecord record = prior.get(JobKey.of(account, spec));
                if (record != null && record.jobId() != null) {
                    ids.add(record.jobId());
                }
            }
        }
        return ids;
    }

    private List<Change> plan(String account, @Nullable ObservedAccount observed) {
        return Planner.plan(rows, account, prior, observed, limits);
    }

    private PlannedRows finish(String account, List<Change> changes, ObservedAccount observed) {
        List<Diagnostic> all = new ArrayList<>(findings);
        all.addAll(WaveFindings.of(changes, observed, limits));
        return new PlannedRows(
                new Plan(account, info.lineage(), info.serial(), false, List.of(), all, changes), changes);
    }
}
