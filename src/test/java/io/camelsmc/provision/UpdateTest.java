package io.camelsmc.provision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.camelsmc.client.ModifyReplicationJobAttributeRequest;
import io.camelsmc.client.SmcConflictException;
import io.camelsmc.diag.Diagnostic;
import io.camelsmc.emulator.EmulatedStatus;
import io.camelsmc.job.Outcome;
import io.camelsmc.spec.InvalidSpecException;
import io.camelsmc.spec.ReplicationJobSpec;
import io.camelsmc.spec.SpecField;
import io.camelsmc.spec.TagSpec;
import io.camelsmc.state.JobRecord;
import io.camelsmc.state.JobState;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What an update sends and records, and what it refuses to send. */
class UpdateTest extends UpdateRig {

    @Test
    void changesWhatDiffersAndRecordsIt() throws Exception {
        ReplicationJobSpec edited = with(SpecField.SYSTEM_DISK_SIZE, 120);
        JobRecord before = bench.record(SPEC);

        ProvisionResult result = bench.provisioner.update(edited);

        assertThat(result.outcome()).isEqualTo(Outcome.UPDATED);
        assertThat(result.jobId()).isEqualTo(before.jobId());
        assertThat(result.attempts()).isEqualTo(1);
        assertThat(modifies()).singleElement().satisfies(call -> assertThat(business(call))
                .isEqualTo(Map.of("JobId", result.jobId(), "SystemDiskSize", "120")));
        assertThat(job().parameters()).containsEntry("SystemDiskSize", "120");
        JobRecord after = bench.record(SPEC);
        assertThat(after.digest()).isNotEqualTo(before.digest());
        assertThat(after.parameters()).containsEntry("SystemDiskSize", "120");
        assertThat(after.requestId()).isEqualTo(result.requestId()).isNotEqualTo(before.requestId());
        assertThat(after.token()).isEqualTo(before.token());
        assertThat(after.state()).isEqualTo(JobState.CREATED);
        assertSettled(edited);
    }

    @Test
    void jobThatIsAsWantedAlreadyIsOnlyRecorded() throws Exception {
        ReplicationJobSpec edited = with(SpecField.SYSTEM_DISK_SIZE, 120);
        bench.client.call(new ModifyReplicationJobAttributeRequest(
                job().jobId(),
                ReplicationJobSpec.builder()
                        .set(SpecField.SYSTEM_DISK_SIZE, 120)
                        .build()));

        assertThat(bench.provisioner.update(edited).outcome()).isEqualTo(Outcome.UNCHANGED);

        assertThat(modifies()).hasSize(1);
        assertSettled(edited);
    }

    @Test
    void rowThatWasNotEditedStillPutsADriftedJobRight() throws Exception {
        bench.client.call(new ModifyReplicationJobAttributeRequest(
                job().jobId(),
                ReplicationJobSpec.builder()
                        .set(SpecField.SYSTEM_DISK_SIZE, 200)
                        .build()));

        assertThat(bench.provisioner.update(SPEC).outcome()).isEqualTo(Outcome.UPDATED);
        assertThat(bench.provisioner.update(SPEC).outcome()).isEqualTo(Outcome.UNCHANGED);

        assertThat(job().parameters()).containsEntry("SystemDiskSize", "80");
        assertThat(modifies()).hasSize(2);
    }

    @Test
    void valueThatTheServiceDoesNotShowIsSentAllTheSame() throws Exception {
        ReplicationJobSpec bare =
                Bench.spec("s-2").toBuilder().set(SpecField.DESCRIPTION, null).build();
        bench.provision(bare);
        ReplicationJobSpec described = bare.toBuilder()
                .set(SpecField.DESCRIPTION, "moves at last")
                .set(SpecField.REPLICATION_PARAMETERS, "{\"checksum\":true}")
                .set(SpecField.LAUNCH_TEMPLATE_VERSION, "$Latest")
                .build();

        assertThat(bench.provisioner.update(described).outcome()).isEqualTo(Outcome.UPDATED);

        assertThat(business(modifies().get(0)))
                .containsOnlyKeys("JobId", "Description", "ReplicationParameters", "LaunchTemplateVersion");
        assertSettled(described);
    }

    @Test
    void valueThatTheRowNoLongerGivesStays() throws Exception {
        ReplicationJobSpec shorter = with(SpecField.DESCRIPTION, null);

        assertThat(bench.provisioner.update(shorter).outcome()).isEqualTo(Outcome.UNCHANGED);

        assertThat(modifies()).isEmpty();
        assertThat(job().parameters()).containsEntry("Description", "moves s-1");
        assertSettled(shorter);
    }

    @ParameterizedTest
    @EnumSource(
            value = EmulatedStatus.class,
            names = {"RUNNING", "STOPPED", "IN_ERROR", "FINISHED", "WAITING", "EXPIRED"})
    void statusForbidsTheOneAndAllowsTheOther(EmulatedStatus status) throws Exception {
        bench.emulator.putJob(job().jobId(), status);

        SmcConflictException conflict = conflict(SPEC.toBuilder()
                .set(SpecField.SYSTEM_DISK_SIZE, 120)
                .set(SpecField.DESCRIPTION, "another text")
                .build());
        ProvisionResult renamed = bench.provisioner.update(with(SpecField.DESCRIPTION, "another text"));

        assertThat(conflict)
                .hasMessageContaining(
                        "systemDiskSize can be changed only before the start, and the job is " + status.wire())
                .hasMessageContaining("wanted 120, found 80")
                .hasMessageContaining("nothing was sent")
                .hasMessageNotContaining("description");
        assertThat(conflict.code()).isEqualTo("Spec.NotModifiable");
        assertThat(renamed.outcome()).isEqualTo(Outcome.UPDATED);
        assertThat(modifies()).hasSize(1);
    }

    @Test
    void conflictNamesEveryFieldThatIsFixed() {
        SmcConflictException conflict = conflict(SPEC.toBuilder()
                .set(SpecField.SYSTEM_DISK_SIZE, 501)
                .set(SpecField.RUN_ONCE, false)
                .set(SpecField.LICENSE_TYPE, "BYOL")
                .set(SpecField.TAG, List.of(new TagSpec("a", "b")))
                .set(SpecField.EXTRA_PARAMETERS, Map.of("New", "1"))
                .build());

        assertThat(conflict)
                .hasMessageContaining("systemDiskSize can be changed only to 20 to 500 GiB")
                .hasMessageContaining("runOnce is fixed when the job is created")
                .hasMessageContaining(
                        "licenseType is fixed when the job is created (licenseType: wanted BYOL, found absent)")
                .hasMessageContaining("tag cannot be changed with the job")
                .hasMessageContaining("extra is fixed when the job is created")
                .hasMessageContaining("generation");
        assertThat(modifies()).isEmpty();
        assertThat(bench.record(SPEC).parameters()).containsEntry("SystemDiskSize", "80");
    }

    @Test
    void jobThatIsGoneIsDrift() {
        String jobId = job().jobId();
        ReplicationJobSpec edited = with(SpecField.SYSTEM_DISK_SIZE, 120);
        bench.emulator.putJob(jobId, EmulatedStatus.DELETING);

        SmcConflictException conflict = conflict(edited);

        assertThat(conflict.code()).isEqualTo("ReplicationJob.Missing");
        assertThat(conflict).hasMessageContaining(jobId).hasMessageContaining("generation");
        assertThat(modifies()).isEmpty();
    }

    @Test
    void rowWithoutAJobIsNotMade() {
        SmcConflictException conflict = conflict(Bench.spec("s-2"));

        assertThat(conflict.code()).isEqualTo("Journal.NoJob");
        assertThat(bench.jobs()).hasSize(1);
    }

    @Test
    void timesThatHavePassedDoNotKeepOtherFieldsFromBeingChanged() throws Exception {
        ReplicationJobSpec scheduled = Bench.spec("s-2").toBuilder()
                .set(SpecField.SCHEDULED_START_TIME, bench.time.instant().plusSeconds(60))
                .build();
        bench.provision(scheduled);
        bench.time.pass(Duration.ofHours(1));
        Provisioner strict = new Provisioner(
                bench.client,
                bench.journal,
                (spec, now) -> {
                    java.time.Instant start = spec.scheduledStartTime();
                    return start != null && start.isBefore(now)
                            ? List.of(Diagnostic.error("Time.Past", "the start has passed"))
                            : List.of();
                },
                Bench.OPTIONS,
                bench.time,
                bench.time,
                () -> 0);
        ReplicationJobSpec described =
                scheduled.toBuilder().set(SpecField.DESCRIPTION, "another text").build();
        ReplicationJobSpec late = SPEC.toBuilder()
                .set(SpecField.SCHEDULED_START_TIME, bench.time.instant().minusSeconds(60))
                .build();

        assertThat(strict.update(described).outcome()).isEqualTo(Outcome.UPDATED);
        assertThatThrownBy(() -> strict.update(late)).isInstanceOf(InvalidSpecException.class);
        assertThat(modifies()).hasSize(1);
    }
}
