package io.camelsmc.run;

import io.camelsmc.diag.Diagnostic;
import io.camelsmc.diag.SafeText;
import io.camelsmc.diag.SourcePosition;
import io.camelsmc.job.Outcome;
import io.camelsmc.spec.JobAddress;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of one row. Texts are as the row or the service gave them, free of secrets; whoever shows them escapes them.
 *
 * @param position where the row was read
 * @param address how people name it
 * @param region its region, {@code -} when it has none
 * @param sourceId the machine being moved; null when the row names none
 * @param outcome how it ended
 * @param errorClass routing class of the failure of a call, such as {@code quota}; null when no call failed
 * @param problems why it did not end well: rule or error code, message, what to do; empty when it did
 * @param reached whether the run got to the row; false when it stopped before
 * @param retryable whether the same row may succeed later without an edit
 * @param jobId the job of the row, or the one in its way; null when there is none
 * @param requestId id of the call that settled it; null when no call was answered
 * @param clientToken token of its create request; null when none was sent
 * @param attempts create calls made in this run
 * @param startedAt when its first request left, or when it was settled without one
 * @param endedAt when it was settled
 */
public record RowOutcome(
        SourcePosition position,
        JobAddress address,
        String region,
        @Nullable String sourceId,
        Outcome outcome,
        @Nullable String errorClass,
        List<Diagnostic> problems,
        boolean reached,
        boolean retryable,
        @Nullable String jobId,
        @Nullable String requestId,
        @Nullable String clientToken,
        int attempts,
        Instant startedAt,
        Instant endedAt) {

    public RowOutcome {
        problems = List.copyOf(problems);
    }

    /** The wave of the row, {@code -} when it has none. */
    public String wave() {
        return address.wave();
    }

    /** Rule or error code of the first problem; null when there is none. */
    public @Nullable String code() {
        return problems.isEmpty() ? null : problems.get(0).rule();
    }

    /** The field that the first problem is about; null when it is about none. */
    public @Nullable String field() {
        return problems.isEmpty() ? null : problems.get(0).field();
    }

    /** What is wrong, all problems in one line; empty when nothing is. */
    public String message() {
        return String.join(
                "; ",
                problems.stream()
                        .map(p -> p.at(null).of(null).fix(null).render())
                        .toList());
    }

    /** What to do, all advice in one line; empty when there is none. */
    public String fix() {
        return String.join(
                "; ",
                problems.stream()
                        .map(RowOutcome::advice)
                        .filter(text -> !text.isEmpty())
                        .map(SafeText::escape)
                        .distinct()
                        .toList());
    }

    /** What to do about a problem; empty when there is nothing to say. */
    public static String advice(Diagnostic problem) {
        if (problem.fix() != null) {
            return problem.fix();
        }
        String field = problem.field();
        return field == null ? "" : "correct " + field + " in the row";
    }

    /** Lines for people, one for each problem: place, row, field, what is wrong, what to do. */
    public List<String> lines() {
        return problems.stream()
                .map(p -> p.at(position).of(address.toString()).render()
                        + (requestId == null ? "" : " [RequestId " + SafeText.excerpt(requestId) + "]"))
                .toList();
    }
}
