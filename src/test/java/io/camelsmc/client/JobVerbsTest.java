package io.camelsmc.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.camelsmc.client.Fixtures.Canned;
import io.camelsmc.spec.JsonForm;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class JobVerbsTest {

    static Stream<AcknowledgedCall> verbs() {
        return verbsOf("j-1").stream();
    }

    private static List<AcknowledgedCall> verbsOf(String jobId) {
        return List.of(
                new StartReplicationJobRequest(jobId),
                new StopReplicationJobRequest(jobId),
                new CutOverReplicationJobRequest(jobId, null),
                new DeleteReplicationJobRequest(jobId));
    }

    @ParameterizedTest
    @MethodSource("verbs")
    void sendsTheJobAloneAndIsNeverSafeToRepeat(AcknowledgedCall verb) throws Exception {
        Canned canned = new Canned().answer(200, Map.of(), "{\"RequestId\":\"R-1\",\"New\":{}}");

        Acknowledged answer = Fixtures.client(canned).call(verb);

        assertThat(answer).isEqualTo(new Acknowledged("R-1"));
        assertThat(JsonForm.text(answer)).isEqualTo("{\"requestId\":\"R-1\"}");
        assertThat(verb.parameters()).containsExactly(Map.entry("JobId", "j-1"));
        assertThat(canned.requests).hasSize(1);
        assertThat(verb.isWrite()).isTrue();
        assertThat(verb.isIdempotent()).isFalse();
    }

    @Test
    void sendsNothingWithoutAJob() {
        for (AcknowledgedCall verb : verbsOf(" ")) {
            Canned canned = new Canned();

            SmcException refused = catchThrowableOfType(
                    SmcException.class, () -> Fixtures.client(canned).call(verb));

            assertThat(refused).isInstanceOf(SmcRejectedException.class).hasMessageContaining("JobId is missing");
            assertThat(refused.code()).isEqualTo("Validation.Local");
            assertThat(canned.requests).isEmpty();
        }
    }

    @Test
    void saysWhetherALastSynchronisationComesFirst() {
        assertThat(new CutOverReplicationJobRequest("j-1", true).parameters()).containsEntry("SyncData", "true");
        assertThat(new CutOverReplicationJobRequest("j-1", false).parameters()).containsEntry("SyncData", "false");
    }
}
