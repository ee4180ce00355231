package io.camelsmc.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;

/** Prints what an apply came to, for eyes or as one JSON object. */
final class ApplyReport {

    private static final int FORMAT_VERSION = 1;

    private ApplyReport() {}

    static void print(
            ApplyResult result,
            CountingClient client,
            Duration elapsed,
            boolean json,
            int maxAttention,
            PrintWriter out,
            PrintWriter err) {
        if (json) {
            out.println(object(result, client, elapsed));
        } else {
            text(result, client, elapsed, out);
        }
        out.flush();
        attention(result.attention(), maxAttention, json ? err : out);
    }

    private static void text(ApplyResult result, CountingClient client, Duration elapsed, PrintWriter out) {
        out.println("Applied: " + result.rows() + " rows");
        result.counts().forEach((outcome, count) -> {
            if (count > 0) {
                out.println(String.format("  %-10s %6d", outcome, count));
            }
        });
        out.println("  calls " + client.calls() + ", retries " + client.retries() + ", throttled " + client.throttled()
                + ", " + elapsed.toSeconds() + " s");
        if (result.exitCode() == ExitCode.INCOMPLETE) {
            out.println("Incomplete: run the same command again.");
        }
    }

    private static void attention(List<String> lines, int most, PrintWriter target) {
        if (lines.isEmpty()) {
            return;
        }
        target.println("Needs attention:");
        lines.stream().limit(most).forEach(line -> target.println("  " + line));
        if (lines.size() > most) {
            target.println("  … and " + (lines.size() - most) + " more; 'smc plan --json' has all of them");
        }
        target.flush();
    }

    private static String object(ApplyResult result, CountingClient client, Duration elapsed) {
        ObjectNode object = new ObjectMapper().createObjectNode();
        object.put("format_version", FORMAT_VERSION);
        object.put("rows", result.rows());
        result.counts().forEach(object::put);
        object.put("calls", client.calls());
        object.put("retries", client.retries());
        object.put("throttled", client.throttled());
        object.put("elapsed_ms", elapsed.toMillis());
        object.put("exit_code", result.exitCode().code());
        return object.toString();
    }
}
