package io.camelsmc.emulator;

import java.util.Set;

/** Reads one job failure of a fault file. */
final class FailureFields {

    private static final Set<String> FIELDS =
            Set.of("jobId", "sourceId", "name", "progress", "code", "message", "times", "share", "seed");

    private FailureFields() {}

    static JobFailure read(JsonFields fields) {
        fields.knowsOnly(FIELDS);
        if (!fields.node().path("progress").isNumber()) {
            throw fields.wrong("progress", "missing; expected a number from 0 to 100");
        }
        String code = fields.textOrEmpty("code");
        String message = fields.textOrEmpty("message");
        return new JobFailure(
                fields.text("jobId"),
                fields.text("sourceId"),
                fields.text("name"),
                fields.upTo("progress", 0, 100),
                code.isEmpty() ? "InternalError" : code,
                message.isEmpty() ? "The job failed." : message,
                (int) fields.number("times", 1, 1),
                fields.upTo("share", 1, 1),
                fields.number("seed", 0, Long.MIN_VALUE));
    }
}
