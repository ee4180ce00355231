package io.camelsmc.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.camelsmc.diag.Diagnostic;
import io.camelsmc.run.RowOutcome;
import org.jspecify.annotations.Nullable;

/** One row as JSON, the same in {@code report.json} and in the event stream. What is absent is left out. */
final class RowJson {

    private RowJson() {}

    static void put(RowOutcome row, ObjectNode object) {
        object.put("address", row.address().toString());
        object.put("wave", row.wave());
        object.put("name", row.address().name());
        object.put("region", row.region());
        text(object, "source_id", row.sourceId());
        object.put("file", row.position().source());
        if (row.position().line() > 0) {
            object.put("line", row.position().line());
        }
        object.put("outcome", row.outcome().label());
        text(object, "code", row.code());
        text(object, "error_class", row.errorClass());
        text(object, "field", row.field());
        if (!row.problems().isEmpty()) {
            object.put("message", row.message());
            object.put("fix", row.fix());
            object.put("retryable", row.retryable());
            object.put("reached", row.reached());
        }
        text(object, "job_id", row.jobId());
        text(object, "request_id", row.requestId());
        text(object, "client_token", row.clientToken());
        object.put("attempts", row.attempts());
        object.put("started_at", row.startedAt().toString());
        object.put("ended_at", row.endedAt().toString());
        problems(row, object);
    }

    /** The single problems, where there are several. */
    private static void problems(RowOutcome row, ObjectNode object) {
        if (row.problems().size() < 2) {
            return;
        }
        ArrayNode problems = object.putArray("problems");
        for (Diagnostic problem : row.problems()) {
            ObjectNode one = problems.addObject();
            one.put("code", problem.rule());
            text(one, "field", problem.field());
            one.put("message", problem.at(null).of(null).in(null).fix(null).render());
            text(one, "fix", problem.fix());
        }
    }

    private static void text(ObjectNode object, String name, @Nullable String value) {
        if (value != null) {
            object.put(name, value);
        }
    }
}
