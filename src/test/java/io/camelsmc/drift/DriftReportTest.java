package io.camelsmc.drift;

import static io.camelsmc.plan.PlanFixtures.job;
import static io.camelsmc.plan.PlanFixtures.record;
import static io.camelsmc.plan.PlanFixtures.spec;
import static org.assertj.core.api.Assertions.assertThat;

import io.camelsmc.job.ObservedJob;
import io.camelsmc.spec.ReplicationJobSpec;
import io.camelsmc.spec.SpecField;
import io.camelsmc.state.JobState;
import io.camelsmc.state.StateInfo;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is said about journal and service. */
class DriftReportTest {

    @ParameterizedTest
    @CsvSource({
        "Ready,EQUAL",
        "Running,EQUAL",
        "Finished,FINISHED",
        "InError,IN_ERROR",
        "Expired,EXPIRED",
        "Deleting,MISSING"
    })
    void statusOfAJobThatIsAsRecordedDecides(String status, Drift expected) {
        DriftReport report =
                DriftReport.of(List.of(record(spec(1), JobState.CREATED)), List.of(job("j-known", status, spec(1))));

        assertThat(report.findings().get(0).drift()).isEqualTo(expected);
        assertThat(report.drifted()).isEqualTo(expected.isDrift());
    }

    @Test
    void namesTheFieldsThatChangedOutside() {
        ReplicationJobSpec changed = spec(1).toBuilder()
                .set(SpecField.SYSTEM_DISK_SIZE, 200)
                .set(SpecField.DESCRIPTION, "not in the row")
                .build();

        DriftReport report =
                DriftReport.of(List.of(record(spec(1), JobState.CREATED)), List.of(job("j-known", "Ready", changed)));

        assertThat(report.findings().get(0).render())
                .isEqualTo("wave-01/web-1: changed, job j-known, status Ready;"
                        + " systemDiskSize: journal 80, service 200");
    }

    @Test
    void recordsWithoutAJobAreOnlyCountedAndOpenIntentsSayWhetherThereIsOne() {
        DriftReport report = DriftReport.of(
                List.of(
                        record(spec(1), JobState.INTENT),
                        record(spec(2), JobState.INTENT),
                        record(spec(3), JobState.REJECTED)),
                List.of(job("j-1", "Ready", spec(1))));

        assertThat(report.findings()).extracting(DriftFinding::drift).containsOnly(Drift.OPEN);
        assertThat(report.findings().get(0).render()).contains("job j-1", "holds such a job");
        assertThat(report.findings().get(1).render()).contains("shows no job");
        assertThat(report.withoutJob()).isEqualTo(1);
        assertThat(report.unknown()).isEmpty();
    }

    @Test
    void jobsThatTheJournalDoesNotKnowAreDriftUnlessTheyAreToBeIgnored() {
        DriftReport report = DriftReport.of(List.of(), List.of(job("j-1", "Ready", spec(1))));

        assertThat(report.drifted()).isTrue();
        assertThat(report.withoutUnknown().drifted()).isFalse();
    }

    @Test
    void theTextStaysShortAndTheJsonIsTheSameBytesInAnyOrder() throws Exception {
        List<io.camelsmc.state.JobRecord> records = new ArrayList<>();
        List<ObservedJob> jobs = new ArrayList<>();
        for (int n = 0; n < 400; n++) {
            ReplicationJobSpec row =
                    spec(n).toBuilder().set(SpecField.WAVE, "wave-" + n % 70).build();
            records.add(record(row, n % 9 == 0 ? JobState.INTENT : JobState.CREATED));
            jobs.add(job("j-" + n, "Ready", spec(1_000 + n)));
        }
        DriftReport report = DriftReport.of(records, jobs);
        String json = json(report);
        Collections.shuffle(records, new Random(7));
        Collections.shuffle(jobs, new Random(8));

        assertThat(DriftText.of(report)).hasSizeLessThanOrEqualTo(DriftText.MAX_LINES);
        assertThat(DriftText.of(report)).anyMatch(line -> line.contains("--json has all"));
        assertThat(json(DriftReport.of(records, jobs))).isEqualTo(json).contains("\"format_version\" : 1");
    }

    private static String json(DriftReport report) throws Exception {
        StringWriter text = new StringWriter();
        DriftJson.write(report, "account:1", new StateInfo("here", 1, "lineage", 7, null), text);
        return text.toString();
    }
}
