package io.camelsmc.plan.file;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import io.camelsmc.diag.Diagnostic;
import io.camelsmc.plan.Action;
import io.camelsmc.plan.Change;
import io.camelsmc.plan.DifferencesJson;
import io.camelsmc.plan.Plan;
import io.camelsmc.plan.PlannedInput;
import io.camelsmc.spec.CanonicalParameters;
import io.camelsmc.spec.ReplicationJobSpec;
import io.camelsmc.spec.SpecField;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * A plan as JSON: one object with every change, complete enough to be applied later. Keys stand in a fixed order, line ends are always LF, no time is in it, so
 * equal plans are equal bytes and a plan can be reviewed in version control.
 */
public final class PlanJson {

    /** Version of the form. */
    public static final int FORMAT_VERSION = 1;

    private PlanJson() {}

    /** Writes the plan and flushes; the writer stays open. */
    public static void write(Plan plan, Writer target) throws IOException {
        JsonFactory factory = new JsonFactory();
        try (JsonGenerator json = factory.createGenerator(target)) {
            json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
            DefaultIndenter lines = new DefaultIndenter("  ", "\n");
            json.setPrettyPrinter(
                    new DefaultPrettyPrinter().withObjectIndenter(lines).withArrayIndenter(lines));
            json.writeStartObject();
            json.writeNumberField("format_version", FORMAT_VERSION);
            json.writeStringField("account", plan.account());
            json.writeObjectFieldStart("state");
            json.writeStringField("lineage", plan.lineage());
            json.writeNumberField("serial", plan.serial());
            json.writeEndObject();
            json.writeBooleanField("offline", plan.offline());
            json.writeArrayFieldStart("inputs");
            for (PlannedInput input : plan.inputs()) {
                json.writeStartObject();
                json.writeStringField("file", input.file());
                json.writeStringField("sha256", input.sha256());
                json.writeEndObject();
            }
            json.writeEndArray();
            problems("findings", plan.findings(), json);
            json.writeObjectFieldStart("counts");
            for (Map.Entry<Action, Long> count : plan.counts().entrySet()) {
                json.writeNumberField(count.getKey().label(), count.getValue());
            }
            json.writeEndObject();
            json.writeArrayFieldStart("changes");
            for (Change change : plan.changes()) {
                change(change, json);
            }
            json.writeEndArray();
            json.writeEndObject();
            json.writeRaw('\n');
        }
    }

    private static void change(Change change, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("address", change.address().toString());
        json.writeStringField("action", change.action().label());
        json.writeStringField("reason", change.reason().label());
        json.writeStringField("file", change.position().source());
        json.writeNumberField("line", change.position().line());
        json.writeNumberField("column", change.position().column());
        DifferencesJson.text(json, "job_id", change.jobId());
        DifferencesJson.text(json, "digest", change.digest());
        if (!change.detail().isEmpty()) {
            json.writeStringField("detail", change.detail());
        }
        if (!change.reason().advice().isEmpty()) {
            json.writeStringField("advice", change.reason().advice());
        }
        if (!change.differences().isEmpty()) {
            DifferencesJson.write(change.differences(), "wanted", "found", json);
        }
        problems("problems", change.problems(), json);
        ReplicationJobSpec spec = change.spec();
        if (spec != null) {
            json.writeNumberField("generation", spec.generation());
            own(spec, json);
            json.writeObjectFieldStart("request");
            for (Map.Entry<String, String> parameter :
                    CanonicalParameters.of(spec).entrySet()) {
                json.writeStringField(parameter.getKey(), parameter.getValue());
            }
            json.writeEndObject();
        }
        json.writeEndObject();
    }

    private static void problems(String name, List<Diagnostic> problems, JsonGenerator json) throws IOException {
        if (problems.isEmpty()) {
            return;
        }
        json.writeArrayFieldStart(name);
        for (Diagnostic problem : problems) {
            json.writeStartObject();
            json.writeStringField("severity", problem.severity().name().toLowerCase(Locale.ROOT));
            json.writeStringField("rule", problem.rule());
            DifferencesJson.text(json, "address", problem.address());
            DifferencesJson.text(json, "field", problem.field());
            json.writeStringField("summary", problem.summary());
            DifferencesJson.text(json, "got", problem.got());
            DifferencesJson.text(json, "expected", problem.expected());
            DifferencesJson.text(json, "fix", problem.fix());
            json.writeStringField("message", problem.render());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    /** The fields of the row that are never sent. */
    private static void own(ReplicationJobSpec spec, JsonGenerator json) throws IOException {
        json.writeObjectFieldStart("row");
        for (SpecField field : spec.fields()) {
            Object value = spec.get(field);
            if (field == SpecField.EXTRA_PARAMETERS) {
                json.writeObjectFieldStart(field.specName());
                for (Map.Entry<String, String> extra : new TreeMap<>(spec.extra()).entrySet()) {
                    json.writeStringField(extra.getKey(), extra.getValue());
                }
                json.writeEndObject();
            } else if (!field.isApiParameter() && value != null) {
                json.writeStringField(field.specName(), value.toString());
            }
        }
        json.writeEndObject();
    }
}
