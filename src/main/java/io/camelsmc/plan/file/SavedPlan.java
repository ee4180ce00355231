package io.camelsmc.plan.file;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.camelsmc.diag.Diagnostic;
import io.camelsmc.diag.SafeText;
import io.camelsmc.diag.Severity;
import io.camelsmc.diag.SourcePosition;
import io.camelsmc.job.JobDifference;
import io.camelsmc.job.JobRequest;
import io.camelsmc.plan.Action;
import io.camelsmc.plan.ActionReason;
import io.camelsmc.plan.Change;
import io.camelsmc.plan.Plan;
import io.camelsmc.plan.PlannedInput;
import io.camelsmc.spec.CanonicalParameters;
import io.camelsmc.spec.FieldType;
import io.camelsmc.spec.InvalidSpecException;
import io.camelsmc.spec.JobAddress;
import io.camelsmc.spec.ReplicationJobSpec;
import io.camelsmc.spec.SpecField;
import io.camelsmc.spec.read.SpecReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Reads a plan that {@link PlanJson} wrote. Each row is held against its own digest, so a plan that was edited by hand or
 * torn is refused and never half understood.
 */
public final class SavedPlan {

    private static final JsonMapper JSON = new JsonMapper();
    private static final List<String> MARKS = List.of("\"format_version\"", "\"lineage\"", "\"offline\"");

    private SavedPlan() {}

    /** Whether a text, or its first thousands of characters, looks like a saved plan rather than a wave. */
    public static boolean looksLike(String text) {
        return text.stripLeading().startsWith("{") && MARKS.stream().allMatch(text::contains);
    }

    /**
     * Reads a plan.
     *
     * @throws IllegalArgumentException if it is none, is of another format, or was changed; the message says what is wrong
     */
    public static Plan read(String text) {
        JsonNode root;
        try {
            root = JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("it is no JSON: " + SafeText.excerpt(e.getOriginalMessage()), e);
        }
        int version = root.path("format_version").asInt();
        if (version != PlanJson.FORMAT_VERSION) {
            throw new IllegalArgumentException(
                    "its format_version is " + version + ", this version reads " + PlanJson.FORMAT_VERSION);
        }
        List<PlannedInput> inputs = new ArrayList<>();
        root.path("inputs").forEach(input -> inputs.add(new PlannedInput(text(input, "file"), text(input, "sha256"))));
        List<Change> changes = new ArrayList<>();
        for (JsonNode change : root.path("changes")) {
            changes.add(change(change, root.path("account").asText()));
        }
        return new Plan(
                text(root, "account"),
                root.at("/state/lineage").asText(),
                root.at("/state/serial").asLong(),
                root.path("offline").asBoolean(),
                inputs,
                problems(root.path("findings"), SourcePosition.of("plan")),
                changes);
    }

    private static Change change(JsonNode node, String account) {
        String address = text(node, "address");
        SourcePosition position = new SourcePosition(
                text(node, "file"),
                node.path("line").asInt(),
                node.path("column").asInt());
        int joint = address.indexOf('/');
        JobAddress shown = joint < 0
                ? new JobAddress("-", address)
                : new JobAddress(address.substring(0, joint), address.substring(joint + 1));
        ReplicationJobSpec spec = node.has("request") ? spec(node, position) : null;
        String digest = optional(node, "digest");
        JobRequest request = spec == null || digest == null ? null : JobRequest.of(account, spec);
        if (request != null && !request.digest().equals(digest)) {
            throw new IllegalArgumentException("the row " + SafeText.excerpt(address)
                    + " does not match its digest, so the plan was changed after it was made");
        }
        return new Change(
                spec == null ? shown : spec.address(),
                position,
                constant(Action.class, text(node, "action")),
                constant(ActionReason.class, text(node, "reason")),
                spec,
                request,
                optional(node, "job_id"),
                differences(node.path("differences")),
                problems(node.path("problems"), position),
                node.path("detail").asText());
    }

    private static ReplicationJobSpec spec(JsonNode node, SourcePosition position) {
        SortedMap<String, String> request = new TreeMap<>();
        node.path("request")
                .properties()
                .forEach(parameter ->
                        request.put(parameter.getKey(), parameter.getValue().asText()));
        ReplicationJobSpec.Builder spec = CanonicalParameters.spec(request).toBuilder();
        Map<String, Object> others = new LinkedHashMap<>();
        node.path("row").properties().stream()
                .filter(own -> own.getValue().isTextual())
                .forEach(own -> own(own.getKey(), own.getValue().asText(), spec, others));
        try {
            ReplicationJobSpec typed = SpecReader.ofMap(others, position.source());
            typed.fields().forEach(field -> spec.set(field, typed.get(field)));
        } catch (InvalidSpecException e) {
            throw new IllegalArgumentException("the row of " + position + " cannot be read back: " + e.getMessage(), e);
        }
        return spec.origin(position).build();
    }

    /** Texts are taken as they stand; what a cell of a sheet may not hold was refused when the plan was made. */
    private static void own(String name, String value, ReplicationJobSpec.Builder spec, Map<String, Object> others) {
        for (SpecField field : SpecField.values()) {
            if (!field.isApiParameter()
                    && field.type() == FieldType.STRING
                    && field.specName().equals(name)) {
                spec.set(field, value);
                return;
            }
        }
        others.put(name, value);
    }

    private static List<JobDifference> differences(JsonNode nodes) {
        List<JobDifference> differences = new ArrayList<>();
        for (JsonNode node : nodes) {
            for (SpecField field : SpecField.values()) {
                if (field.specName().equals(node.path("field").asText())) {
                    differences.add(new JobDifference(field, text(node, "wanted"), text(node, "found")));
                }
            }
        }
        return differences;
    }

    private static List<Diagnostic> problems(JsonNode nodes, SourcePosition position) {
        List<Diagnostic> problems = new ArrayList<>();
        for (JsonNode node : nodes) {
            problems.add(new Diagnostic(
                    constant(Severity.class, text(node, "severity")),
                    text(node, "rule"),
                    position,
                    optional(node, "address"),
                    optional(node, "field"),
                    text(node, "summary"),
                    optional(node, "got"),
                    optional(node, "expected"),
                    optional(node, "fix")));
        }
        return problems;
    }

    private static <E extends Enum<E>> E constant(Class<E> type, String label) {
        try {
            return Enum.valueOf(type, label.toUpperCase(Locale.ROOT).replace('-', '_'));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "this version knows no " + type.getSimpleName() + " " + SafeText.excerpt(label), e);
        }
    }

    private static String text(JsonNode node, String name) {
        JsonNode value = node.path(name);
        if (!value.isTextual()) {
            throw new IllegalArgumentException("the text '" + name + "' is missing");
        }
        return value.asText();
    }

    private static @Nullable String optional(JsonNode node, String name) {
        JsonNode value = node.path(name);
        return value.isTextual() ? value.asText() : null;
    }
}
