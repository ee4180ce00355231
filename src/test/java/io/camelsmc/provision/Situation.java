package io.camelsmc.provision;

import com.fasterxml.jackson.databind.JsonNode;
import io.camelsmc.emulator.EmulatedStatus;
import io.camelsmc.job.JobRequest;
import io.camelsmc.spec.ReplicationJobSpec;
import io.camelsmc.spec.SpecField;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row, the jobs of its source, and what the journal holds of them.
 *
 * @param row the row
 * @param jobs in the order in which they were made
 */
record Situation(Row row, List<Job> jobs) {

    /** What a row says of itself; the name is null where it gives none. */
    record Row(int generation, @Nullable String name) {

        ReplicationJobSpec of(String source) {
            ReplicationJobSpec.Builder spec = Bench.spec(source).toBuilder();
            if (generation > 0) {
                spec.set(SpecField.GENERATION, generation);
            }
            return name == null ? spec.build() : spec.name(name + "-" + source).build();
        }
    }

    /**
     * A job in the service.
     *
     * @param as the row that it was made of
     * @param differs whether somebody gave it another disk since
     * @param recorded the generation as which the journal holds it; null when it does not
     */
    record Job(Row as, EmulatedStatus status, boolean differs, @Nullable Integer recorded) {

        ReplicationJobSpec of(String source, String account) {
            ReplicationJobSpec sent = JobRequest.of(account, as.of(source)).spec();
            return differs ? Bench.edited(sent) : sent;
        }
    }

    static Situation read(JsonNode node) {
        List<Job> jobs = new ArrayList<>();
        for (JsonNode job : node.path("jobs")) {
            jobs.add(new Job(
                    row(job.path("as")),
                    status(job.path("status").asText()),
                    job.path("differs").asBoolean(),
                    job.has("recorded") ? job.path("recorded").asInt() : null));
        }
        return new Situation(row(node.path("row")), jobs);
    }

    private static Row row(JsonNode node) {
        return new Row(
                node.path("generation").asInt(),
                node.has("name") ? node.path("name").asText() : null);
    }

    private static EmulatedStatus status(String text) {
        return Arrays.stream(EmulatedStatus.values())
                .filter(status -> status.wire().equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no status " + text));
    }
}
