package io.camelsmc.drift;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import io.camelsmc.job.ObservedJob;
import io.camelsmc.plan.DifferencesJson;
import io.camelsmc.state.StateInfo;
import java.io.IOException;
import java.io.Writer;
import java.util.Map;

/**
 * A drift report as JSON: one object with every job. Keys and entries stand in a fixed order, line ends are always LF, no
 * time is in it, so equal reports are equal bytes.
 */
public final class DriftJson {

    /** Version of the form. */
    public static final int FORMAT_VERSION = 1;

    private DriftJson() {}

    /** Writes the report and flushes; the writer stays open. */
    public static void write(DriftReport report, String account, StateInfo state, Writer target) throws IOException {
        try (JsonGenerator json = new JsonFactory().createGenerator(target)) {
            json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
            DefaultIndenter lines = new DefaultIndenter("  ", "\n");
            json.setPrettyPrinter(
                    new DefaultPrettyPrinter().withObjectIndenter(lines).withArrayIndenter(lines));
            json.writeStartObject();
            json.writeNumberField("format_version", FORMAT_VERSION);
            json.writeStringField("account", account);
            json.writeObjectFieldStart("state");
            json.writeStringField("lineage", state.lineage());
            json.writeNumberField("serial", state.serial());
            json.writeEndObject();
            json.writeBooleanField("drift", report.drifted());
            json.writeObjectFieldStart("counts");
            for (Map.Entry<Drift, Long> count : report.counts().entrySet()) {
                json.writeNumberField(count.getKey().label(), count.getValue());
            }
            json.writeNumberField("unknown", report.unknown().size());
            json.writeNumberField("without-job", report.withoutJob());
            json.writeEndObject();
            json.writeArrayFieldStart("jobs");
            for (DriftFinding finding : report.findings()) {
                finding(finding, json);
            }
            json.writeEndArray();
            json.writeArrayFieldStart("unknown");
            for (ObservedJob job : report.unknown()) {
                json.writeStartObject();
                json.writeStringField("job_id", job.jobId());
                DifferencesJson.text(json, "name", job.attributes().name());
                DifferencesJson.text(json, "source_id", job.attributes().sourceId());
                DifferencesJson.text(json, "region", job.attributes().regionId());
                DifferencesJson.text(json, "status", job.status());
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
            json.writeRaw('\n');
        }
    }

    private static void finding(DriftFinding finding, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("address", finding.record().address().toString());
        json.writeStringField("drift", finding.drift().label());
        json.writeStringField("source_id", finding.record().key().sourceId());
        json.writeStringField("region", finding.record().key().region());
        json.writeNumberField("generation", finding.record().key().generation());
        ObservedJob job = finding.job();
        DifferencesJson.text(json, "job_id", job == null ? finding.record().jobId() : job.jobId());
        DifferencesJson.text(json, "status", job == null ? null : job.status());
        DifferencesJson.write(finding.differences(), "journal", "service", json);
        json.writeEndObject();
    }
}
