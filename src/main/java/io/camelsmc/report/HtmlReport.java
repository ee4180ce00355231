package io.camelsmc.report;

import io.camelsmc.diag.Count;
import io.camelsmc.job.Outcome;
import io.camelsmc.run.CallCounts;
import io.camelsmc.run.NextStep;
import io.camelsmc.run.RowOutcome;
import io.camelsmc.run.RunContext;
import io.camelsmc.run.RunResult;
import io.camelsmc.run.RunStop;
import io.camelsmc.run.RunSummary;
import io.camelsmc.run.WaveCounts;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * {@code report.html}: the run for the people who answer for it. One file that needs nothing else: no script, no font, no
 * picture from elsewhere, and a content security policy that allows none.
 */
final class HtmlReport {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss 'UTC'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);
    private static final int MAX_REASONS = 15;

    private final RunResult result;
    private final RunContext context;
    private final HtmlPage page;

    private HtmlReport(RunResult result, RunContext context, HtmlPage page) {
        this.result = result;
        this.context = context;
        this.page = page;
    }

    static void write(RunResult result, RunContext context, Writer out) throws IOException {
        new HtmlReport(result, context, new HtmlPage(out)).document();
    }

    static String time(Instant at) {
        return TIME.format(at);
    }

    private void document() throws IOException {
        String css = css();
        page.raw("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n");
        page.raw("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'sha256-"
                + sha256(css) + "'; base-uri 'none'; form-action 'none'\">\n");
        page.raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
        page.raw("<meta name=\"referrer\" content=\"no-referrer\">\n");
        page.element("title", title()).raw("\n<style>" + css + "</style>\n</head>\n<body>\n<main>\n");
        head();
        tiles();
        next();
        waves();
        reasons();
        page.raw("<h2>Over time</h2>\n");
        HtmlCharts.timeline(page, result);
        attention();
        allRows();
        page.raw("<footer>")
                .text("camel-smc " + context.version() + ", run " + result.runId()
                        + ". The same rows are in report.csv and report.json beside this file.");
        page.raw("</footer>\n</main>\n</body>\n</html>\n");
    }

    private String title() {
        TreeSet<String> waves =
                result.rows().stream().map(RowOutcome::wave).collect(Collectors.toCollection(TreeSet::new));
        waves.remove("-");
        String what = waves.isEmpty() ? "migration jobs" : waves.size() == 1 ? waves.first() : waves.size() + " waves";
        return "Migration run: " + what;
    }

    private void head() throws IOException {
        page.element("h1", title()).raw("\n<p class=\"facts\">");
        page.text(time(result.startedAt()) + ", "
                + ReportText.seconds(result.summary().elapsed().toMillis()) + ", " + context.service() + ", from "
                + String.join(", ", context.inputs()));
        page.raw("</p>\n");
        if (context.rehearsal()) {
            page.raw("<div class=\"banner warn\"><strong>Rehearsal</strong>");
            page.text("This run used the embedded emulator. No job was created in any account.")
                    .raw("</div>\n");
        }
        verdict();
    }

    private void verdict() throws IOException {
        RunSummary summary = result.summary();
        long good = result.rows().stream().filter(row -> row.outcome().good()).count();
        long pending = summary.count(Outcome.PENDING);
        RunStop stop = result.stop();
        if (!summary.balanced()) {
            banner(
                    "bad",
                    "Rows unaccounted for",
                    Count.was(summary.rows(), "row") + " planned and " + summary.accounted()
                            + " outcomes were counted. This is an error of the program; the journal is what counts.");
        } else if (stop != null) {
            banner(
                    "bad",
                    "Stopped early: " + good + " of " + Count.is(summary.rows(), "row") + " in place",
                    stop.message());
        } else if (pending > 0) {
            banner(
                    "warn",
                    good + " of " + Count.is(summary.rows(), "row") + " in place, " + pending + " are still open",
                    "The same command goes on with the open rows; what is in place stays as it is.");
        } else if (summary.unsuccessful() > 0) {
            banner(
                    "warn",
                    good + " of " + Count.is(summary.rows(), "row") + " in place, " + summary.unsuccessful()
                            + " need a person",
                    "The reasons and what to do are below.");
        } else {
            banner(
                    "good",
                    summary.rows() == 1 ? "The row is in place" : "All " + summary.rows() + " rows are in place",
                    "Nothing is left to do.");
        }
    }

    private void banner(String kind, String headline, String text) throws IOException {
        page.raw("<div class=\"banner " + kind + "\">")
                .element("strong", headline)
                .text(text)
                .raw("</div>\n");
    }

    private void tiles() throws IOException {
        page.raw("<ul class=\"tiles\">");
        tile(result.summary().rows(), "rows");
        for (Map.Entry<Outcome, Long> count : result.summary().counts().entrySet()) {
            if (count.getValue() > 0) {
                tile(count.getValue(), count.getKey().label());
            }
        }
        CallCounts calls = result.summary().calls();
        tile(calls.calls(), "calls");
        tile(calls.retries(), "retries");
        tile(calls.throttled(), "throttled");
        page.raw("</ul>\n");
    }

    private void tile(long number, String what) throws IOException {
        page.raw("<li>")
                .element("b", Long.toString(number))
                .element("span", what)
                .raw("</li>");
    }

    private void next() throws IOException {
        if (context.next().isEmpty()) {
            return;
        }
        page.raw("<h2>What to do next</h2>\n<ol class=\"next\">");
        for (NextStep step : context.next()) {
            page.raw("<li>").element("span", step.words());
            if (step.command() != null) {
                page.raw("<br>").element("code", step.command());
            }
            page.raw("</li>");
        }
        page.raw("</ol>\n");
    }

    private void waves() throws IOException {
        page.raw("<h2>Waves</h2>\n<div class=\"scroll\"><table><tr><th>Wave</th><th>Region</th>"
                + "<th class=\"n\">Rows</th><th class=\"n\">In place</th><th class=\"n\">Open</th>"
                + "<th class=\"n\">Need a person</th><th>Share</th></tr>\n");
        for (WaveCounts wave : WaveCounts.of(result.rows())) {
            long good = wave.counts().entrySet().stream()
                    .filter(count -> count.getKey().good())
                    .mapToLong(Map.Entry::getValue)
                    .sum();
            long open = wave.count(Outcome.PENDING);
            page.raw("<tr>").element("td class=\"row\"", wave.wave()).element("td", wave.region());
            for (long number : new long[] {wave.rows(), good, open, wave.rows() - good - open}) {
                page.element("td class=\"n\"", Long.toString(number));
            }
            page.raw("<td>");
            HtmlCharts.bar(page, wave.counts());
            page.raw("</td></tr>\n");
        }
        page.raw("</table></div>\n");
        HtmlCharts.legend(page, result.summary().counts());
    }

    private void reasons() throws IOException {
        List<Reasons.Reason> reasons = Reasons.of(result.rows());
        if (reasons.isEmpty()) {
            return;
        }
        page.raw("<h2>Why rows are not in place</h2>\n<div class=\"scroll\"><table><tr><th class=\"n\">Rows</th>"
                + "<th>Outcome</th><th>What is wrong</th><th>What to do</th></tr>\n");
        for (Reasons.Reason reason : reasons.subList(0, Math.min(reasons.size(), MAX_REASONS))) {
            page.raw("<tr>")
                    .element("td class=\"n\"", Long.toString(reason.rows()))
                    .raw("<td>");
            tag(reason.outcome());
            page.raw("</td><td class=\"wide\">").text(reason.example()).raw("<br>");
            page.element("code class=\"soft\"", reason.code()).raw("</td>");
            page.element("td class=\"wide\"", reason.advice()).raw("</tr>\n");
        }
        page.raw("</table></div>\n");
        if (reasons.size() > MAX_REASONS) {
            page.element("p class=\"soft\"", "and " + (reasons.size() - MAX_REASONS) + " more reasons, in report.json");
        }
    }

    private void attention() throws IOException {
        List<RowOutcome> rows = result.attention();
        if (rows.isEmpty()) {
            return;
        }
        page.raw("<h2>").text("Rows that need attention (" + rows.size() + ")").raw("</h2>\n");
        page.raw("<div class=\"scroll\"><table><tr><th>Row</th><th>Outcome</th><th>What is wrong</th>"
                + "<th>What to do</th><th>Ids</th></tr>\n");
        for (RowOutcome row : rows) {
            page.raw("<tr><td class=\"row\">")
                    .element("strong", row.address().toString())
                    .raw("<br>");
            page.element("span class=\"soft\"", row.position().toString()).raw("</td><td>");
            tag(row.outcome());
            page.raw("</td>").element("td class=\"wide\"", row.message());
            page.element("td class=\"wide\"", row.fix()).raw("<td class=\"id mono\">");
            ids(row);
            page.raw("</td></tr>\n");
        }
        page.raw("</table></div>\n");
    }

    private void allRows() throws IOException {
        page.raw("<h2>All rows</h2>\n");
        Map<String, List<RowOutcome>> waves = result.rows().stream()
                .collect(Collectors.groupingBy(RowOutcome::wave, LinkedHashMap::new, Collectors.toList()));
        for (Map.Entry<String, List<RowOutcome>> wave : waves.entrySet()) {
            Map<Outcome, Long> counts = new EnumMap<>(Outcome.class);
            wave.getValue().forEach(row -> counts.merge(row.outcome(), 1L, Long::sum));
            String says = counts.entrySet().stream()
                    .map(count -> count.getValue() + " " + count.getKey().label())
                    .collect(Collectors.joining(", "));
            page.raw("<details>").element("summary", wave.getKey() + ": " + says);
            page.raw("<div class=\"scroll\"><table><tr><th>Name</th><th>Source</th><th>Outcome</th><th>Job</th>"
                    + "<th>Request</th><th class=\"n\">Tries</th><th>Place</th></tr>\n");
            for (RowOutcome row : wave.getValue()) {
                page.raw("<tr>").element("td class=\"row\"", row.address().name());
                page.element("td class=\"mono\"", row.sourceId() == null ? "" : row.sourceId())
                        .raw("<td>");
                tag(row.outcome());
                page.raw("</td>").element("td class=\"mono\"", row.jobId() == null ? "" : row.jobId());
                page.element("td class=\"mono\"", row.requestId() == null ? "" : row.requestId());
                page.element("td class=\"n\"", Integer.toString(row.attempts()));
                page.element("td class=\"soft\"", row.position().toString()).raw("</tr>\n");
            }
            page.raw("</table></div></details>\n");
        }
    }

    private void ids(RowOutcome row) throws IOException {
        String separator = "";
        for (String id : new String[] {row.sourceId(), row.jobId(), row.requestId()}) {
            if (id != null) {
                page.raw(separator).text(id);
                separator = "<br>";
            }
        }
    }

    private void tag(Outcome outcome) throws IOException {
        page.element("span class=\"tag " + outcome.label() + "\"", outcome.label());
    }

    private static String css() {
        try (InputStream in = HtmlReport.class.getResourceAsStream("report.css")) {
            if (in == null) {
                throw new IllegalStateException("report.css is missing from the jar");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
        } catch (IOException e) {
            throw new UncheckedIOException("report.css cannot be read", e);
        }
    }

    private static String sha256(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
