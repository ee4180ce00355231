package io.camelsmc.plan;

import io.camelsmc.diag.Diagnostic;
import io.camelsmc.diag.SafeText;
import io.camelsmc.diag.Severity;
import io.camelsmc.diag.SourcePosition;
import io.camelsmc.job.JobDifference;
import io.camelsmc.job.JobRequest;
import io.camelsmc.spec.JobAddress;
import io.camelsmc.spec.ReplicationJobSpec;
import io.camelsmc.spec.read.CsvNames;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One planned step: what will be done about one row, and why.
 *
 * @param address how people name the row
 * @param position where it was read
 * @param action what will be done
 * @param reason why
 * @param spec the row as wanted; null when it could not be built
 * @param request what would be asked for; null when the row cannot be sent, or its source is not known yet
 * @param jobId the job that is concerned; null when there is none
 * @param differences fields that differ from the job that is concerned
 * @param problems findings of the checks
 * @param detail what else there is to say, for people; empty for nothing
 */
public record Change(
        JobAddress address,
        SourcePosition position,
        Action action,
        ActionReason reason,
        @Nullable ReplicationJobSpec spec,
        @Nullable JobRequest request,
        @Nullable String jobId,
        List<JobDifference> differences,
        List<Diagnostic> problems,
        String detail) {
    public Change {
        differences = List.copyOf(differences);
        problems = List.copyOf(problems);
    }

    /** Digest of the request; null when there is none. */
    public @Nullable String digest() {
        return request == null ? null : request.digest();
    }

    /** The same change with further findings. */
    Change withProblems(List<Diagnostic> further) {
        if (further.isEmpty()) {
            return this;
        }
        List<Diagnostic> all = new ArrayList<>(problems);
        all.addAll(further);
        return new Change(address, position, action, reason, spec, request, jobId, differences, all, detail);
    }

    /** A difference as text, its field named as the input of the row spells it. */
    public String spelt(JobDifference difference) {
        return difference.as(CsvNames.in(position.source(), difference.field()));
    }

    /** Findings that do not keep the row from being sent. */
    public List<Diagnostic> warnings() {
        return problems.stream()
                .filter(problem -> problem.severity() == Severity.WARNING)
                .toList();
    }

    /** The region of the row, {@code -} when it has none. */
    public String region() {
        String region = spec == null ? null : spec.regionId();
        return region == null ? "-" : region;
    }

    /** One line for people: the place, the row, the action, the reason, what differs, what to do. */
    public String render() {
        StringBuilder line = new StringBuilder();
        line.append(position).append(' ').append(address).append(": ").append(action.label());
        line.append(", ").append(reason.meaning());
        if (jobId != null) {
            line.append(" (job ").append(jobId).append(')');
        }
        for (JobDifference difference : differences) {
            line.append("; ");
            if (action == Action.UPDATE) {
                line.append(CsvNames.in(position.source(), difference.field()))
                        .append(": ")
                        .append(SafeText.excerpt(difference.found()))
                        .append(" -> ")
                        .append(SafeText.excerpt(difference.wanted()));
            } else {
                line.append(spelt(difference));
            }
        }
        if (!detail.isEmpty()) {
            line.append("; ").append(detail);
        }
        if (!reason.advice().isEmpty()) {
            line.append("; ").append(reason.advice());
        }
        return line.toString();
    }
}
