package io.camelsmc.apply;

import io.camelsmc.diag.SafeText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A finished run for eyes: counts first, then why rows did not end well, then the first of them; at most
 * {@link #MAX_LINES} lines at any size.
 */
public final class ReportText {

    /** Lines that {@link #of} gives at most; leaves room for what the command adds. */
    public static final int MAX_LINES = 54;

    private static final int MAX_GROUPS = 10;
    private static final int MAX_REASONS = 6;
    private static final int MAX_ATTENTION = 12;
    private static final int MAX_SHOWN = 400;

    private ReportText() {}

    /** The lines; everything that others wrote is escaped. */
    public static List<String> of(RunResult result) {
        List<String> lines = new ArrayList<>(counts(result));
        groups(result, lines);
        reasons(result.rows(), lines);
        rows(result.attention(), lines);
        return lines;
    }

    /** The head alone: counts, calls, what stopped the run. */
    private static List<String> counts(RunResult result) {
        RunSummary summary = result.summary();
        List<String> lines = new ArrayList<>();
        lines.add("Applied: " + summary.rows() + " rows");
        for (Map.Entry<OutcomeLabel, Long> count : summary.counts().entrySet()) {
            if (count.getValue() > 0) {
                lines.add(
                        String.format(Locale.ROOT, "  %-10s %6d", count.getKey().label(), count.getValue()));
            }
        }
        CallCounts calls = summary.calls();
        lines.add("  calls " + calls.calls() + ", retries " + calls.retries() + ", throttled " + calls.throttled()
                + ", " + seconds(summary.elapsed().toMillis()));
        if (!summary.balanced()) {
            lines.add("Rows unaccounted for: " + summary.rows() + " rows in the plan, " + summary.accounted()
                    + " outcomes; this is an error of the program, please report it; the journal is what counts");
        }
        RunStop stop = result.stop();
        if (stop != null) {
            lines.add("Stopped: " + cut(stop.message()));
        }
        return lines;
    }

    private static void groups(RunResult result, List<String> lines) {
        List<WaveCounts> groups = WaveCounts.of(result.rows());
        if (groups.size() < 2) {
            return;
        }
        lines.add("By wave and region:");
        for (WaveCounts group : groups.subList(0, Math.min(groups.size(), MAX_GROUPS))) {
            StringBuilder line = new StringBuilder("  ")
                    .append(SafeText.excerpt(group.wave()))
                    .append("  ")
                    .append(SafeText.excerpt(group.region()))
                    .append(':');
            group.counts()
                    .forEach((outcome, count) ->
                            line.append(' ').append(count).append(' ').append(outcome.label()));
            lines.add(line.toString());
        }
        more(groups.size() - MAX_GROUPS, "more", lines);
    }

    private static void reasons(List<RowOutcome> rows, List<String> lines) {
        List<Reasons.Reason> reasons = Reasons.of(rows);
        if (reasons.isEmpty()) {
            return;
        }
        lines.add("Reasons:");
        for (Reasons.Reason reason : reasons.subList(0, Math.min(reasons.size(), MAX_REASONS))) {
            lines.add(String.format(
                    Locale.ROOT,
                    "  %6d × %s (%s)",
                    reason.rows(),
                    SafeText.excerpt(reason.code()),
                    reason.outcome().label()));
            if (!reason.advice().isEmpty()) {
                lines.add("           do: " + cut(reason.advice()));
            }
        }
        more(reasons.size() - MAX_REASONS, "more reasons", lines);
    }

    private static void rows(List<RowOutcome> attention, List<String> lines) {
        if (attention.isEmpty()) {
            return;
        }
        lines.add("Needs attention:");
        int room = Math.min(MAX_ATTENTION, MAX_LINES - 1 - lines.size());
        int shown = 0;
        int rows = 0;
        for (RowOutcome row : attention) {
            List<String> texts = row.lines();
            if (shown > 0 && shown + texts.size() > room) {
                break;
            }
            texts.stream().limit(room).forEach(text -> lines.add("  " + cut(text)));
            shown += texts.size();
            rows++;
        }
        more(attention.size() - rows, "more rows", lines);
    }

    private static void more(int left, String what, List<String> lines) {
        if (left > 0) {
            lines.add("  … and " + left + " " + what);
        }
    }

    private static String cut(String text) {
        String shown = SafeText.escape(text);
        return shown.length() > MAX_SHOWN ? shown.substring(0, MAX_SHOWN - 1) + "…" : shown;
    }

    static String seconds(long millis) {
        return millis < 10_000
                ? String.format(Locale.ROOT, "%.1f s", millis / 1000.0)
                : millis < 120_000 ? millis / 1000 + " s" : millis / 60_000 + " min " + millis / 1000 % 60 + " s";
    }
}
