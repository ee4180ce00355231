package io.camelsmc.takeover;

import io.camelsmc.account.AccountReader;
import io.camelsmc.job.JobRequest;
import io.camelsmc.job.ObservedAccount;
import io.camelsmc.job.ObservedJob;
import io.camelsmc.plan.Action;
import io.camelsmc.plan.ActionReason;
import io.camelsmc.plan.Change;
import io.camelsmc.plan.PlanLimits;
import io.camelsmc.plan.Planner;
import io.camelsmc.spec.DesiredRow;
import io.camelsmc.spec.JobKey;
import io.camelsmc.state.JobRecord;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What adopting some rows comes to: the plan of an apply, of which only the taking over is done.
 *
 * @param report what is taken over and what is not
 * @param agreed rows that equal a job which the journal holds as the service reported it
 */
public record AdoptedRows(TakeOverReport report, List<TakeOver> agreed) {

    public static AdoptedRows of(
            List<DesiredRow> rows, String account, Collection<JobRecord> records, AccountReader.Census census) {
        Map<JobKey, JobRecord> prior = new HashMap<>();
        records.forEach(record -> prior.put(record.key(), record));
        Map<String, ObservedJob> jobs = new HashMap<>();
        census.jobs().forEach(job -> jobs.put(job.jobId(), job));
        List<Change> changes = Planner.plan(
                rows,
                account,
                prior,
                new ObservedAccount(census.jobs()),
                new PlanLimits(Integer.MAX_VALUE, Integer.MAX_VALUE));
        List<TakeOver> takeOvers = new ArrayList<>();
        List<TakeOver> agreed = new ArrayList<>();
        Map<String, List<Change>> others = new TreeMap<>();
        for (Change change : changes) {
            JobRequest request = change.request();
            ObservedJob job = jobs.get(String.valueOf(change.jobId()));
            if (request == null || job == null || !takes(change)) {
                put(others, outcome(change), change);
                continue;
            }
            if (change.action() == Action.UNCHANGED) {
                put(others, "unchanged", change);
                agreed.add(new TakeOver(request, job));
            } else {
                takeOvers.add(new TakeOver(request, job));
            }
        }
        return new AdoptedRows(new TakeOverReport(takeOvers, List.of(), others, Map.of()), agreed);
    }

    private static boolean takes(Change change) {
        return change.action() == Action.ADOPT || change.action() == Action.UNCHANGED;
    }

    private static void put(Map<String, List<Change>> others, String outcome, Change change) {
        others.computeIfAbsent(outcome, o -> new ArrayList<>()).add(change);
    }

    private static String outcome(Change change) {
        return switch (change.action()) {
            case CREATE, BLOCKED -> "nothing-to-adopt";
            case RESOLVE -> "pending";
            case INVALID -> "invalid";
            case UPDATE -> change.reason() == ActionReason.JOURNAL_BEHIND ? "unchanged" : "conflict";
            case UNCHANGED, ADOPT -> "unchanged";
            case CONFLICT -> change.reason() == ActionReason.OTHER_GENERATION ? "recorded-otherwise" : "conflict";
        };
    }
}
