package io.camelsmc.component;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.camelsmc.client.SmcException;
import io.camelsmc.diag.Diagnostic;
import io.camelsmc.diag.SourcePosition;
import io.camelsmc.provision.ProvisionResult;
import io.camelsmc.spec.InvalidSpecException;
import io.camelsmc.spec.ReplicationJobSpec;
import io.camelsmc.spec.read.InputRow;
import io.camelsmc.spec.read.RawRow;
import java.util.List;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.jspecify.annotations.Nullable;

/**
 * What became of one row, as one line of JSON: outcome or error class, the row as people name it, the job, the reason,
 * what to do, and the row as it was read. Values stand raw in JSON encoding; no secret can be among them.
 */
public final class OutcomeLine {

    private static final ObjectMapper JSON = new ObjectMapper();

    private OutcomeLine() {}

    /** The line of an exchange that has been through the component. Call it from a route: {@code bean}, method {@code of}. */
    public static String of(Exchange exchange) {
        Message message = exchange.getMessage();
        ObjectNode line = JSON.createObjectNode();
        line.put("format_version", 1);
        text(line, "outcome", message.getHeader(SmcConstants.OUTCOME, String.class));
        text(line, "error_class", message.getHeader(SmcConstants.ERROR_CLASS, String.class));
        text(line, "job_key", message.getHeader(SmcConstants.JOB_KEY, String.class));
        text(line, "address", message.getHeader(SmcConstants.ADDRESS, String.class));
        text(line, "source_id", message.getHeader(SmcConstants.SOURCE_ID, String.class));
        Object body = exchange.getProperty(SmcConstants.ROW);
        origin(line, body == null ? message.getBody() : body);
        if (message.getBody() instanceof ProvisionResult result) {
            line.put("name", result.name());
        }
        text(line, "job_id", message.getHeader(SmcConstants.JOB_ID, String.class));
        text(line, "request_id", message.getHeader(SmcConstants.REQUEST_ID, String.class));
        text(line, "client_token", message.getHeader(SmcConstants.CLIENT_TOKEN, String.class));
        Integer attempts = message.getHeader(SmcConstants.ATTEMPTS, Integer.class);
        if (attempts != null) {
            line.put("attempts", attempts);
        }
        failure(line, message, exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Throwable.class));
        row(line, body);
        return line.toString();
    }

    private static void origin(ObjectNode line, @Nullable Object body) {
        SourcePosition position = null;
        if (body instanceof InputRow row) {
            position = row.position();
        } else if (body instanceof ReplicationJobSpec spec) {
            position = spec.origin();
        }
        if (position != null) {
            line.put("file", position.source());
            if (position.line() > 0) {
                line.put("line", position.line());
            }
        }
    }

    private static void failure(ObjectNode line, Message message, @Nullable Throwable caught) {
        text(line, "error_code", message.getHeader(SmcConstants.ERROR_CODE, String.class));
        Boolean retryable = message.getHeader(SmcConstants.RETRYABLE, Boolean.class);
        if (retryable != null) {
            line.put("retryable", retryable);
        }
        if (caught instanceof SmcException e) {
            line.put("http_status", e.httpStatus());
            line.put("message", e.failure().message());
            line.put("fix", e.failure().advice());
        } else if (caught instanceof InvalidSpecException e) {
            problems(line.putArray("problems"), e.diagnostics());
        } else if (caught != null) {
            line.put("message", String.valueOf(caught.getMessage()));
        }
    }

    private static void problems(ArrayNode problems, List<Diagnostic> diagnostics) {
        for (Diagnostic diagnostic : diagnostics) {
            ObjectNode problem = problems.addObject();
            problem.put("rule", diagnostic.rule());
            text(problem, "field", diagnostic.field());
            problem.put("message", diagnostic.render());
            text(problem, "got", diagnostic.got());
            text(problem, "expected", diagnostic.expected());
            text(problem, "fix", diagnostic.fix());
        }
    }

    private static void row(ObjectNode line, @Nullable Object body) {
        if (!(body instanceof InputRow row)) {
            return;
        }
        RawRow raw = row.raw();
        if (raw.isCsv()) {
            ObjectNode cells = line.putObject("row");
            int columns = Math.min(raw.header().size(), raw.cells().size());
            for (int i = 0; i < columns; i++) {
                String cell = raw.cells().get(i);
                if (!cell.isEmpty()) {
                    cells.put(raw.header().get(i), cell);
                }
            }
        } else {
            line.put("row", raw.text());
        }
    }

    private static void text(ObjectNode line, String name, @Nullable String value) {
        if (value != null) {
            line.put(name, value);
        }
    }
}
