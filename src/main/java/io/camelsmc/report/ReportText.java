package io.camelsmc.report;

import io.camelsmc.diag.Count;
import io.camelsmc.diag.SafeText;
import io.camelsmc.job.Outcome;
import io.camelsmc.run.CallCounts;
import io.camelsmc.run.RowOutcome;
import io.camelsmc.run.RunResult;
import io.camelsmc.run.RunStop;
import io.camelsmc.run.RunSummary;
import io.camelsmc.run.WaveCounts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A finished run for eyes: how it ended, the counts, then why rows did not end well, then the first of them; at most
 * {@link #MAX_LINES} lines at any size.
 */
public final class ReportText {

    /** Lines that {@link #of} gives at most; leaves room for what the command adds. */
    public static final int MAX_LINES = 54;

    private static final int MAX_GROUPS = 10;
    private static final int MAX_REASONS = 6;
    private static final int MAX_ATTENTION = 12;
    private static final int MAX_SHOWN = 400;
    private static final int MAX_STOP_SHOWN = 900;

    private ReportText() {}

    /** The lines; everything that others wrote is escaped. */
    public static List<String> of(RunResult result) {
        List<String> lines = new ArrayList<>(counts(result));
        groups(result, lines);
        reasons(result, lines);
        rows(result.attention(), lines);
        return lines;
    }

    /** The head alone: how it ended, what stopped it, counts, calls. */
    private static List<String> counts(RunResult result) {
        RunSummary summary = result.summary();
        List<String> lines = new ArrayList<>();
        lines.add(RunHeading.of(result));
        RunStop stop = result.stop();
        if (stop != null) {
            lines.add("Stopped: " + cut(stop.message(), MAX_STOP_SHOWN));
        }
        for (Outcome outcome : Outcome.asPlanned()) {
            if (summary.count(outcome) > 0) {
                lines.add(String.format(Locale.ROOT, "  %-10s %6d", outcome.label(), summary.count(outcome)));
            }
        }
        CallCounts calls = summary.calls();
        lines.add("  calls " + calls.calls() + ", retries " + calls.retries() + ", throttled " + calls.throttled()
                + ", " + seconds(summary.elapsed().toMillis()));
        if (!summary.balanced()) {
            lines.add(
                    "Rows unaccounted for: " + Count.of(summary.rows(), "row") + " in the plan, " + summary.accounted()
                            + " outcomes; this is an error of the program, please report it; the journal is what counts");
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
            for (Outcome outcome : Outcome.asPlanned()) {
                if (group.count(outcome) > 0) {
                    line.append(' ').append(group.count(outcome)).append(' ').append(outcome.label());
                }
            }
            lines.add(line.toString());
        }
        more(groups.size() - MAX_GROUPS, "more", lines);
    }

    /** Rows that were not sent are listed nowhere else; a reason of a single row says no more than the row below. */
    private static void reasons(RunResult result, List<String> lines) {
        List<Reasons.Reason> open =
                Reasons.of(result.rows().stream().filter(row -> !row.reached()).toList());
        List<RowOutcome> attention = result.attention();
        boolean listed = attention.size() <= MAX_ATTENTION;
        List<Reasons.Reason> others = Reasons.of(attention).stream()
                .filter(reason -> !listed || reason.rows() > 1)
                .toList();
        if (open.isEmpty() && others.isEmpty()) {
            return;
        }
        lines.add("Reasons:");
        for (Reasons.Reason reason : open.subList(0, Math.min(open.size(), MAX_REASONS))) {
            RunStop stop = result.stop();
            String code = stop == null || stop.code() == null ? reason.code() : stop.code();
            reason(reason, "not sent: " + SafeText.excerpt(code), lines);
        }
        int room = Math.max(0, MAX_REASONS - open.size());
        for (Reasons.Reason reason : others.subList(0, Math.min(others.size(), room))) {
            reason(
                    reason,
                    SafeText.excerpt(reason.code()) + " (" + reason.outcome().label() + ")",
                    lines);
        }
        more(open.size() + others.size() - MAX_REASONS, "more reasons", lines);
    }

    private static void reason(Reasons.Reason reason, String what, List<String> lines) {
        lines.add(String.format(Locale.ROOT, "  %6d × %s", reason.rows(), what));
        if (!reason.advice().isEmpty()) {
            lines.add("           do: " + cut(reason.advice()));
        }
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
        return cut(text, MAX_SHOWN);
    }

    private static String cut(String text, int most) {
        String shown = SafeText.escape(text);
        return shown.length() > most ? shown.substring(0, most - 1) + "…" : shown;
    }

    static String seconds(long millis) {
        return millis < 10_000
                ? String.format(Locale.ROOT, "%.1f s", millis / 1000.0)
                : millis < 120_000 ? millis / 1000 + " s" : millis / 60_000 + " min " + millis / 1000 % 60 + " s";
    }
}
