package io.camelsmc.report;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.camelsmc.lifecycle.TrackedJob;
import io.camelsmc.lifecycle.VerbResult;
import io.camelsmc.run.VerbRunResult;

/** A verb as JSON: the counts, which add up to the selected jobs, and every job. */
public final class VerbJson {

    /** Version of the form. */
    public static final int FORMAT_VERSION = 1;

    private static final ObjectMapper JSON = new ObjectMapper();

    private VerbJson() {}

    /**
     * The object.
     *
     * @param dryRun whether nothing was to be sent
     */
    public static ObjectNode of(VerbRunResult result, boolean dryRun, int exitCode) {
        ObjectNode object = JSON.createObjectNode();
        object.put("format_version", FORMAT_VERSION);
        object.put("verb", result.verb().label());
        object.put("account", result.account());
        object.put("dry_run", dryRun);
        object.put("selected", result.results().size());
        result.counts().forEach((outcome, count) -> object.put(outcome.label(), count));
        object.put("calls", result.calls());
        object.put("elapsed_ms", result.elapsed().toMillis());
        object.put("exit_code", exitCode);
        if (result.stop() != null) {
            object.put("stopped", result.stop());
        }
        ArrayNode jobs = object.putArray("jobs");
        for (VerbResult one : result.results()) {
            TrackedJob job = one.planned().job();
            ObjectNode entry = jobs.addObject();
            entry.put("address", job.address().toString());
            entry.put("source_id", job.record().key().sourceId());
            entry.put("job_id", job.jobId());
            entry.put("status", job.statusText());
            if (!one.planned().arguments().isEmpty()) {
                entry.put("arguments", one.planned().arguments());
            }
            entry.put("verdict", one.planned().verdict().kind().label());
            entry.put("reason", one.reason());
            entry.put("outcome", one.outcome().label());
            if (one.code() != null) {
                entry.put("error_code", one.code());
            }
            if (one.requestId() != null) {
                entry.put("request_id", one.requestId());
            }
        }
        return object;
    }
}
