package io.camelsmc.drift;

import io.camelsmc.job.JobDifference;
import io.camelsmc.job.JobMatch;
import io.camelsmc.job.JobStatus;
import io.camelsmc.job.ObservedJob;
import io.camelsmc.spec.CanonicalParameters;
import io.camelsmc.state.JobRecord;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The journal and the service compared. A pure function: equal arguments give equal reports.
 *
 * @param findings every record that has a job or may have one, by wave, name and key
 * @param unknown jobs of the account that the journal does not know, by id
 * @param withoutJob records that say there is no job, such as refused ones
 */
public record DriftReport(List<DriftFinding> findings, List<ObservedJob> unknown, int withoutJob) {
    public DriftReport {
        findings = List.copyOf(findings);
        unknown = List.copyOf(unknown);
    }

    private static final Comparator<DriftFinding> ORDER = Comparator.comparing(
                    (DriftFinding finding) -> finding.record().address().wave())
            .thenComparing(finding -> finding.record().address().name())
            .thenComparing(finding -> finding.record().key().canonical());

    /** Compares every record with the job it speaks of. */
    public static DriftReport of(Collection<JobRecord> records, Collection<ObservedJob> jobs) {
        Map<String, ObservedJob> byId = new LinkedHashMap<>();
        Map<String, List<ObservedJob>> bySource = new HashMap<>();
        for (ObservedJob job : jobs) {
            byId.put(job.jobId(), job);
            bySource.computeIfAbsent(String.valueOf(job.sourceId()), source -> new ArrayList<>())
                    .add(job);
        }
        Set<String> known = new HashSet<>();
        records.forEach(record -> known.add(String.valueOf(record.jobId())));
        List<DriftFinding> findings = new ArrayList<>();
        int withoutJob = 0;
        for (JobRecord record : records) {
            if (record.state().jobExists()) {
                findings.add(finding(record, byId.get(String.valueOf(record.jobId()))));
            } else if (record.state().inDoubt()) {
                JobMatch match = JobMatch.among(
                        record.key(),
                        record.anchor(),
                        bySource.getOrDefault(record.key().sourceId(), List.of()),
                        known::contains);
                ObservedJob job = match instanceof JobMatch.Ours ours ? ours.job() : null;
                if (job != null) {
                    known.add(job.jobId());
                }
                findings.add(new DriftFinding(record, Drift.OPEN, job, List.of()));
            } else {
                withoutJob++;
            }
        }
        findings.sort(ORDER);
        List<ObservedJob> unknown = byId.values().stream()
                .filter(job -> !known.contains(job.jobId()))
                .sorted(Comparator.comparing(ObservedJob::jobId))
                .toList();
        return new DriftReport(findings, unknown, withoutJob);
    }

    /** How many findings there are of each kind. */
    public Map<Drift, Long> counts() {
        return counts(findings);
    }

    static Map<Drift, Long> counts(Collection<DriftFinding> findings) {
        Map<Drift, Long> counts = new EnumMap<>(Drift.class);
        for (Drift drift : Drift.values()) {
            counts.put(drift, 0L);
        }
        findings.forEach(finding -> counts.merge(finding.drift(), 1L, Long::sum));
        return counts;
    }

    /** Whether journal and service disagree. */
    public boolean drifted() {
        return !unknown.isEmpty()
                || findings.stream().anyMatch(finding -> finding.drift().isDrift());
    }

    /** The same without the jobs that the journal does not know. */
    public DriftReport withoutUnknown() {
        return new DriftReport(findings, List.of(), withoutJob);
    }

    private static DriftFinding finding(JobRecord record, @Nullable ObservedJob job) {
        if (job == null || job.is(JobStatus.DELETING)) {
            return new DriftFinding(record, Drift.MISSING, job, List.of());
        }
        List<JobDifference> differences =
                JobDifference.between(CanonicalParameters.spec(record.parameters()), job.attributes());
        return new DriftFinding(record, differences.isEmpty() ? standing(job) : Drift.CHANGED, job, differences);
    }

    private static Drift standing(ObservedJob job) {
        return switch (job.jobStatus()) {
            case IN_ERROR -> Drift.IN_ERROR;
            case EXPIRED -> Drift.EXPIRED;
            case FINISHED -> Drift.FINISHED;
            default -> Drift.EQUAL;
        };
    }
}
