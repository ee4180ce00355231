package io.camelsmc.report;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.camelsmc.run.RunResult;
import io.camelsmc.run.RunStop;
import io.camelsmc.run.RunSummary;

/** The numbers of a run as JSON: the object that {@code apply --json} ends with, and the head of {@code report.json}. */
public final class SummaryJson {

    /** Version of the form. */
    public static final int FORMAT_VERSION = 1;

    private static final ObjectMapper JSON = new ObjectMapper();

    private SummaryJson() {}

    /** The object; whoever prints it may add to it. */
    public static ObjectNode of(RunResult result) {
        ObjectNode object = JSON.createObjectNode();
        object.put("format_version", FORMAT_VERSION);
        put(result.summary(), object);
        object.put("run_id", result.runId());
        RunStop stop = result.stop();
        if (stop != null) {
            ObjectNode stopped = object.putObject("stopped");
            stopped.put("kind", stop.kind().label());
            stopped.put("message", stop.message());
            if (stop.code() != null) {
                stopped.put("code", stop.code());
            }
            if (stop.requestId() != null) {
                stopped.put("request_id", stop.requestId());
            }
        }
        return object;
    }

    static void put(RunSummary summary, ObjectNode object) {
        object.put("rows", summary.rows());
        summary.counts().forEach((outcome, count) -> object.put(outcome.label(), count));
        object.put("calls", summary.calls().calls());
        object.put("retries", summary.calls().retries());
        object.put("throttled", summary.calls().throttled());
        object.put("elapsed_ms", summary.elapsed().toMillis());
    }
}
