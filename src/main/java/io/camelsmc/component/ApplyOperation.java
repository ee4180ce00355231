package io.camelsmc.component;

import io.camelsmc.plan.Selection;
import io.camelsmc.run.ApplyRun;
import io.camelsmc.run.Consent;
import io.camelsmc.run.RowOutcome;
import io.camelsmc.run.RunListener;
import io.camelsmc.run.RunResult;
import io.camelsmc.spec.DesiredRow;
import io.camelsmc.spec.read.InputRow;
import io.camelsmc.wave.CheckedRows;
import io.camelsmc.wave.CheckedStream;
import io.camelsmc.wave.ListedRows;
import io.camelsmc.wave.RowRules;
import io.camelsmc.wave.StreamInput;
import io.camelsmc.wave.WaveSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.apache.camel.Exchange;
import org.apache.camel.Message;

/** Runs the bulk engine over the wave in a message: the same run as {@code smc apply}. */
final class ApplyOperation {

    private ApplyOperation() {}

    /**
     * The body becomes the list of what became of each row, in the order of the rows; the summary that counts them goes
     * along as a property. A failure of one row, of the account or of the journal is in the list, not thrown: rows that
     * are pending keep their input in place by {@code smc:finishWave}.
     */
    static void run(Exchange exchange, RowRules rules, SmcConfiguration configuration, SmcEngine engine)
            throws Exception {
        Selection selection = ApplyChoices.selection(configuration);
        if (exchange.getMessage().getBody() instanceof Collection<?> listed) {
            String source = RowBodies.sourceName(exchange);
            ListedRows rows = new ListedRows(RowBodies.rows(listed, source, rules));
            run(exchange, source, rows, selection, rules, configuration, engine);
            return;
        }
        try (StreamInput input = WaveOperations.open(exchange, rules)) {
            run(exchange, input.name(), input, selection, rules, configuration, engine);
        }
    }

    private static void run(
            Exchange exchange,
            String source,
            WaveSource input,
            Selection selection,
            RowRules rules,
            SmcConfiguration configuration,
            SmcEngine engine)
            throws Exception {
        CheckedStream stream = CheckedStream.of(List.of(input), rules.context(), selection::takes);
        WaveOperations.said(source, stream);
        List<InputRow> rows = new ArrayList<>();
        stream.forEachRow(rows::add);
        List<DesiredRow> desired = rows.stream().map(CheckedStream::desired).toList();
        ApplyRun apply =
                new ApplyRun(engine.access(), ApplyChoices.options(configuration), Consent.GIVEN, new RunListener() {});
        RunResult result =
                UnderWay.run(exchange.getContext(), () -> apply.run(new CheckedRows(desired, stream.findings())));
        List<RowReport> reports = new ArrayList<>(rows.size());
        WaveSummary summary = new WaveSummary(source, rows.size());
        List<RowOutcome> outcomes = result.inOrderOfRows();
        for (int i = 0; i < rows.size(); i++) {
            RowReport report = RowReport.of(outcomes.get(i), rows.get(i), result);
            summary.count(report.label());
            reports.add(report);
        }
        summary.settle();
        exchange.setProperty(SmcConstants.WAVE_SUMMARY, summary);
        exchange.setProperty(SmcConstants.FOLDER, summary.folder());
        Message message = exchange.getMessage();
        message.setHeader(SmcConstants.COUNT, (long) rows.size());
        message.setBody(new JsonItems<>(reports));
    }
}
