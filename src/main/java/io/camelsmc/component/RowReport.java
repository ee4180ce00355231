package io.camelsmc.component;

import io.camelsmc.client.SmcException;
import io.camelsmc.diag.Diagnostic;
import io.camelsmc.diag.SourcePosition;
import io.camelsmc.provision.ProvisionResult;
import io.camelsmc.spec.InvalidSpecException;
import io.camelsmc.spec.JobKey;
import io.camelsmc.spec.JsonForm;
import io.camelsmc.spec.ReplicationJobSpec;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.jspecify.annotations.Nullable;

/**
 * What became of one row, for reports: outcome or error class, the row as people name it, the job, the reason, what to do,
 * and the row as it came. Values stand raw; no secret can be among them.
 */
final class RowReport implements JsonForm {

    private static final long serialVersionUID = 1L;

    private final transient Map<String, Object> json = new LinkedHashMap<>();

    private RowReport() {
        json.put("format_version", 1);
    }

    /** The report on an exchange that has been through the component. */
    static RowReport of(Exchange exchange) {
        RowAccount account = RowAccount.of(exchange);
        Throwable caught = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Throwable.class);
        RowReport report = new RowReport();
        if (account == null || account.label() == null) {
            report.headers(exchange.getMessage(), account);
            report.reason(caught);
        } else {
            report.account(account);
        }
        Object row = account == null ? null : RowForm.of(account.row());
        return report.put("row", row);
    }

    private void account(RowAccount account) {
        ProvisionResult result = account.result();
        Exception failure = account.failure();
        ReplicationJobSpec spec = account.spec();
        boolean good = failure == null;
        put(good ? "outcome" : "error_class", account.label());
        if (result != null) {
            JobKey key = result.key();
            put("job_key", SmcHeaders.key(key.region(), key.sourceId(), key.generation()));
            put("address", result.address().toString());
            put("source_id", key.sourceId());
        } else if (spec != null) {
            put("job_key", SmcHeaders.key(spec));
            put("address", spec.address().toString());
            put("source_id", spec.sourceId());
        }
        place(RowForm.position(account.row()));
        if (result != null) {
            put("name", result.name());
            put("job_id", result.jobId());
            put("request_id", result.requestId());
            put("client_token", result.token().value());
            put("attempts", result.attempts());
        }
        if (failure != null) {
            put("request_id", failure instanceof SmcException e ? e.requestId() : null);
            SmcHeaders.Kind kind = SmcHeaders.kind(failure, false);
            if (kind != null) {
                put("error_code", kind.code());
                put("retryable", kind.retryable());
            }
            reason(failure);
        }
    }

    /** A row that came from elsewhere, such as the answer of a worker behind a queue, says what it says in its headers. */
    private void headers(Message message, @Nullable RowAccount account) {
        header("outcome", message, SmcConstants.OUTCOME);
        header("error_class", message, SmcConstants.ERROR_CLASS);
        header("job_key", message, SmcConstants.JOB_KEY);
        header("address", message, SmcConstants.ADDRESS);
        header("source_id", message, SmcConstants.SOURCE_ID);
        place(account == null ? null : RowForm.position(account.row()));
        header("job_id", message, SmcConstants.JOB_ID);
        header("request_id", message, SmcConstants.REQUEST_ID);
        header("client_token", message, SmcConstants.CLIENT_TOKEN);
        put("attempts", message.getHeader(SmcConstants.ATTEMPTS, Integer.class));
        header("error_code", message, SmcConstants.ERROR_CODE);
        put("retryable", message.getHeader(SmcConstants.RETRYABLE, Boolean.class));
    }

    private void header(String name, Message message, String header) {
        put(name, message.getHeader(header, String.class));
    }

    private void place(@Nullable SourcePosition position) {
        if (position != null) {
            put("file", position.source());
            put("line", position.line() > 0 ? position.line() : null);
        }
    }

    private void reason(@Nullable Throwable failure) {
        if (failure instanceof SmcException e) {
            put("http_status", e.httpStatus());
            put("message", e.failure().message());
            put("fix", e.failure().advice());
        } else if (failure instanceof InvalidSpecException e) {
            problems(e.diagnostics());
        } else if (failure != null) {
            put("message", String.valueOf(failure.getMessage()));
        }
    }

    private void problems(List<Diagnostic> diagnostics) {
        List<Map<String, Object>> problems = new ArrayList<>();
        for (Diagnostic diagnostic : diagnostics) {
            Map<String, Object> problem = new LinkedHashMap<>();
            problem.put("rule", diagnostic.rule());
            JsonForm.put(problem, "field", diagnostic.field());
            problem.put("message", diagnostic.render());
            JsonForm.put(problem, "got", diagnostic.got());
            JsonForm.put(problem, "expected", diagnostic.expected());
            JsonForm.put(problem, "fix", diagnostic.fix());
            problems.add(problem);
        }
        put("problems", problems);
    }

    private RowReport put(String name, @Nullable Object value) {
        JsonForm.put(json, name, value);
        return this;
    }

    @Override
    public Map<String, Object> asJson() {
        return json;
    }

    private Object writeReplace() {
        return JsonForm.text(this);
    }
}
