package io.camelsmc.report;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.camelsmc.job.Outcome;
import io.camelsmc.run.NextStep;
import io.camelsmc.run.RowOutcome;
import io.camelsmc.run.RunContext;
import io.camelsmc.run.RunResult;
import io.camelsmc.run.WaveCounts;
import java.io.IOException;
import java.io.Writer;
import java.util.Map;

/** {@code report.json}: the numbers, the waves, the reasons and one line for each row. */
final class ReportJson {

    private static final ObjectMapper JSON = new ObjectMapper();

    private ReportJson() {}

    static void write(RunResult result, RunContext context, Writer out) throws IOException {
        ObjectNode head = SummaryJson.of(result);
        head.put("started_at", result.startedAt().toString());
        head.put("ended_at", result.endedAt().toString());
        head.put("version", context.version());
        head.put("service", context.service());
        head.put("rehearsal", context.rehearsal());
        head.put("account", result.plan().account());
        context.inputs().forEach(head.putArray("inputs")::add);
        ArrayNode next = head.putArray("next");
        for (NextStep step : context.next()) {
            next.addObject().put("words", step.words()).put("command", step.command());
        }
        waves(result, head.putArray("waves"));
        reasons(result, head.putArray("reasons"));
        String start =
                JSON.writerWithDefaultPrettyPrinter().writeValueAsString(head).replace("\r\n", "\n");
        out.write(JsonText.visible(start.substring(0, start.lastIndexOf('}')).stripTrailing()));
        out.write(",\n  \"results\" : [");
        String joint = "\n    ";
        for (RowOutcome row : result.rows()) {
            ObjectNode object = JSON.createObjectNode();
            RowJson.put(row, object);
            out.write(joint);
            out.write(JsonText.visible(object.toString()));
            joint = ",\n    ";
        }
        out.write("\n  ]\n}\n");
    }

    private static void waves(RunResult result, ArrayNode waves) {
        for (WaveCounts wave : WaveCounts.of(result.rows())) {
            ObjectNode object = waves.addObject();
            object.put("wave", wave.wave());
            object.put("region", wave.region());
            object.put("rows", wave.rows());
            for (Map.Entry<Outcome, Long> count : wave.counts().entrySet()) {
                object.put(count.getKey().label(), count.getValue());
            }
        }
    }

    private static void reasons(RunResult result, ArrayNode reasons) {
        for (Reasons.Reason reason : Reasons.of(result.rows())) {
            ObjectNode object = reasons.addObject();
            object.put("code", reason.code());
            object.put("outcome", reason.outcome().label());
            object.put("rows", reason.rows());
            object.put("example", reason.example());
            object.put("fix", reason.advice());
        }
    }
}
