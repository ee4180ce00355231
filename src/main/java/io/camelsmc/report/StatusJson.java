package io.camelsmc.report;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.camelsmc.job.JobStatus;
import io.camelsmc.job.ObservedJob;
import io.camelsmc.lifecycle.JobStanding;
import io.camelsmc.lifecycle.WaveStanding;
import io.camelsmc.run.StatusResult;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How jobs stand, as JSON: waves, and every job. */
public final class StatusJson {

    /** Version of the form. */
    public static final int FORMAT_VERSION = 1;

    private static final ObjectMapper JSON = new ObjectMapper();

    private StatusJson() {}

    /** The object. */
    public static ObjectNode of(StatusResult status) {
        ObjectNode object = JSON.createObjectNode();
        object.put("format_version", FORMAT_VERSION);
        object.put("asked_at", status.askedAt().toString());
        object.put("account", status.account());
        ObjectNode running = object.putObject("running");
        running.put("used", status.places().running());
        running.put("quota", status.places().quota());
        object.put("removed", status.removed());
        object.put("calls", status.calls());
        ArrayNode waves = object.putArray("waves");
        status.waves().forEach(wave -> wave(wave, waves.addObject()));
        ArrayNode jobs = object.putArray("jobs");
        status.jobs().forEach(job -> job(job, jobs.addObject()));
        return object;
    }

    private static void wave(WaveStanding wave, ObjectNode object) {
        object.put("wave", wave.wave());
        object.put("rows", wave.jobs().size());
        object.put("health", wave.health().label());
        object.put("progress_percent", Math.round(wave.progress() * 10) / 10.0);
        ObjectNode counts = object.putObject("counts");
        wave.counts()
                .forEach(
                        (status, count) -> counts.put(status == JobStatus.UNKNOWN ? "unknown" : status.label(), count));
    }

    private static void job(JobStanding standing, ObjectNode object) {
        ObservedJob job = standing.job().job();
        object.put("address", standing.job().address().toString());
        object.put("source_id", standing.job().record().key().sourceId());
        object.put("job_id", standing.job().jobId());
        object.put("status", job == null ? null : job.status());
        object.put("business_status", job == null ? null : job.businessStatus());
        object.put("progress", job == null ? null : job.progress());
        object.put("health", standing.health().label());
        ArrayNode allowed = object.putArray("allowed");
        standing.allowed().forEach(verb -> allowed.add(verb.label()));
        object.put("why_not_further", standing.whyNotFurther());
        object.put("error_code", job == null ? null : job.errorCode());
        object.put("advice", standing.advice());
        object.put(
                "source_state",
                standing.job().source() == null ? null : standing.job().source().state());
        time(object, "next_cycle_at", standing.nextCycleAt());
        time(object, "expires_at", standing.expiresAt());
        time(object, "billed_since", standing.billedSince());
        object.put("image_id", job == null ? null : job.imageId());
        if (standing.eta() == null) {
            object.putNull("eta");
        } else {
            ObjectNode eta = object.putObject("eta");
            time(eta, "earliest", standing.eta().earliest());
            time(eta, "latest", standing.eta().latest());
        }
    }

    private static void time(ObjectNode object, String name, @Nullable Instant time) {
        object.put(name, time == null ? null : time.toString());
    }
}
