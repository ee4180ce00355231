package io.camelsmc.report;

import io.camelsmc.diag.SafeText;
import io.camelsmc.run.RowOutcome;
import io.camelsmc.run.RunResult;
import io.camelsmc.spec.read.FormulaGuard;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code report.csv}: one line for each row. A cell that a spreadsheet would run as a formula has an apostrophe before it;
 * characters that act on a screen stand as escapes.
 */
final class ReportCsv {

    private static final List<String> COLUMNS = List.of(
            "wave",
            "name",
            "region",
            "source_id",
            "file",
            "line",
            "outcome",
            "code",
            "error_class",
            "field",
            "message",
            "fix",
            "retryable",
            "job_id",
            "request_id",
            "client_token",
            "attempts",
            "started_at",
            "ended_at");

    private ReportCsv() {}

    static void write(RunResult result, Writer out) throws IOException {
        out.write(String.join(",", COLUMNS) + "\n");
        for (RowOutcome row : result.rows()) {
            out.write(String.join(
                    ",",
                    cell(row.wave()),
                    cell(row.address().name()),
                    cell(row.region()),
                    cell(row.sourceId()),
                    cell(row.position().source()),
                    row.position().line() > 0 ? Integer.toString(row.position().line()) : "",
                    row.outcome().label(),
                    cell(row.code()),
                    cell(row.errorClass()),
                    cell(row.field()),
                    cell(row.message()),
                    cell(row.fix()),
                    row.problems().isEmpty() ? "" : Boolean.toString(row.retryable()),
                    cell(row.jobId()),
                    cell(row.requestId()),
                    cell(row.clientToken()),
                    Integer.toString(row.attempts()),
                    row.startedAt().toString(),
                    row.endedAt().toString()));
            out.write('\n');
        }
    }

    private static String cell(@Nullable String text) {
        if (text == null) {
            return "";
        }
        String safe = FormulaGuard.neutralise(SafeText.escape(text));
        boolean quoted = safe.chars().anyMatch(c -> c == '"' || c == ',' || c == ';' || c == ' ');
        return quoted ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
    }
}
