package io.camelsmc.plan;

import static io.camelsmc.plan.PlanFixtures.ACCOUNT;
import static io.camelsmc.plan.PlanFixtures.job;
import static io.camelsmc.plan.PlanFixtures.journal;
import static io.camelsmc.plan.PlanFixtures.record;
import static io.camelsmc.plan.PlanFixtures.row;
import static io.camelsmc.plan.PlanFixtures.source;
import static io.camelsmc.plan.PlanFixtures.spec;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.camelsmc.job.ObservedAccount;
import io.camelsmc.job.ObservedJob;
import io.camelsmc.job.ObservedSource;
import io.camelsmc.spec.ReplicationJobSpec;
import io.camelsmc.spec.SpecField;
import io.camelsmc.spec.read.SpecReader;
import io.camelsmc.state.JobState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** One row against a journal and a service, a file for each situation. What a file leaves out is not there. */
class PlannerCasesTest {

    private static final Path CASES = Path.of("src/test/resources/cases/planner");
    private static final ObjectMapper JSON = new ObjectMapper();

    static Stream<String> cases() throws IOException {
        try (Stream<Path> files = Files.list(CASES)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void theRowIsPlannedAsTheFileSays(String name) throws Exception {
        JsonNode file = JSON.readTree(Files.readString(CASES.resolve(name)));

        Change change = Planner.plan(
                        List.of(row(edited(spec(1), file.path("row")))),
                        ACCOUNT,
                        file.has("record")
                                ? journal(record(
                                        spec(1),
                                        JobState.valueOf(file.path("record").asText())))
                                : Map.of(),
                        service(file.path("service")),
                        PlanLimits.standard())
                .get(0);

        assertThat(change.action().label() + " " + change.reason().label())
                .isEqualTo(file.path("plan").asText());
        assertThat(change.jobId()).isEqualTo(file.has("job") ? file.path("job").asText() : null);
    }

    private static @Nullable ObservedAccount service(JsonNode node) throws Exception {
        if (node.isMissingNode()) {
            return null;
        }
        List<ObservedJob> jobs = new ArrayList<>();
        for (JsonNode one : node.path("jobs")) {
            jobs.add(job(
                    one.path("id").asText(),
                    one.path("status").asText(),
                    edited(spec(one.path("source").asInt(1)), one.path("with"))));
        }
        List<ObservedSource> sources =
                node.has("source") ? List.of(source(1, node.path("source").asText())) : List.of();
        return new ObservedAccount(jobs, sources);
    }

    /** A row with other values in some fields. */
    private static ReplicationJobSpec edited(ReplicationJobSpec spec, JsonNode changes) throws Exception {
        if (!changes.isObject()) {
            return spec;
        }
        Map<String, Object> values = JSON.convertValue(changes, new TypeReference<>() {});
        ReplicationJobSpec other = SpecReader.ofMap(values, "case");
        ReplicationJobSpec.Builder edited = spec.toBuilder();
        for (SpecField field : other.fields()) {
            edited.set(field, other.get(field));
        }
        return edited.build();
    }
}
