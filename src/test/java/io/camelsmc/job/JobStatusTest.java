package io.camelsmc.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.camelsmc.spec.ReplicationJobSpec;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What follows from the statuses that the service reports. */
class JobStatusTest {

    @ParameterizedTest
    @CsvSource({
        "Ready, true, false, false",
        "Running, true, false, false",
        "Stopped, true, false, false",
        "InError, true, false, true",
        "Waiting, true, false, false",
        "Expired, true, true, true",
        "Finished, false, true, false",
        "Deleting, false, false, false",
        "Resting, true, false, false",
        ", true, false, false",
    })
    void aStatusTellsWhetherTheSourceIsHeldAndWhetherTheJobMayGo(
            String text, boolean unfinished, boolean removable, boolean stuck) {
        ObservedJob job =
                ObservedJob.of("j-1", text, ReplicationJobSpec.builder().build());

        assertThat(job.unfinished()).isEqualTo(unfinished);
        assertThat(job.jobStatus().removable()).isEqualTo(removable);
        assertThat(job.jobStatus().stuck()).isEqualTo(stuck);
        assertThat(job.status()).isEqualTo(text);
    }

    @Test
    void textsThatNobodyKnowsAreNoStatusOfTheTable() {
        assertThat(JobStatus.labels())
                .hasSize(8)
                .allMatch(label -> JobStatus.of(label).label().equals(label));
        assertThat(JobStatus.of("ready")).isEqualTo(JobStatus.UNKNOWN);
        assertThat(JobStatus.of("")).isEqualTo(JobStatus.UNKNOWN);
        assertThat(BusinessStatus.of("Syncing")).isEqualTo(BusinessStatus.SYNCING);
        assertThat(BusinessStatus.of("SyncData")).isNull();
        assertThat(SourceState.of("InUse")).isEqualTo(SourceState.IN_USE);
        assertThat(SourceState.of("")).isEqualTo(SourceState.UNKNOWN);
    }

    @Test
    void aTimeThatIsNoneIsNotReported() {
        ObservedJob odd = created("soon");

        assertThat(odd.createdAt()).isNull();
        assertThat(created("2026-06-04T13:35:00Z").createdAt()).hasToString("2026-06-04T13:35:00Z");
    }

    private static ObservedJob created(String time) {
        ReplicationJobSpec none = ReplicationJobSpec.builder().build();
        return new ObservedJob(
                "j-1", "Ready", null, null, null, null, null, time, null, null, null, null, List.of(), none, "r-1");
    }
}
