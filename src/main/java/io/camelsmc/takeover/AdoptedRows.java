package io.camelsmc.takeover;

import io.camelsmc.job.JobRequest;
import io.camelsmc.job.ObservedAccount;
import io.camelsmc.job.ObservedJob;
import io.camelsmc.plan.Action;
import io.camelsmc.plan.Change;
import io.camelsmc.plan.PlanLimits;
import io.camelsmc.plan.Planner;
import io.camelsmc.spec.DesiredRow;
import io.camelsmc.spec.JobKey;
import io.camelsmc.state.JobRecord;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Adopting by rows: the plan of an apply, of which only the taking over is done. Pure. */
final class AdoptedRows {

    private AdoptedRows() {}

    static TakeOverReport of(
            List<DesiredRow> rows, String account, Collection<JobRecord> records, Collection<ObservedJob> observed) {
        Map<JobKey, JobRecord> prior = new HashMap<>();
        records.forEach(record -> prior.put(record.key(), record));
        Map<String, ObservedJob> jobs = new HashMap<>();
        observed.forEach(job -> jobs.put(job.jobId(), job));
        List<Change> changes = Planner.plan(
                rows,
                account,
                prior,
                new ObservedAccount(observed),
                new PlanLimits(Integer.MAX_VALUE, Integer.MAX_VALUE));
        List<TakeOver> takeOvers = new ArrayList<>();
        List<TakeOver> agreed = new ArrayList<>();
        Map<NotTaken, List<Change>> others = new EnumMap<>(NotTaken.class);
        for (Change change : changes) {
            JobRequest request = change.request();
            ObservedJob job = jobs.get(String.valueOf(change.jobId()));
            if (request == null || job == null || !takes(change)) {
                put(others, change);
                continue;
            }
            if (change.action() == Action.UNCHANGED) {
                put(others, change);
                agreed.add(new TakeOver(request, job));
            } else {
                takeOvers.add(new TakeOver(request, job));
            }
        }
        return new TakeOverReport(takeOvers, agreed, List.of(), others, Map.of());
    }

    private static boolean takes(Change change) {
        return change.action() == Action.ADOPT || change.action() == Action.UNCHANGED;
    }

    private static void put(Map<NotTaken, List<Change>> others, Change change) {
        others.computeIfAbsent(NotTaken.of(change), kind -> new ArrayList<>()).add(change);
    }
}
