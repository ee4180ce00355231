package io.camelsmc.provision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.camelsmc.client.DescribeReplicationJobsRequest;
import io.camelsmc.client.SmcConflictException;
import io.camelsmc.client.SmcException;
import io.camelsmc.emulator.EmulatedJob;
import io.camelsmc.emulator.EmulatedStatus;
import io.camelsmc.emulator.Fault;
import io.camelsmc.emulator.FaultEffect;
import io.camelsmc.job.Outcome;
import io.camelsmc.provision.pace.Backoff;
import io.camelsmc.provision.pace.ProvisionOptions;
import io.camelsmc.spec.CanonicalParameters;
import io.camelsmc.spec.ClientToken;
import io.camelsmc.spec.ReplicationJobSpec;
import io.camelsmc.spec.SpecField;
import io.camelsmc.state.Intent;
import io.camelsmc.state.JobRecord;
import io.camelsmc.state.JobState;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rows that change, rows that migrate again, and state that was lost or is old (S5, S6, C8). */
class EditsAndGenerationsTest {

    private static final ReplicationJobSpec SPEC = Bench.spec("s-1");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path temporary;

    @Test
    void asksNothingForARowThatIsDone() {
        try (Bench bench = bench()) {
            assertThat(bench.provision(SPEC)).isEqualTo("created");
            long calls = bench.emulator.journal().total();

            assertThat(bench.provision(SPEC)).isEqualTo("unchanged");
            assertThat(bench.provision(SPEC.toBuilder()
                            .set(SpecField.WAVE, "wave-09")
                            .set(SpecField.NOTES, "moved to another wave")
                            .build()))
                    .isEqualTo("unchanged");

            assertThat(bench.emulator.journal().total()).isEqualTo(calls);
        }
    }

    @Test
    void reportsARowThatChangedAfterItsJobWasMade() {
        try (Bench bench = bench()) {
            bench.provision(SPEC);
            long calls = bench.emulator.journal().total();

            assertThatThrownBy(() -> bench.provisioner.provision(Bench.edited(SPEC)))
                    .isInstanceOf(SmcConflictException.class)
                    .hasMessageContaining("SystemDiskSize was 80, now 120")
                    .hasMessageContaining("nothing was sent");

            assertThat(bench.emulator.journal().total()).isEqualTo(calls);
            assertThat(bench.state(SPEC)).isEqualTo(JobState.CREATED);
        }
    }

    @Test
    void aRowThatAgreesWithWhatTheServiceReportedGivesTheRecordItsValues() throws Exception {
        try (Bench bench = bench()) {
            adoptAsReported(bench);
            JobRecord reported = bench.record(SPEC);
            ReplicationJobSpec row =
                    SPEC.toBuilder().set(SpecField.WAVE, "wave-09").build();
            long calls = bench.emulator.journal().total();

            assertThat(bench.provision(row)).isEqualTo("unchanged");

            JobRecord amended = bench.record(SPEC);
            assertThat(reported.asReported()).isTrue();
            assertThat(amended.asReported()).isFalse();
            assertThat(amended.address().wave()).isEqualTo("wave-09");
            assertThat(amended.jobId()).isEqualTo(reported.jobId());
            assertThat(amended.parameters())
                    .hasSizeLessThan(reported.parameters().size());
            assertThat(bench.provision(row)).isEqualTo("unchanged");
            assertThat(bench.record(SPEC).version()).isEqualTo(amended.version());
            // From now on the row counts: what it says anew, nobody has checked.
            assertThat(bench.provision(
                            row.toBuilder().set(SpecField.LICENSE_TYPE, "BYOL").build()))
                    .isEqualTo("conflict");
            assertThat(bench.emulator.journal().total()).isEqualTo(calls);
        }
    }

    @Test
    void aRowThatDiffersFromWhatTheServiceReportedIsAConflictThatNamesOnlyWhatDiffers() {
        try (Bench bench = bench()) {
            adoptAsReported(bench);
            JobRecord reported = bench.record(SPEC);

            assertThatThrownBy(() -> bench.provisioner.provision(Bench.edited(SPEC)))
                    .isInstanceOf(SmcConflictException.class)
                    .hasMessageContaining("systemDiskSize: wanted 120, found 80")
                    .hasMessageNotContainingAny("runOnce", "RunOnce", "netMode", "NetMode", "absent");

            assertThat(bench.record(SPEC)).isEqualTo(reported);
        }
    }

    /** The job exists, and the journal holds everything that the service says about it, as after a rebuild. */
    private static void adoptAsReported(Bench bench) {
        try {
            String jobId = bench.emulator
                    .createJob(new TreeMap<>(CanonicalParameters.of(named(bench))))
                    .jobId();
            ReplicationJobSpec found = bench.client
                    .call(DescribeReplicationJobsRequest.all())
                    .items()
                    .get(0)
                    .attributes();
            String digest = CanonicalParameters.digest(found);
            Intent intent = new Intent(
                    bench.key(SPEC),
                    found.address(),
                    String.valueOf(found.name()),
                    ClientToken.derive(bench.key(SPEC), digest, 0),
                    digest,
                    0,
                    CanonicalParameters.of(found),
                    JobRecord.SERVICE,
                    0);
            bench.journal.adopt(intent, jobId, "request-1");
        } catch (SmcException e) {
            throw new AssertionError(e);
        }
    }

    private static ReplicationJobSpec named(Bench bench) {
        return SPEC.toBuilder().name(bench.key(SPEC).derivedName()).build();
    }

    @Test
    void doesNotHoldARuleAgainstAJobThatExists() throws Exception {
        try (Bench bench = bench()) {
            bench.provision(SPEC);
            Provisioner strict = strict(bench);

            assertThat(strict.provision(SPEC).outcome()).isEqualTo(Outcome.UNCHANGED);
            assertThatThrownBy(() -> strict.provision(Bench.spec("s-2")))
                    .isInstanceOf(io.camelsmc.spec.InvalidSpecException.class);
        }
    }

    @Test
    void resolvesTheDoubtOfARowThatHasBecomeInvalidButDoesNotSendIt() {
        try (Bench bench = bench()) {
            ReplicationJobSpec lost = Bench.spec("s-2");
            leaveInDoubt(bench, SPEC, Fault.ACCEPT_THEN_DROP);
            leaveInDoubt(bench, lost, Fault.DROP_BEFORE);
            int creates = bench.creates().size();
            Provisioner strict = strict(bench);

            assertThat(outcome(strict, SPEC)).isEqualTo("adopted");
            assertThat(outcome(strict, lost)).isEqualTo("InvalidSpecException");

            assertThat(bench.creates()).hasSize(creates);
            assertThat(bench.state(lost)).isEqualTo(JobState.INTENT);
        }
    }

    @Test
    void rejectsARowWithoutIdentityAsInvalid() {
        try (Bench bench = bench()) {
            ReplicationJobSpec nameless =
                    ReplicationJobSpec.builder().sourceId("s-1").build();
            assertThat(bench.provision(nameless)).isEqualTo("invalid");
            assertThat(bench.provision(SPEC.toBuilder()
                            .set(SpecField.CLIENT_TOKEN, "two words")
                            .build()))
                    .isEqualTo("invalid");
            assertThat(bench.emulator.journal().total()).isZero();
        }
    }

    @Test
    void adoptsTheFormerVersionOfAnEditedRowAndReportsTheEdit() {
        try (Bench bench = bench()) {
            leaveInDoubt(bench, SPEC, Fault.ACCEPT_THEN_DROP);

            assertThat(bench.provision(Bench.edited(SPEC))).isEqualTo("conflict");

            assertThat(bench.state(SPEC)).isEqualTo(JobState.ADOPTED);
            assertThat(bench.provision(SPEC)).isEqualTo("unchanged");
            assertThat(bench.jobs()).hasSize(1);
        }
    }

    @Test
    void sendsAnEditedRowOnlyAfterItsFormerVersionHasExpired() {
        try (Bench bench = bench()) {
            leaveInDoubt(bench, SPEC, Fault.DROP_BEFORE);
            int creates = bench.creates().size();

            bench.time.pass(Duration.ofMinutes(19));
            assertThat(bench.provision(Bench.edited(SPEC))).isEqualTo("outcome-unknown");
            assertThat(bench.creates()).hasSize(creates);

            bench.time.pass(Duration.ofMinutes(2));
            assertThat(bench.provision(Bench.edited(SPEC))).isEqualTo("created");
            assertThat(bench.jobs()).hasSize(1);
        }
    }

    @Test
    void migratesAgainUnderAHigherGenerationOnceTheFirstJobIsDone() {
        try (Bench bench = bench()) {
            bench.provision(SPEC);
            ReplicationJobSpec again = generation(SPEC, 1);

            assertThat(bench.provision(again)).isEqualTo("conflict");
            bench.emulator.putJob(bench.jobs().get(0).jobId(), EmulatedStatus.FINISHED);

            assertThat(bench.provision(again)).isEqualTo("created");
            assertThat(bench.provision(SPEC)).isEqualTo("unchanged");
            assertThat(bench.provision(again)).isEqualTo("unchanged");
            assertThat(bench.jobs()).hasSize(2);
        }
    }

    @Test
    void doesNotTakeTheFinishedJobOfAnEarlierGenerationForTheNextOne() {
        ReplicationJobSpec named = SPEC.toBuilder().name("web-01").build();
        ReplicationJobSpec again =
                named.toBuilder().set(SpecField.GENERATION, 1).build();
        try (Bench bench = bench()) {
            bench.provision(named);
            bench.emulator.putJob(bench.jobs().get(0).jobId(), EmulatedStatus.FINISHED);

            assertThat(bench.provision(again)).isEqualTo("conflict");
            assertThat(bench.provision(again.toBuilder().name("web-01-again").build()))
                    .isEqualTo("created");

            Bench forgetful = bench.withState(temporary.resolve("other"));
            assertThat(forgetful.provision(again)).isEqualTo("conflict");
            assertThat(forgetful.provision(named)).isEqualTo("adopted");
            assertThat(bench.jobs()).hasSize(2);
            forgetful.client.close();
            forgetful.journal.close();
        }
    }

    @Test
    void closesTheDoubtAboutAnEarlierGenerationInsteadOfWaitingForItForEver() {
        try (Bench bench = bench()) {
            leaveInDoubt(bench, SPEC, Fault.DROP_BEFORE);
            ReplicationJobSpec again = generation(SPEC, 1);

            assertThat(bench.provision(again)).isEqualTo("outcome-unknown");
            bench.time.pass(Duration.ofMinutes(21));
            assertThat(bench.provision(again)).isEqualTo("created");

            assertThat(bench.state(SPEC)).isEqualTo(JobState.NOT_SENT);
            assertThat(bench.jobs()).hasSize(1);
        }
    }

    @Test
    void adoptsTheJobOfAnEarlierGenerationThatWasInDoubt() {
        try (Bench bench = bench()) {
            leaveInDoubt(bench, SPEC, Fault.ACCEPT_THEN_DROP);
            ReplicationJobSpec again = generation(SPEC, 1);

            assertThat(bench.provision(again)).isEqualTo("conflict");
            assertThat(bench.state(SPEC)).isEqualTo(JobState.ADOPTED);
            assertThat(bench.jobs()).hasSize(1);
        }
    }

    @Test
    void adoptsEverythingWhenTheStateWasDeleted() {
        try (Bench bench = bench()) {
            for (int i = 0; i < 5; i++) {
                bench.provision(Bench.spec("s-" + i));
            }
            EmulatedJob done = bench.jobs().get(3);
            bench.emulator.putJob(done.jobId(), EmulatedStatus.FINISHED);
            int creates = bench.creates().size();

            Bench afresh = bench.withState(temporary.resolve("other"));
            for (int i = 0; i < 5; i++) {
                assertThat(afresh.provision(Bench.spec("s-" + i))).isEqualTo("adopted");
                afresh.assertOneAtMost(Bench.spec("s-" + i));
            }

            assertThat(bench.creates()).hasSize(creates);
            afresh.client.close();
            afresh.journal.close();
        }
    }

    @Test
    void makesNoSecondJobWithTheStateOfYesterday() throws Exception {
        try (Bench bench = bench()) {
            ReplicationJobSpec refused = Bench.spec("s-2");
            ReplicationJobSpec later = Bench.spec("s-3");
            leaveInDoubt(bench, SPEC, Fault.DROP_BEFORE);
            bench.faults().next(FaultEffect.error(400, "InvalidParameter", "no"));
            assertThat(bench.provision(refused)).isEqualTo("rejected");
            Path yesterday = copy(temporary.resolve("state"), temporary.resolve("yesterday"));

            for (ReplicationJobSpec spec : new ReplicationJobSpec[] {SPEC, refused, later}) {
                assertThat(bench.provision(spec)).isEqualTo("created");
            }
            int creates = bench.creates().size();

            Bench restored = bench.withState(yesterday);
            for (ReplicationJobSpec spec : new ReplicationJobSpec[] {SPEC, refused, later}) {
                assertThat(restored.provision(spec)).isEqualTo("adopted");
                restored.assertOneAtMost(spec);
            }
            assertThat(bench.creates()).hasSize(creates);
            restored.client.close();
            restored.journal.close();
        }
    }

    private Bench bench() {
        return Bench.on(temporary.resolve("state"));
    }

    /** One request of unknown outcome, and a run that ended before it could ask. */
    static void leaveInDoubt(Bench bench, ReplicationJobSpec spec, Fault fault) {
        ProvisionOptions hasty =
                new ProvisionOptions(1, Backoff.standard(), Duration.ofSeconds(3), false, Duration.ofSeconds(60));
        bench.faults().next(fault);
        bench.faults().next("DescribeReplicationJobs", FaultEffect.of(Fault.ERROR_500));
        Bench once = bench.with(bench.journal, hasty);
        assertThat(once.provision(spec)).isEqualTo("outcome-unknown");
        assertThat(bench.state(spec)).isEqualTo(JobState.INTENT);
        once.client.close();
        bench.faults().clear();
    }

    private static ReplicationJobSpec generation(ReplicationJobSpec spec, int generation) {
        return spec.toBuilder()
                .set(SpecField.GENERATION, generation)
                .set(SpecField.IMAGE_NAME, "image-" + generation)
                .build();
    }

    private static Provisioner strict(Bench bench) {
        return new Provisioner(
                bench.client,
                bench.journal,
                (spec, now) -> java.util.List.of(io.camelsmc.diag.Diagnostic.error("Time", "too late")),
                Bench.OPTIONS,
                bench.time,
                bench.time,
                () -> 0);
    }

    private static String outcome(Provisioner provisioner, ReplicationJobSpec spec) {
        try {
            return provisioner.provision(spec).outcome().label();
        } catch (Exception e) {
            return e.getClass().getSimpleName();
        }
    }

    private static Path copy(Path from, Path to) throws Exception {
        Files.createDirectories(to);
        try (var files = Files.list(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (!file.getFileName().toString().equals("lock")) {
                    Files.copy(file, to.resolve(file.getFileName()));
                }
            }
        }
        return to;
    }
}
