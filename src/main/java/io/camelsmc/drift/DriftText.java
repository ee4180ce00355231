package io.camelsmc.drift;

import io.camelsmc.diag.SafeText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** A drift report for eyes: counts first, by wave, then what needs attention; at most {@link #MAX_LINES} lines at any size. */
public final class DriftText {

    /** Lines that a report has at most. */
    public static final int MAX_LINES = 60;

    private static final int MAX_WAVES = 15;
    private static final int MAX_ATTENTION = 20;
    private static final int MAX_UNKNOWN = 5;

    private DriftText() {}

    /** The lines of the report. */
    public static List<String> of(DriftReport report) {
        List<String> lines = new ArrayList<>();
        lines.add("Drift: " + report.findings().size() + " jobs of the journal");
        report.counts().forEach((drift, count) -> {
            if (count > 0) {
                lines.add(String.format(Locale.ROOT, "  %-10s %6d  %s", drift.label(), count, drift.meaning()));
            }
        });
        if (!report.unknown().isEmpty()) {
            lines.add(String.format(
                    Locale.ROOT,
                    "  %-10s %6d  %s",
                    "unknown",
                    report.unknown().size(),
                    "in the account, not in the journal"));
        }
        if (report.withoutJob() > 0) {
            lines.add("  " + report.withoutJob() + " records without a job are not compared");
        }
        waves(report, lines);
        attention(report, lines);
        unknown(report, lines);
        return lines;
    }

    private static void waves(DriftReport report, List<String> lines) {
        Map<String, List<DriftFinding>> waves = new TreeMap<>();
        report.findings().forEach(finding -> waves.computeIfAbsent(
                        finding.record().address().wave(), wave -> new ArrayList<>())
                .add(finding));
        if (waves.size() < 2) {
            return;
        }
        lines.add("By wave:");
        int shown = 0;
        for (Map.Entry<String, List<DriftFinding>> wave : waves.entrySet()) {
            if (shown++ == MAX_WAVES) {
                lines.add("  … and " + (waves.size() - MAX_WAVES) + " more");
                return;
            }
            StringBuilder line = new StringBuilder("  ")
                    .append(SafeText.escape(wave.getKey()))
                    .append(':');
            DriftReport.counts(wave.getValue()).forEach((drift, count) -> {
                if (count > 0) {
                    line.append(' ').append(count).append(' ').append(drift.label());
                }
            });
            lines.add(line.toString());
        }
    }

    private static void attention(DriftReport report, List<String> lines) {
        List<DriftFinding> attention = report.findings().stream()
                .filter(finding -> finding.drift().isDrift() || finding.drift() == Drift.OPEN)
                .toList();
        if (attention.isEmpty()) {
            return;
        }
        lines.add("Needs attention:");
        attention.stream().limit(MAX_ATTENTION).forEach(finding -> lines.add("  " + SafeText.escape(finding.render())));
        if (attention.size() > MAX_ATTENTION) {
            lines.add("  … and " + (attention.size() - MAX_ATTENTION) + " more; --json has all of them");
        }
    }

    private static void unknown(DriftReport report, List<String> lines) {
        if (report.unknown().isEmpty()) {
            return;
        }
        lines.add("Not in the journal (smc adopt takes them over):");
        report.unknown().stream()
                .limit(MAX_UNKNOWN)
                .forEach(job -> lines.add("  "
                        + SafeText.escape(
                                job.label() + ", source " + job.attributes().sourceId() + ", status " + job.status())));
        if (report.unknown().size() > MAX_UNKNOWN) {
            lines.add("  … and " + (report.unknown().size() - MAX_UNKNOWN) + " more; --json has all of them");
        }
    }
}
