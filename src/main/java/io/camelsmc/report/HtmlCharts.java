package io.camelsmc.report;

import io.camelsmc.job.Outcome;
import io.camelsmc.run.RowOutcome;
import io.camelsmc.run.RunResult;
import java.io.IOException;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The pictures of the HTML report, as SVG without a style or a script of its own. */
final class HtmlCharts {

    private static final int SLOTS = 60;
    private static final int HEIGHT = 100;

    private HtmlCharts() {}

    /** A bar of all rows of a group, one colour an outcome. */
    static void bar(HtmlPage page, Map<Outcome, Long> counts) throws IOException {
        long rows = counts.values().stream().mapToLong(Long::longValue).sum();
        String says = counts.entrySet().stream()
                .map(count -> count.getValue() + " " + count.getKey().label())
                .collect(Collectors.joining(", "));
        page.raw("<svg class=\"bar\" viewBox=\"0 0 100 10\" preserveAspectRatio=\"none\" role=\"img\" aria-label=\"")
                .raw(HtmlPage.escape(says))
                .raw("\">");
        double x = 0;
        for (Map.Entry<Outcome, Long> count : counts.entrySet()) {
            double width = 100.0 * count.getValue() / Math.max(1, rows);
            rect(page, count.getKey(), x, 0, width, 10);
            x += width;
        }
        page.raw("</svg>");
    }

    /** Which outcome has which colour. */
    static void legend(HtmlPage page, Map<Outcome, Long> counts) throws IOException {
        page.raw("<ul class=\"legend\">");
        for (Map.Entry<Outcome, Long> count : counts.entrySet()) {
            if (count.getValue() > 0) {
                page.raw("<li><svg viewBox=\"0 0 10 10\" aria-hidden=\"true\">");
                rect(page, count.getKey(), 0, 0, 10, 10);
                page.raw("</svg>").text(count.getKey().label()).raw("</li>");
            }
        }
        page.raw("</ul>\n");
    }

    /** Rows that ended in each slice of the time that the run took. */
    static void timeline(HtmlPage page, RunResult result) throws IOException {
        List<RowOutcome> rows =
                result.rows().stream().filter(HtmlCharts::worked).toList();
        if (rows.isEmpty()) {
            page.raw("<p class=\"soft\">No row needed a call.</p>\n");
            return;
        }
        long span = Math.max(
                1, Duration.between(result.startedAt(), result.endedAt()).toMillis());
        List<Map<Outcome, Long>> slots =
                Stream.generate(HtmlCharts::none).limit(SLOTS).toList();
        for (RowOutcome row : rows) {
            long at = Duration.between(result.startedAt(), row.endedAt()).toMillis();
            int slot = (int) Math.max(0, Math.min(SLOTS - 1, at * SLOTS / span));
            slots.get(slot).merge(row.outcome(), 1L, Long::sum);
        }
        long most = slots.stream().mapToLong(HtmlCharts::sum).max().orElse(1);
        page.raw("<div class=\"panel\"><svg class=\"time\" viewBox=\"0 0 " + SLOTS * 10 + " " + HEIGHT
                + "\" preserveAspectRatio=\"none\" role=\"img\" aria-label=\"rows that ended over time\">");
        for (int i = 0; i < SLOTS; i++) {
            double y = HEIGHT;
            for (Map.Entry<Outcome, Long> count : slots.get(i).entrySet()) {
                double height = (HEIGHT - 2.0) * count.getValue() / most;
                y -= height;
                rect(page, count.getKey(), i * 10 + 1, y, 8, height);
            }
        }
        page.raw("</svg><div class=\"axis\"><span>").text(HtmlReport.time(result.startedAt()));
        page.raw("</span><span>")
                .text("each column " + ReportText.seconds(span / SLOTS) + ", the highest " + most + " rows");
        page.raw("</span><span>").text(HtmlReport.time(result.endedAt())).raw("</span></div></div>\n");
    }

    private static boolean worked(RowOutcome row) {
        return row.attempts() > 0
                || row.outcome() == Outcome.CREATED
                || row.outcome() == Outcome.ADOPTED
                || row.outcome() == Outcome.UPDATED;
    }

    private static Map<Outcome, Long> none() {
        return new EnumMap<>(Outcome.class);
    }

    private static long sum(Map<Outcome, Long> slot) {
        return slot.values().stream().mapToLong(Long::longValue).sum();
    }

    private static void rect(HtmlPage page, Outcome outcome, double x, double y, double width, double height)
            throws IOException {
        page.raw(String.format(
                Locale.ROOT,
                "<rect class=\"%s\" x=\"%.2f\" y=\"%.2f\" width=\"%.2f\" height=\"%.2f\"/>",
                outcome.label(),
                x,
                y,
                width,
                height));
    }
}
