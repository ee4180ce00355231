package io.camelsmc.spec.read;

import io.camelsmc.diag.Diagnostic;
import io.camelsmc.diag.SourcePosition;
import io.camelsmc.spec.JsonForm;
import io.camelsmc.spec.read.Node.Entry;
import io.camelsmc.spec.read.Node.Mapping;
import io.camelsmc.spec.read.Node.Scalar;
import io.camelsmc.spec.read.Node.Sequence;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** An error of a row in the JSON form of the row, and back. */
final class Problem {

    private Problem() {}

    static Map<String, Object> asJson(Diagnostic error) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("rule", error.rule());
        SourcePosition position = error.position();
        if (position != null) {
            json.put("file", position.source());
            json.put("line", position.line());
        }
        JsonForm.put(json, "address", error.address());
        JsonForm.put(json, "field", error.field());
        json.put("summary", error.summary());
        JsonForm.put(json, "got", error.got());
        JsonForm.put(json, "expected", error.expected());
        JsonForm.put(json, "fix", error.fix());
        return json;
    }

    /**
     * The errors that a row came with. Whatever stands there counts as an error, so that a row never becomes usable on its
     * way.
     */
    static List<Diagnostic> of(Entry problems) {
        List<Node> nodes = problems.value() instanceof Sequence list ? list.items() : List.of(problems.value());
        return nodes.stream().map(Problem::one).toList();
    }

    private static Diagnostic one(Node problem) {
        Map<String, String> json = new HashMap<>();
        if (problem instanceof Mapping mapping) {
            for (Entry entry : mapping.entries()) {
                if (entry.value() instanceof Scalar scalar) {
                    json.put(entry.name(), scalar.text());
                }
            }
        }
        String file = json.get("file");
        String line = json.getOrDefault("line", "0");
        boolean numbered = line.matches("[0-9]{1,9}");
        return Diagnostic.error(
                        json.getOrDefault("rule", "row.problem"),
                        json.getOrDefault("summary", "The row came with a problem"))
                .at(file == null ? problem.position() : SourcePosition.of(file, numbered ? Integer.parseInt(line) : 0))
                .of(json.get("address"))
                .in(json.get("field"))
                .got(json.get("got"))
                .expected(json.get("expected"))
                .fix(json.get("fix"));
    }
}
