package io.camelsmc.drift;

import io.camelsmc.diag.SafeText;
import io.camelsmc.job.JobDifference;
import io.camelsmc.job.ObservedJob;
import io.camelsmc.state.JobRecord;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One job of the journal against the service.
 *
 * @param record what the journal holds
 * @param drift how it stands
 * @param job what the service holds; null when it shows nothing
 * @param differences fields that differ; {@code wanted} is the journal's value
 */
public record DriftFinding(JobRecord record, Drift drift, @Nullable ObservedJob job, List<JobDifference> differences) {

    public DriftFinding {
        differences = List.copyOf(differences);
    }

    /** One line for people. */
    public String render() {
        StringBuilder line = new StringBuilder();
        line.append(record.address()).append(": ").append(drift.label());
        String jobId = job != null ? job.jobId() : record.jobId();
        if (jobId != null) {
            line.append(", job ").append(jobId);
        }
        if (job != null && job.status() != null) {
            line.append(", status ").append(job.status());
        }
        for (JobDifference difference : differences) {
            line.append("; ")
                    .append(difference.field().specName())
                    .append(": journal ")
                    .append(SafeText.excerpt(difference.wanted()))
                    .append(", service ")
                    .append(SafeText.excerpt(difference.found()));
        }
        if (drift == Drift.OPEN) {
            line.append(job == null ? "; the service shows no job of it" : "; the service holds such a job")
                    .append("; run smc apply with its row, which resolves it");
        }
        return line.toString();
    }
}
