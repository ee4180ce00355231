package io.camelsmc.takeover;

import io.camelsmc.job.JobRequest;
import io.camelsmc.job.JobStatus;
import io.camelsmc.job.ObservedJob;
import io.camelsmc.spec.DesiredRow;
import io.camelsmc.spec.JobKey;
import io.camelsmc.spec.ReplicationJobSpec;
import io.camelsmc.state.JobRecord;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a journal should hold, judged by the jobs of the account alone, or by them and some rows. A pure function: equal
 * arguments give equal results.
 *
 * @param takeOvers jobs with a clear identity, by key
 * @param quarantined jobs without one, by source
 * @param known jobs that the journal holds already
 * @param leaving jobs that are being deleted
 */
public record Reconstruction(
        List<TakeOver> takeOvers, List<Quarantined> quarantined, List<ObservedJob> known, int leaving) {
    public Reconstruction {
        takeOvers = List.copyOf(takeOvers);
        quarantined = List.copyOf(quarantined);
        known = List.copyOf(known);
    }

    private static final Comparator<TakeOver> BY_KEY = Comparator.comparing(
            TakeOver::key,
            Comparator.comparing(JobKey::region).thenComparing(JobKey::sourceId).thenComparingInt(JobKey::generation));

    /**
     * Finds the identity of every job.
     *
     * @param account scope of the account
     * @param jobs all jobs of the account
     * @param rows rows that settle identity and values of the jobs that equal them; may be empty
     * @param prior what the journal holds already
     */
    public static Reconstruction of(
            String account, Collection<ObservedJob> jobs, Collection<DesiredRow> rows, Collection<JobRecord> prior) {
        List<TakeOver> takeOvers = new ArrayList<>();
        List<Quarantined> quarantined = new ArrayList<>();
        Map<String, SourceHistory> sources = new TreeMap<>();
        Map<String, JobRecord> byJob = new HashMap<>();
        for (JobRecord record : prior) {
            if (record.state().jobExists() && record.jobId() != null) {
                byJob.put(record.jobId(), record);
            }
            history(sources, account, record.key().region(), record.key().sourceId())
                    .add(record);
        }
        List<ObservedJob> known = new ArrayList<>();
        int leaving = 0;
        for (ObservedJob job : jobs) {
            JobRecord record = byJob.get(job.jobId());
            String region = job.attributes().regionId();
            String source = job.attributes().sourceId();
            if (record != null) {
                known.add(job);
                history(sources, account, record.key().region(), record.key().sourceId())
                        .addKnown(job, record.key().generation());
            } else if (job.is(JobStatus.DELETING)) {
                leaving++;
            } else if (region == null || source == null) {
                quarantined.add(new Quarantined(
                        region == null ? "-" : region,
                        source == null ? "-" : source,
                        List.of(job),
                        "the service reports no source or no region for it",
                        "look at it in the console"));
            } else {
                history(sources, account, region, source).add(job);
            }
        }
        rowsByKey(account, rows).forEach((key, row) -> history(sources, account, key.region(), key.sourceId())
                .add(row));
        sources.values().forEach(source -> source.settle(takeOvers, quarantined));
        takeOvers.sort(BY_KEY);
        quarantined.sort(Comparator.comparing(Quarantined::region).thenComparing(Quarantined::sourceId));
        return new Reconstruction(takeOvers, quarantined, known, leaving);
    }

    private static SourceHistory history(
            Map<String, SourceHistory> sources, String account, String region, String source) {
        return sources.computeIfAbsent(region + "\n" + source, id -> new SourceHistory(account, region, source));
    }

    /** Rows that have an identity which no other row claims. */
    private static Map<JobKey, JobRequest> rowsByKey(String account, Collection<DesiredRow> rows) {
        Map<JobKey, JobRequest> byKey = new HashMap<>();
        List<JobKey> twice = new ArrayList<>();
        for (DesiredRow row : rows) {
            ReplicationJobSpec spec = row.spec();
            if (spec != null && spec.sourceId() != null && spec.regionId() != null) {
                JobKey key = JobKey.of(account, spec);
                if (byKey.put(key, JobRequest.of(key, spec)) != null) {
                    twice.add(key);
                }
            }
        }
        twice.forEach(byKey::remove);
        return byKey;
    }
}
