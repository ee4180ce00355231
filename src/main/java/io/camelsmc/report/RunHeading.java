package io.camelsmc.report;

import io.camelsmc.diag.Count;
import io.camelsmc.job.Outcome;
import io.camelsmc.run.RunResult;
import io.camelsmc.run.RunSummary;
import java.util.ArrayList;
import java.util.List;

/** The first line of a result: how the run ended, and for how many rows the job is as wanted. */
final class RunHeading {

    private RunHeading() {}

    static String of(RunResult result) {
        RunSummary summary = result.summary();
        if (summary.rows() == 0) {
            return ending(result) + ": there were no rows";
        }
        long wanted = summary.counts().entrySet().stream()
                .filter(count -> count.getKey().good())
                .mapToLong(count -> count.getValue())
                .sum();
        List<String> parts = new ArrayList<>();
        parts.add(
                wanted + " of " + Count.of(summary.rows(), "row") + " " + (wanted == 1 ? "is" : "are") + " as wanted");
        long open = summary.count(Outcome.PENDING);
        if (open > 0) {
            parts.add(open + (open == 1 ? " is open" : " are open"));
        }
        long bad = summary.unsuccessful();
        if (bad > 0) {
            parts.add(bad + (bad == 1 ? " needs a person" : " need a person"));
        }
        return ending(result) + ": " + String.join(", ", parts);
    }

    private static String ending(RunResult result) {
        if (result.stop() != null) {
            return nothingSent(result) ? "Nothing was sent" : "Apply stopped";
        }
        return result.summary().count(Outcome.PENDING) > 0 ? "Apply ended with open rows" : "Apply finished";
    }

    /** Whether no request that changes anything can have left. */
    private static boolean nothingSent(RunResult result) {
        return result.rows().stream().noneMatch(row -> {
            boolean settledByCall = row.outcome() == Outcome.CREATED
                    || row.outcome() == Outcome.ADOPTED
                    || row.outcome() == Outcome.UPDATED;
            boolean perhaps = row.reached() && row.outcome() == Outcome.PENDING;
            return settledByCall || perhaps || row.attempts() > 0 || row.requestId() != null;
        });
    }
}
