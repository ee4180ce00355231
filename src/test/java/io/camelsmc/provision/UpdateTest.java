package io.camelsmc.provision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.camelsmc.client.ModifyReplicationJobAttributeRequest;
import io.camelsmc.client.SmcAccessException;
import io.camelsmc.client.SmcConflictException;
import io.camelsmc.client.SmcOutcomeUnknownException;
import io.camelsmc.client.SmcRejectedException;
import io.camelsmc.diag.Diagnostic;
import io.camelsmc.emulator.EmulatedJob;
import io.camelsmc.emulator.Fault;
import io.camelsmc.emulator.FaultEffect;
import io.camelsmc.emulator.FaultRule;
import io.camelsmc.emulator.JobStatus;
import io.camelsmc.emulator.JournalEntry;
import io.camelsmc.emulator.Quirk;
import io.camelsmc.spec.CanonicalParameters;
import io.camelsmc.spec.InvalidSpecException;
import io.camelsmc.spec.ReplicationJobSpec;
import io.camelsmc.spec.SpecField;
import io.camelsmc.spec.TagSpec;
import io.camelsmc.state.Intent;
import io.camelsmc.state.JobRecord;
import io.camelsmc.state.JobState;
import io.camelsmc.state.Journal;
import io.camelsmc.state.JournalException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class UpdateTest {

    private static final String MODIFY = "ModifyReplicationJobAttribute";
    private static final ReplicationJobSpec SPEC = Bench.spec("s-1");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path state;

    private Bench bench;

    @BeforeEach
    void start() {
        bench = Bench.on(state);
        assertThat(bench.provision(SPEC)).isEqualTo("created");
    }

    @AfterEach
    void stop() {
        bench.close();
    }

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
        bench.client.modifyReplicationJobAttribute(new ModifyReplicationJobAttributeRequest(
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
        bench.client.modifyReplicationJobAttribute(new ModifyReplicationJobAttributeRequest(
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
            value = JobStatus.class,
            names = {"RUNNING", "STOPPED", "IN_ERROR", "FINISHED", "WAITING", "EXPIRED"})
    void statusForbidsTheOneAndAllowsTheOther(JobStatus status) throws Exception {
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
                .hasMessageContaining("runOnce is fixed when the job is made")
                .hasMessageContaining(
                        "licenseType is fixed when the job is made (licenseType: wanted BYOL, found absent)")
                .hasMessageContaining("tag cannot be changed with the job")
                .hasMessageContaining("extra is fixed when the job is made")
                .hasMessageContaining("generation");
        assertThat(modifies()).isEmpty();
        assertThat(bench.record(SPEC).parameters()).containsEntry("SystemDiskSize", "80");
    }

    @Test
    void jobThatIsGoneIsDrift() {
        String jobId = job().jobId();
        ReplicationJobSpec edited = with(SpecField.SYSTEM_DISK_SIZE, 120);
        bench.emulator.putJob(jobId, JobStatus.DELETING);

        SmcConflictException conflict = conflict(edited);

        assertThat(conflict.code()).isEqualTo("ReplicationJob.Missing");
        assertThat(conflict).hasMessageContaining(jobId).hasMessageContaining("generation");
        assertThat(modifies()).isEmpty();
    }

    @Test
    void jobThatGoesBetweenTheLookAndTheCallIsDriftToo() {
        bench.faults().next(MODIFY, FaultEffect.error(404, "InvalidJobId.NotFound", "no such job"));

        SmcConflictException conflict = conflict(with(SpecField.SYSTEM_DISK_SIZE, 120));

        assertThat(conflict.code()).isEqualTo("ReplicationJob.Missing");
        assertThat(conflict.httpStatus()).isEqualTo(404);
    }

    @Test
    void rowWithoutAJobIsNotMade() {
        SmcConflictException conflict = conflict(Bench.spec("s-2"));

        assertThat(conflict.code()).isEqualTo("Journal.NoJob");
        assertThat(bench.jobs()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "ACCEPT_THEN_DROP, 1",
        "RESET_AFTER, 1",
        "ERROR_500_AFTER, 1",
        "HTML_502_AFTER, 1",
        "EMPTY_200, 1",
        "DROP_BEFORE, 2",
        "RESET_BEFORE, 2",
        "ERROR_500, 2",
        "UNAVAILABLE_503, 2",
        "THROTTLE, 2",
    })
    void answersThatGetLostAreReadBackAndSentAgainOnlyIfNeeded(Fault fault, int calls) throws Exception {
        ReplicationJobSpec edited = with(SpecField.SYSTEM_DISK_SIZE, 120);
        bench.faults().next(MODIFY, FaultEffect.of(fault));

        ProvisionResult result = bench.provisioner.update(edited);

        assertThat(result.outcome()).isEqualTo(Outcome.UPDATED);
        assertThat(result.attempts()).isEqualTo(calls);
        assertThat(modifies()).hasSize(calls);
        assertSettled(edited);
    }

    @Test
    void patienceEndsAndTheNextRunGoesOn() throws Exception {
        ReplicationJobSpec edited = with(SpecField.SYSTEM_DISK_SIZE, 120);
        bench.faults().add(FaultRule.on(MODIFY).then(FaultEffect.of(Fault.ERROR_500)));

        assertThatThrownBy(() -> bench.provisioner.update(edited)).isInstanceOf(SmcOutcomeUnknownException.class);

        assertThat(modifies()).hasSize(Bench.OPTIONS.maxAttempts());
        assertThat(bench.record(SPEC).parameters()).containsEntry("SystemDiskSize", "80");
        bench.faults().clear();
        assertThat(bench.provisioner.update(edited).outcome()).isEqualTo(Outcome.UPDATED);
        assertSettled(edited);
    }

    @Test
    void refusalForTheStatusSaysWhereTheJobStands() {
        bench.faults().next(MODIFY, FaultEffect.error(400, "ReplicationJob.InvalidBusinessStatus", "not now"));
        bench.emulator.putJob(job().jobId(), JobStatus.RUNNING);

        SmcConflictException conflict = conflict(with(SpecField.DESCRIPTION, "another text"));

        assertThat(conflict.code()).isEqualTo("ReplicationJob.InvalidBusinessStatus");
        assertThat(conflict)
                .hasMessageContaining("is Running, Preparing")
                .hasMessageContaining("description: wanted another text, found moves s-1");
        assertThat(conflict.requestId()).isNotEmpty();
        assertThat(modifies()).hasSize(1);
    }

    @Test
    void refusalOfARepeatedCallThatWasCarriedOutIsNoFailure() throws Exception {
        ReplicationJobSpec edited = with(SpecField.SYSTEM_DISK_SIZE, 120);
        bench.faults()
                .next(
                        MODIFY,
                        FaultEffect.error(400, "ReplicationJob.InvalidStatus", "started")
                                .afterCommit());

        assertThat(bench.provisioner.update(edited).outcome()).isEqualTo(Outcome.UPDATED);
        assertSettled(edited);
    }

    @Test
    void nameThatIsTakenIsAConflict() {
        ReplicationJobSpec other = Bench.spec("s-2");
        bench.provision(other);

        SmcConflictException conflict =
                conflict(with(SpecField.NAME, bench.record(other).name()));

        assertThat(conflict.code()).isEqualTo("ReplicationJobName.Duplicate");
        assertThat(conflict).hasMessageContaining(job().jobId());
    }

    @Test
    void valueThatTheServiceRefusesIsRejected() {
        ReplicationJobSpec edited = with(SpecField.DESCRIPTION, "http://somewhere");

        assertThatThrownBy(() -> bench.provisioner.update(edited)).isInstanceOf(SmcRejectedException.class);
        assertThat(bench.record(SPEC).parameters()).containsEntry("Description", "moves s-1");
    }

    @Test
    void refusalOfTheAccountKeepsTheNextRowFromBeingSent() {
        bench.emulator.settings().on(Quirk.PERMISSION_DENIED);
        ReplicationJobSpec edited = with(SpecField.SYSTEM_DISK_SIZE, 120);

        assertThatThrownBy(() -> bench.provisioner.update(edited)).isInstanceOf(SmcAccessException.class);
        long calls = bench.emulator.journal().total();
        assertThatThrownBy(() -> bench.provisioner.update(edited))
                .isInstanceOf(SmcAccessException.class)
                .hasMessageContaining("not sent");

        assertThat(bench.emulator.journal().total()).isEqualTo(calls);
    }

    @Test
    void journalThatFailsAfterTheCallIsMendedByTheNextRunWithoutACall() throws Exception {
        ReplicationJobSpec edited = with(SpecField.SYSTEM_DISK_SIZE, 120);
        Journal full = new JournalDecorator(bench.journal) {
            @Override
            public JobRecord amend(Intent changed, @Nullable String requestId) {
                throw new JournalException("disk full");
            }
        };
        Provisioner unlucky = Bench.provisioner(bench.client, full, Bench.OPTIONS, bench.time);

        assertThatThrownBy(() -> unlucky.update(edited)).hasMessageContaining("disk full");

        assertThat(bench.record(SPEC).parameters()).containsEntry("SystemDiskSize", "80");
        assertThat(bench.provisioner.update(edited).outcome()).isEqualTo(Outcome.UNCHANGED);
        assertThat(modifies()).hasSize(1);
        assertSettled(edited);
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

    @Test
    void twoAtOnceMakeOneCall() throws Exception {
        ReplicationJobSpec edited = with(SpecField.SYSTEM_DISK_SIZE, 120);
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            Callable<Outcome> update = () -> bench.provisioner.update(edited).outcome();
            Future<Outcome> one = threads.submit(update);
            Future<Outcome> other = threads.submit(update);

            assertThat(List.of(one.get(), other.get())).containsExactlyInAnyOrder(Outcome.UPDATED, Outcome.UNCHANGED);
        } finally {
            threads.shutdownNow();
        }
        assertThat(modifies()).hasSize(1);
    }

    private ReplicationJobSpec with(SpecField field, @Nullable Object value) {
        return SPEC.toBuilder().set(field, value).build();
    }

    private SmcConflictException conflict(ReplicationJobSpec spec) {
        return catchThrowableOfType(SmcConflictException.class, () -> bench.provisioner.update(spec));
    }

    private EmulatedJob job() {
        return bench.jobs().get(0);
    }

    private List<JournalEntry> modifies() {
        return bench.emulator.journal().entries(MODIFY);
    }

    /** The journal holds the row as it is now, and a further run asks nothing of the service. */
    private void assertSettled(ReplicationJobSpec spec) {
        ReplicationJobSpec sent =
                spec.toBuilder().set(SpecField.NAME, bench.record(spec).name()).build();
        assertThat(bench.record(spec).digest()).isEqualTo(CanonicalParameters.digest(sent));
        long calls = bench.emulator.journal().total();
        assertThat(bench.provision(spec)).isEqualTo("unchanged");
        assertThat(bench.emulator.journal().total()).isEqualTo(calls);
    }

    private static Map<String, String> business(JournalEntry call) {
        Map<String, String> business = new java.util.TreeMap<>(call.parameters());
        business.keySet()
                .removeIf(name -> List.of("Action", "Version", "Format").contains(name));
        return business;
    }
}
