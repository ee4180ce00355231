package io.camelsmc.report;

import io.camelsmc.diag.Diagnostic;
import io.camelsmc.diag.SourcePosition;
import io.camelsmc.job.Outcome;
import io.camelsmc.plan.Plan;
import io.camelsmc.run.CallCounts;
import io.camelsmc.run.NextStep;
import io.camelsmc.run.RowOutcome;
import io.camelsmc.run.RunContext;
import io.camelsmc.run.RunResult;
import io.camelsmc.run.RunSummary;
import io.camelsmc.spec.JobAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Runs for the tests of reports. */
final class SampleRuns {

    static final String HOSTILE = "</td><script>alert(1)</script>\u202E\u001B[31m\" onload='x'";

    private static final Instant START = Instant.parse("2026-01-05T08:15:00Z");

    private SampleRuns() {}

    static RowOutcome row(int n, String wave, String name, Outcome outcome, String message) {
        boolean good = outcome.good();
        List<Diagnostic> problems = good
                ? List.of()
                : List.of(Diagnostic.error("Code." + n % 40, message).fix("do " + message));
        return new RowOutcome(
                SourcePosition.of("sheet.csv", n + 2),
                new JobAddress(wave, name),
                "cn-hangzhou",
                "s-" + n,
                outcome,
                null,
                problems,
                true,
                false,
                good ? "j-" + n : null,
                "R-" + n,
                null,
                1,
                START.plusMillis(n),
                START.plusMillis(n + 40L));
    }

    /** A run with every outcome in turn. */
    static RunResult mixed(int rows, String text) {
        List<RowOutcome> all = new ArrayList<>();
        Outcome[] labels = Outcome.values();
        for (int n = 0; n < rows; n++) {
            all.add(row(n, "wave-" + n % 30, text + n, labels[n % labels.length], text));
        }
        return of(all);
    }

    static RunResult of(List<RowOutcome> rows) {
        Map<Outcome, Long> counts = new EnumMap<>(Outcome.class);
        rows.forEach(row -> counts.merge(row.outcome(), 1L, Long::sum));
        RunSummary summary = new RunSummary(rows.size(), counts, new CallCounts(9, 1, 2), Duration.ofSeconds(3));
        return new RunResult(
                "20260105T081500Z-1a2b3c4d",
                new Plan("account:1", "lineage", 1, false, List.of()),
                START,
                START.plusSeconds(3),
                rows,
                rows,
                summary,
                null,
                null);
    }

    static RunContext context(String text) {
        return new RunContext("1", text, false, List.of(text), List.of(new NextStep(text, text)));
    }
}
