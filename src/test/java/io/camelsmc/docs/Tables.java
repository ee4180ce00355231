package io.camelsmc.docs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.camelsmc.cli.CommandReference;
import io.camelsmc.client.ErrorClass;
import io.camelsmc.client.ErrorEntry;
import io.camelsmc.client.ErrorTable;
import io.camelsmc.client.RamPermission;
import io.camelsmc.client.SmcOperation;
import io.camelsmc.job.JobStatus;
import io.camelsmc.job.Verb;
import io.camelsmc.job.VerbMatrix;
import io.camelsmc.job.Verdict;
import io.camelsmc.spec.InvalidSpecException;
import io.camelsmc.state.JournalException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The tables of the documentation, made from the metadata of the component and from the table of errors. */
final class Tables {

    private static final String METADATA = "/META-INF/io/camelsmc/component/smc.json";

    private Tables() {}

    static JsonNode metadata() throws IOException {
        try (InputStream in = Tables.class.getResourceAsStream(METADATA)) {
            if (in == null) {
                throw new AssertionError(METADATA + " is missing; build with mvn process-classes");
            }
            return new ObjectMapper().readTree(in);
        }
    }

    /** Every generated part of a page, by its name. */
    static Map<String, String> all() throws IOException {
        JsonNode metadata = metadata();
        Map<String, String> tables = new LinkedHashMap<>();
        tables.put("endpoint options", options(metadata.get("properties"), List.of("operation")));
        tables.put(
                "component options", options(metadata.get("componentProperties"), names(metadata.get("properties"))));
        tables.put("headers", headers(metadata.get("headers")));
        tables.put("error classes", errorClasses());
        tables.put("error codes of the service", errors("service"));
        tables.put("error codes of the gateway", errors("gateway"));
        tables.put("error codes of the client", errors("client"));
        tables.put("error rules", errors("pattern", "status"));
        tables.put("commands", CommandReference.markdown());
        tables.put("verbs", verbs());
        tables.put("exit codes", CommandReference.exitCodes());
        tables.put("permissions", permissions());
        return tables;
    }

    private static String permissions() {
        StringBuilder table = new StringBuilder("| action | needed by | resources |\n| --- | --- | --- |\n");
        for (SmcOperation operation : SmcOperation.values()) {
            RamPermission permission = operation.permission();
            String resources = permission.kinds().stream()
                    .map(kind -> "`" + kind.resource("*", "*", "*") + "`")
                    .collect(Collectors.joining(", "));
            row(table, "`" + permission.action() + "`", permission.need().description(), resources);
        }
        return table.toString();
    }

    static List<String> names(JsonNode options) {
        List<String> names = new ArrayList<>();
        options.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static String options(JsonNode options, List<String> except) {
        StringBuilder table =
                new StringBuilder("| option | default | type | description |\n| --- | --- | --- | --- |\n");
        for (String group : groups(options)) {
            for (Map.Entry<String, JsonNode> option : options.properties()) {
                JsonNode node = option.getValue();
                if (node.get("group").asText().equals(group) && !except.contains(option.getKey())) {
                    row(table, "`" + option.getKey() + "`", fallback(node), type(node), described(node));
                }
            }
        }
        return table.toString();
    }

    /** What everybody needs first, the rest by name. */
    private static List<String> groups(JsonNode options) {
        TreeSet<String> groups = new TreeSet<>();
        options.forEach(option -> groups.add(option.get("group").asText()));
        List<String> ordered = new ArrayList<>();
        for (String first : List.of("producer", "security")) {
            if (groups.remove(first)) {
                ordered.add(first);
            }
        }
        ordered.addAll(groups);
        return ordered;
    }

    private static String fallback(JsonNode option) {
        return option.has("defaultValue") ? "`" + option.get("defaultValue").asText() + "`" : "";
    }

    private static String type(JsonNode option) {
        String type = option.get("type").asText();
        String java = option.get("javaType").asText();
        return type.equals("object") ? java.substring(java.lastIndexOf('.') + 1) : type;
    }

    private static String described(JsonNode option) {
        String notes = (option.path("secret").asBoolean() ? " Secret." : "")
                + (option.path("autowired").asBoolean()
                        ? " Taken from the registry when there is one bean of its type."
                        : "");
        return sentence(option.get("description").asText()) + notes;
    }

    private static String headers(JsonNode headers) {
        StringBuilder table = new StringBuilder("| header | type | description |\n| --- | --- | --- |\n");
        headers.properties()
                .forEach(header -> row(
                        table,
                        "`" + header.getKey() + "`",
                        header.getValue().get("javaType").asText(),
                        sentence(header.getValue().get("description").asText())));
        return table.toString();
    }

    private static String errorClasses() {
        StringBuilder table = new StringBuilder(
                "| `CamelSmcErrorClass` | exception | retryable | codes, for example |\n| --- | --- | --- | --- |\n");
        row(table, "`invalid`", name(InvalidSpecException.class), "no", "the rule that the row breaks");
        for (ErrorClass errorClass : ErrorClass.values()) {
            String examples = ErrorTable.standard().entries().stream()
                    .filter(entry -> entry.errorClass() == errorClass && entry.match() == ErrorEntry.Match.EXACT)
                    .limit(3)
                    .map(entry -> "`" + entry.display() + "`")
                    .collect(Collectors.joining(", "));
            String retryable = errorClass.retryable() ? "yes" : "no";
            row(table, "`" + errorClass.id() + "`", name(errorClass.exceptionClass()), retryable, examples);
        }
        row(table, "`journal`", name(JournalException.class), "yes", "`Journal.Unusable`");
        return table.toString();
    }

    private static String name(Class<?> type) {
        return "`" + type.getName() + "`";
    }

    private static String errors(String... origins) {
        StringBuilder table =
                new StringBuilder("| code | HTTP | class | retryable | whole account | meaning | what to do |\n"
                        + "| --- | --- | --- | --- | --- | --- | --- |\n");
        for (ErrorEntry entry : ErrorTable.standard().entries()) {
            if (List.of(origins).contains(entry.origin())) {
                row(
                        table,
                        "`" + entry.display() + "`",
                        entry.http().stream().map(String::valueOf).collect(Collectors.joining(", ")),
                        entry.errorClass().id(),
                        entry.retryable() ? "yes" : "no",
                        entry.accountWide() ? "yes" : "no",
                        entry.meaning(),
                        entry.advice());
            }
        }
        return table.toString();
    }

    private static String sentence(String text) {
        return text.endsWith(".") ? text : text + ".";
    }

    private static void row(StringBuilder table, String... cells) {
        for (String cell : cells) {
            table.append("| ")
                    .append(cell.replace("|", "\\|").replace("\n", " "))
                    .append(' ');
        }
        table.append("|\n");
    }

    private static String verbs() {
        StringBuilder table = new StringBuilder("| status |");
        for (Verb verb : Verb.values()) {
            table.append(' ').append(verb.label()).append(" |");
        }
        table.append("\n| --- |").append(" --- |".repeat(Verb.values().length)).append('\n');
        for (JobStatus status : JobStatus.values()) {
            if (status != JobStatus.UNKNOWN) {
                table.append("| ").append(status.label()).append(" |");
                for (Verb verb : Verb.values()) {
                    Verdict verdict = VerbMatrix.of(verb, status);
                    table.append(" **")
                            .append(verdict.kind().label())
                            .append("**: ")
                            .append(verdict.text())
                            .append(" |");
                }
                table.append('\n');
            }
        }
        return table.toString();
    }
}
