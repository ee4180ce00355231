package io.camelsmc.report;

import io.camelsmc.diag.Diagnostic;
import io.camelsmc.job.Outcome;
import io.camelsmc.run.RowOutcome;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Why rows did not end well, counted. */
public final class Reasons {

    private Reasons() {}

    /**
     * One reason.
     *
     * @param code rule or error code
     * @param outcome how the rows ended; rows of one code may end differently, and then they are reasons of their own
     * @param rows how many rows have it; a row with several problems counts for each of their codes
     * @param example what is wrong with the first of them
     * @param advice what to do; empty when nothing is known
     */
    public record Reason(String code, Outcome outcome, long rows, String example, String advice) {}

    /** The reasons of some rows, the most frequent first. */
    public static List<Reason> of(List<RowOutcome> rows) {
        Map<String, Reason> reasons = new LinkedHashMap<>();
        for (RowOutcome row : rows) {
            Set<String> seen = new HashSet<>();
            for (Diagnostic problem : row.problems()) {
                if (seen.add(problem.rule())) {
                    reasons.merge(row.outcome() + " " + problem.rule(), reason(row, problem), Reasons::more);
                }
            }
        }
        return reasons.values().stream()
                .sorted(Comparator.comparingLong(Reason::rows)
                        .reversed()
                        .thenComparing(Reason::outcome)
                        .thenComparing(Reason::code))
                .toList();
    }

    private static Reason reason(RowOutcome row, Diagnostic problem) {
        String example = problem.at(null).of(null).fix(null).render();
        return new Reason(problem.rule(), row.outcome(), 1, example, RowOutcome.advice(problem));
    }

    private static Reason more(Reason before, Reason one) {
        return new Reason(before.code, before.outcome, before.rows + 1, before.example, before.advice);
    }
}
