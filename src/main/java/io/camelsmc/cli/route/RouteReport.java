package io.camelsmc.cli.route;

import io.camelsmc.diag.Count;
import io.camelsmc.diag.SafeText;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Prints what a run came to, for eyes or as one JSON object. */
public final class RouteReport {

    private static final String[] LABELS = {
        "created",
        "adopted",
        "unchanged",
        "updated",
        "skipped",
        "invalid",
        "rejected",
        "conflict",
        "failed",
        "quota",
        "access",
        "throttled",
        "unavailable",
        "outcome-unknown",
        "journal",
        "unaccounted"
    };

    private RouteReport() {}

    /**
     * Prints a result.
     *
     * @param attention what a person must look at; left out of JSON
     * @param outcomes folder with the report of each row
     */
    public static void print(RouteResult result, List<String> attention, boolean json, Path outcomes, PrintWriter out) {
        if (json) {
            out.println(json(result));
        } else {
            text(result, out);
            if (!attention.isEmpty()) {
                out.println("needs attention:");
                attention.forEach(line -> out.println("  " + line));
            }
            if (result.rows() > 0 && Files.isDirectory(outcomes)) {
                out.println("each row with its job or its reason: " + SafeText.escape(outcomes + "/<outcome>/"));
            }
        }
        out.flush();
    }

    private static void text(RouteResult result, PrintWriter out) {
        out.println(Count.of(result.rows(), "row"));
        for (String label : LABELS) {
            long count = result.counts().getOrDefault(label, 0L);
            if (count > 0) {
                out.printf("  %-16s %6d%n", label, count);
            }
        }
        if (result.timedOut()) {
            out.println("the time limit was reached; run the same command again");
        } else if (result.pending() > 0) {
            out.println(Count.is(result.pending(), "row")
                    + " pending, and the input is still in place; run the same command again");
        }
    }

    private static String json(RouteResult result) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("format_version", 1);
        object.put("rows", result.rows());
        for (String label : LABELS) {
            object.put(label.replace('-', '_'), result.counts().getOrDefault(label, 0L));
        }
        object.put("pending", result.pending());
        object.put("exit_code", result.exitCode().code());
        StringBuilder text = new StringBuilder("{");
        object.forEach((name, value) -> text.append(text.length() == 1 ? "" : ",")
                .append('"')
                .append(name)
                .append("\":")
                .append(value));
        return text.append('}').toString();
    }
}
