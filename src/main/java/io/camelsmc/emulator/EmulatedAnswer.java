package io.camelsmc.emulator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the service has to say to one call.
 *
 * @param status the HTTP status
 * @param code the error code, or null for a success
 * @param jobId the job a create made or found, or null
 * @param body the JSON document
 * @param headers further headers
 */
record EmulatedAnswer(
        int status, @Nullable String code, @Nullable String jobId, ObjectNode body, Map<String, String> headers) {

    static EmulatedAnswer ok(ObjectNode body) {
        return new EmulatedAnswer(200, null, null, body, Map.of());
    }

    /** A success that says nothing more. */
    static EmulatedAnswer done() {
        return ok(Answers.document());
    }

    static EmulatedAnswer created(String jobId) {
        return new EmulatedAnswer(200, null, jobId, Answers.document().put("JobId", jobId), Map.of());
    }

    String requestId() {
        return body.path("RequestId").asText();
    }
}
