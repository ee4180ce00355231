package io.camelsmc.component;

import io.camelsmc.client.ErrorTable;
import io.camelsmc.client.SmcException;
import io.camelsmc.diag.Diagnostic;
import io.camelsmc.diag.SourcePosition;
import io.camelsmc.job.Outcome;
import io.camelsmc.provision.ProvisionResult;
import io.camelsmc.run.RowOutcome;
import io.camelsmc.run.RunResult;
import io.camelsmc.run.RunStop;
import io.camelsmc.spec.InvalidSpecException;
import io.camelsmc.spec.JobKey;
import io.camelsmc.spec.JsonForm;
import io.camelsmc.spec.ReplicationJobSpec;
import io.camelsmc.spec.read.InputRow;
import io.camelsmc.state.JournalException;
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
public final class RowReport implements JsonForm {

    private static final long serialVersionUID = 1L;

    private final transient Map<String, Object> json = new LinkedHashMap<>();
    private final String label;
    private transient String place = "";
    private transient boolean shared;
    private transient List<String> lines = List.of();

    private RowReport(String label) {
        this.label = label;
        json.put("format_version", 1);
    }

    /**
     * Where the row belongs: its outcome, or the class of its error; {@code pending} for a row that the run did not get to.
     * The last part of the name of its endpoint in the ready-made routes.
     */
    public String label() {
        return label;
    }

    /** Whether its job exists as wanted. */
    public boolean good() {
        return WaveSummary.isGood(label);
    }

    /** Where the row was read, as people are told. */
    public String place() {
        return place;
    }

    /** Whether the whole account or service is the reason, so that it is no news of this row. */
    public boolean shared() {
        return shared;
    }

    /** What is wrong and what to do, for people, a line for each problem; empty when all is well. */
    public List<String> lines() {
        return lines;
    }

    /** The report on a row of a wave that went through {@code smc:apply}. */
    static RowReport of(RowOutcome outcome, InputRow row, RunResult result) {
        RowReport report = new RowReport(label(outcome, result));
        boolean good = outcome.outcome().good();
        report.place = row.position().toString();
        report.lines = outcome.lines();
        report.shared = outcome.outcome() == Outcome.PENDING && shared(result.stop());
        report.put(good ? "outcome" : "error_class", report.label);
        String source = outcome.sourceId();
        int generation = row.known().generation();
        boolean keyed = source != null && row.known().regionId() != null;
        if (keyed) {
            report.put("job_key", SmcHeaders.key(outcome.region(), String.valueOf(source), generation));
        }
        report.put("address", outcome.address().toString());
        report.put("source_id", source);
        report.place(row.position());
        report.put("name", row.known().name());
        if (good && keyed && row.known().name() == null) {
            JobKey key = new JobKey(result.plan().account(), outcome.region(), String.valueOf(source), generation);
            report.put("name", key.derivedName());
        }
        report.put("job_id", outcome.jobId());
        report.put("request_id", outcome.requestId());
        report.put("client_token", outcome.clientToken());
        report.put("attempts", outcome.attempts() == 0 ? null : outcome.attempts());
        if (!good) {
            report.put("error_code", outcome.code());
            report.put("retryable", outcome.retryable());
            if (outcome.outcome() == Outcome.INVALID) {
                report.problems(outcome.problems());
            } else {
                report.put("message", outcome.message());
                report.put("fix", outcome.fix());
            }
        }
        return report.put("row", RowForm.of(row));
    }

    private static boolean shared(@Nullable RunStop stop) {
        return stop != null && (stop.kind() == RunStop.Kind.ACCOUNT || stop.kind() == RunStop.Kind.OUTAGE);
    }

    private static String label(RowOutcome outcome, RunResult result) {
        if (outcome.outcome() != Outcome.PENDING) {
            return outcome.outcome().label();
        }
        if (outcome.errorClass() != null) {
            return outcome.errorClass();
        }
        if (result.failure() instanceof JournalException) {
            return SmcHeaders.JOURNAL;
        }
        RunStop stop = result.stop();
        String code = stop == null ? null : stop.code();
        return code == null
                ? "pending"
                : ErrorTable.standard().lookup(code, 0).errorClass().id();
    }

    /** The report on an exchange that has been through the component. */
    static RowReport of(Exchange exchange) {
        if (exchange.getMessage().getBody() instanceof RowReport report) {
            return report;
        }
        RowAccount account = RowAccount.of(exchange);
        Throwable caught = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Throwable.class);
        RowReport report = new RowReport(WaveAggregation.label(exchange));
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
