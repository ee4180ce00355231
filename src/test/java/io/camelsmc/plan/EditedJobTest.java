package io.camelsmc.plan;

import static io.camelsmc.plan.PlanFixtures.ACCOUNT;
import static io.camelsmc.plan.PlanFixtures.job;
import static io.camelsmc.plan.PlanFixtures.journal;
import static io.camelsmc.plan.PlanFixtures.record;
import static io.camelsmc.plan.PlanFixtures.row;
import static io.camelsmc.plan.PlanFixtures.spec;
import static org.assertj.core.api.Assertions.assertThat;

import io.camelsmc.diag.SourcePosition;
import io.camelsmc.job.JobDifference;
import io.camelsmc.job.ObservedAccount;
import io.camelsmc.plan.file.PlanText;
import io.camelsmc.spec.DataDiskSpec;
import io.camelsmc.spec.DesiredRow;
import io.camelsmc.spec.ReplicationJobSpec;
import io.camelsmc.spec.SpecField;
import io.camelsmc.spec.TagSpec;
import io.camelsmc.spec.read.CsvNames;
import io.camelsmc.state.JobState;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rows that were edited after their job was made, and jobs that were changed without a row. */
class EditedJobTest {

    @Test
    void changesWhatTheStatusAllowsAndNamesEveryField() {
        ReplicationJobSpec edited = edit(SpecField.SYSTEM_DISK_SIZE, 120);

        Change change = plan(edited, service("Ready", spec(1)));

        assertThat(change.action()).isEqualTo(Action.UPDATE);
        assertThat(change.reason()).isEqualTo(ActionReason.CHANGED);
        assertThat(change.jobId()).isEqualTo("j-known");
        assertThat(change.differences()).containsExactly(new JobDifference(SpecField.SYSTEM_DISK_SIZE, "120", "80"));
    }

    @ParameterizedTest
    @CsvSource({"wave-01.csv, net_mode", "wave-01.tsv, net_mode", "wave-01.yaml, netMode"})
    void namesWhatTheRowLostAndTheJobKeepsAsItsFileSpellsIt(String file, String field) {
        ReplicationJobSpec before = edit(SpecField.NET_MODE, 2);

        Change change = Planner.plan(
                        List.of(new DesiredRow(SourcePosition.of(file, 2), spec(1), List.of())),
                        ACCOUNT,
                        journal(record(before, JobState.CREATED)),
                        service("Ready", before),
                        PlanLimits.standard())
                .get(0);

        assertThat(change.reason()).isEqualTo(ActionReason.JOURNAL_BEHIND);
        assertThat(change.render()).contains("the row no longer gives " + field + ", which the job keeps");
    }

    @Test
    void showsDisksAndTagsAsASheetSpellsThem() {
        Change change =
                plan(edit(SpecField.DATA_DISK, List.of(new DataDiskSpec(1, 50, List.of()))), service("Ready", spec(1)));

        assertThat(change.render()).contains("data_disks: [1:100] -> [1:50]");
        assertThat(new TagSpec("env", "prod")).hasToString("env=prod");
    }

    @ParameterizedTest
    @CsvSource({"InError, true", "Expired, true", "Running, false", "Finished, false"})
    void pointsAtAnUnchangedJobThatIsStuck(String status, boolean shown) {
        ReplicationJobSpec spec = spec(1);

        List<Change> changes = Planner.plan(
                List.of(row(spec)),
                ACCOUNT,
                journal(record(spec, JobState.CREATED)),
                service(status, spec),
                PlanLimits.standard());

        List<String> lines = PlanText.of(new Plan(ACCOUNT, "", 0, false, changes));
        assertThat(changes.get(0).action()).isEqualTo(Action.UNCHANGED);
        assertThat(lines.stream().anyMatch(line -> line.contains("its status is " + status)))
                .isEqualTo(shown);
    }

    @ParameterizedTest
    @CsvSource({
        "SYSTEM_DISK_SIZE, 120, Running, the job is Running",
        "SYSTEM_DISK_SIZE, 900, Ready, 20 to 500 GiB",
        "JOB_TYPE, 1, Ready, fixed when the job is created",
        "NET_MODE, 2, Finished, the job is Finished"
    })
    void leavesToAPersonWhatCannotBeChanged(SpecField field, int value, String status, String why) {
        ReplicationJobSpec before = spec(1).toBuilder()
                .set(field, field == SpecField.SYSTEM_DISK_SIZE ? 80 : 0)
                .build();
        ReplicationJobSpec edited = before.toBuilder().set(field, value).build();

        Change change = Planner.plan(
                        List.of(row(edited)),
                        ACCOUNT,
                        journal(record(before, JobState.CREATED)),
                        service(status, before),
                        PlanLimits.standard())
                .get(0);

        assertThat(change.action()).isEqualTo(Action.CONFLICT);
        assertThat(change.reason()).isEqualTo(ActionReason.CHANGED_FOR_GOOD);
        assertThat(change.render()).contains(CsvNames.of(field), why, "raise the generation");
    }

    @Test
    void remembersFieldsThatTheServiceDoesNotReport() {
        ReplicationJobSpec edited = edit(SpecField.REPLICATION_PARAMETERS, "{\"checksum\":true}");

        Change change = plan(edited, service("Ready", spec(1)));

        assertThat(change.action()).isEqualTo(Action.UPDATE);
        assertThat(change.differences())
                .extracting(JobDifference::field)
                .containsExactly(SpecField.REPLICATION_PARAMETERS);
    }

    @Test
    void onlyCatchesUpWhenTheJobHasTheValuesAlready() {
        ReplicationJobSpec edited = edit(SpecField.SYSTEM_DISK_SIZE, 120);

        Change change = plan(edited, service("Running", edited));

        assertThat(change.action()).isEqualTo(Action.UPDATE);
        assertThat(change.reason()).isEqualTo(ActionReason.JOURNAL_BEHIND);
        assertThat(change.differences()).isEmpty();
    }

    @Test
    void leavesAValueAloneThatTheRowNoLongerNames() {
        ReplicationJobSpec shorter =
                spec(1).toBuilder().set(SpecField.SYSTEM_DISK_SIZE, null).build();

        assertThat(plan(shorter, service("Running", spec(1))).reason()).isEqualTo(ActionReason.JOURNAL_BEHIND);
    }

    @Test
    void rulesOutWithoutTheServiceOnlyWhatNoStatusAllows() {
        assertThat(plan(edit(SpecField.SYSTEM_DISK_SIZE, 120), null).action()).isEqualTo(Action.UPDATE);
        assertThat(plan(edit(SpecField.RUN_ONCE, false), null).reason()).isEqualTo(ActionReason.CHANGED_FOR_GOOD);
    }

    @Test
    void leavesAJobAloneThatWasChangedOutsideButSaysSo() {
        ReplicationJobSpec outside =
                spec(1).toBuilder().set(SpecField.SYSTEM_DISK_SIZE, 200).build();

        Change change = plan(spec(1), service("Ready", outside));

        assertThat(change.action()).isEqualTo(Action.UNCHANGED);
        assertThat(change.reason()).isEqualTo(ActionReason.DRIFTED);
        assertThat(change.differences()).containsExactly(new JobDifference(SpecField.SYSTEM_DISK_SIZE, "80", "200"));
    }

    private static ReplicationJobSpec edit(SpecField field, Object value) {
        return spec(1).toBuilder().set(field, value).build();
    }

    private static ObservedAccount service(String status, ReplicationJobSpec attributes) {
        return new ObservedAccount(List.of(job("j-known", status, attributes)));
    }

    private static Change plan(ReplicationJobSpec edited, @Nullable ObservedAccount service) {
        return Planner.plan(
                        List.of(row(edited)),
                        ACCOUNT,
                        journal(record(spec(1), JobState.CREATED)),
                        service,
                        PlanLimits.standard())
                .get(0);
    }
}
