package io.camelsmc.emulator;

import com.fasterxml.jackson.databind.JsonNode;
import io.camelsmc.emulator.http.HttpRequest;
import java.util.Arrays;
import java.util.NoSuchElementException;

/** What the calls of the control API do to jobs. */
final class ControlJobs {

    private final SmcEmulator emulator;

    ControlJobs(SmcEmulator emulator) {
        this.emulator = emulator;
    }

    JsonNode create(HttpRequest request) {
        return ControlViews.job(emulator.createJob(ControlBody.of(request).parameters()));
    }

    JsonNode put(String id, HttpRequest request) {
        String wanted = ControlBody.of(request, "status").text("status");
        EmulatedStatus status = Arrays.stream(EmulatedStatus.values())
                .filter(known -> known.wire().equals(wanted))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("status: unknown " + wanted + "; known are "
                        + Arrays.stream(EmulatedStatus.values())
                                .map(EmulatedStatus::wire)
                                .toList()));
        require(id);
        return ControlViews.job(emulator.putJob(id, status));
    }

    JsonNode fail(String id, HttpRequest request) {
        ControlBody body = ControlBody.of(request, "progress", "code", "message");
        double progress = body.has("progress") ? body.upTo("progress", 100) : 0;
        require(id);
        return ControlViews.job(emulator.failJob(
                id, progress, body.text("code", "InternalError"), body.text("message", "The job failed.")));
    }

    private void require(String id) {
        if (emulator.jobs().stream().noneMatch(job -> job.jobId().equals(id) && !job.deleted())) {
            throw new NoSuchElementException("no job " + id);
        }
    }
}
