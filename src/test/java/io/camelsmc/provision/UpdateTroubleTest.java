package io.camelsmc.provision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.camelsmc.client.SmcAccessException;
import io.camelsmc.client.SmcConflictException;
import io.camelsmc.client.SmcOutcomeUnknownException;
import io.camelsmc.client.SmcRejectedException;
import io.camelsmc.emulator.EmulatedStatus;
import io.camelsmc.emulator.Fault;
import io.camelsmc.emulator.FaultEffect;
import io.camelsmc.emulator.FaultRule;
import io.camelsmc.emulator.Quirk;
import io.camelsmc.job.Outcome;
import io.camelsmc.spec.ReplicationJobSpec;
import io.camelsmc.spec.SpecField;
import io.camelsmc.state.Intent;
import io.camelsmc.state.JobRecord;
import io.camelsmc.state.Journal;
import io.camelsmc.state.JournalException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Calls of an update that are lost, refused or raced, and a journal that fails after one. */
class UpdateTroubleTest extends UpdateRig {

    @Test
    void jobThatGoesBetweenTheLookAndTheCallIsDriftToo() {
        bench.faults().next(MODIFY, FaultEffect.error(404, "InvalidJobId.NotFound", "no such job"));

        SmcConflictException conflict = conflict(with(SpecField.SYSTEM_DISK_SIZE, 120));

        assertThat(conflict.code()).isEqualTo("ReplicationJob.Missing");
        assertThat(conflict.httpStatus()).isEqualTo(404);
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
        bench.emulator.putJob(job().jobId(), EmulatedStatus.RUNNING);

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
}
