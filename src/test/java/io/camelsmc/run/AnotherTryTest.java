package io.camelsmc.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.camelsmc.spec.ClientToken;
import io.camelsmc.spec.JobAddress;
import io.camelsmc.spec.JobKey;
import io.camelsmc.state.JobRecord;
import io.camelsmc.state.JobState;
import java.time.Instant;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnotherTryTest {

    @ParameterizedTest
    @CsvSource({
        "INTENT,, true",
        "NOT_SENT, Throttling.User, true",
        "CONFLICT, ReplicationJobName.Duplicate, true",
        "REJECTED, SourceServerState.Invalid, true",
        "REJECTED, QuotaExceeded.ReplicationJob, true",
        "REJECTED, VSwitchIdVpcId.Mismatch, false",
        "REJECTED, InvalidSomethingNew, false",
        "CREATED,, false",
        "ADOPTED,, false"
    })
    void followsTheLastOutcome(JobState state, @Nullable String code, boolean worthwhile) {
        assertThat(AnotherTry.worthwhile(record(state, code), "same")).isEqualTo(worthwhile);
    }

    @Test
    void triesAgainWhatWasEditedOrNeverTried() {
        assertThat(AnotherTry.worthwhile(record(JobState.REJECTED, "VSwitchIdVpcId.Mismatch"), "other"))
                .isTrue();
        assertThat(AnotherTry.worthwhile(null, "any")).isTrue();
    }

    private static JobRecord record(JobState state, @Nullable String code) {
        JobKey key = new JobKey("account:1", "cn-hangzhou", "s-1", 0);
        return new JobRecord(
                key,
                1,
                state,
                new JobAddress("w", "n"),
                "n",
                ClientToken.derive(key, "same", 0),
                "same",
                0,
                new TreeMap<>(),
                null,
                null,
                null,
                code,
                null,
                Instant.EPOCH,
                Instant.EPOCH);
    }
}
