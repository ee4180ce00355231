package io.camelsmc.plan;

import static io.camelsmc.plan.PlanFixtures.ACCOUNT;
import static io.camelsmc.plan.PlanFixtures.invalid;
import static io.camelsmc.plan.PlanFixtures.job;
import static io.camelsmc.plan.PlanFixtures.journal;
import static io.camelsmc.plan.PlanFixtures.record;
import static io.camelsmc.plan.PlanFixtures.row;
import static io.camelsmc.plan.PlanFixtures.source;
import static io.camelsmc.plan.PlanFixtures.spec;
import static org.assertj.core.api.Assertions.assertThat;

import io.camelsmc.job.ObservedAccount;
import io.camelsmc.spec.DesiredRow;
import io.camelsmc.spec.JobKey;
import io.camelsmc.spec.ReplicationJobSpec;
import io.camelsmc.spec.SpecField;
import io.camelsmc.state.JobRecord;
import io.camelsmc.state.JobState;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlannerTest {

    private static final ObservedAccount EMPTY = new ObservedAccount(List.of(), List.of(source(1, "Available")));

    @Test
    void makesAJobThatNobodyKnows() {
        Change change = plan(row(spec(1)), Map.of(), EMPTY);

        assertThat(change.action()).isEqualTo(Action.CREATE);
        assertThat(change.reason()).isEqualTo(ActionReason.NEW);
        assertThat(change.digest()).hasSize(64);
    }

    @Test
    void plansWithoutTheServiceFromTheJournalAlone() {
        Change unknown = plan(row(spec(1)), Map.of(), null);
        Change known = plan(row(spec(1)), journal(record(spec(1), JobState.CREATED)), null);

        assertThat(unknown.action()).isEqualTo(Action.CREATE);
        assertThat(known.action()).isEqualTo(Action.UNCHANGED);
    }

    @Test
    void leavesAJobAloneThatJournalAndServiceHold() {
        ObservedAccount service = new ObservedAccount(List.of(job("j-known", "Running", spec(1))));

        Change change = plan(row(spec(1)), journal(record(spec(1), JobState.ADOPTED)), service);

        assertThat(change.action()).isEqualTo(Action.UNCHANGED);
        assertThat(change.jobId()).isEqualTo("j-known");
    }

    @Test
    void reportsAJobThatTheServiceLost() {
        Change change = plan(row(spec(1)), journal(record(spec(1), JobState.CREATED)), EMPTY);

        assertThat(change.action()).isEqualTo(Action.CONFLICT);
        assertThat(change.reason()).isEqualTo(ActionReason.JOB_MISSING);
    }

    @Test
    void adoptsAnEqualJobThatOnlyTheServiceKnows() {
        ObservedAccount service = new ObservedAccount(List.of(job("j-1", "Ready", spec(1))));

        Change change = plan(row(spec(1)), Map.of(), service);

        assertThat(change.action()).isEqualTo(Action.ADOPT);
        assertThat(change.jobId()).isEqualTo("j-1");
    }

    @Test
    void doesNotAdoptAFinishedJobForAHigherGeneration() {
        ReplicationJobSpec again = spec(1).toBuilder()
                .set(SpecField.GENERATION, 1)
                .name("web-1-again")
                .build();
        ObservedAccount service =
                new ObservedAccount(List.of(job("j-1", "Finished", spec(1))), List.of(source(1, "Available")));

        Change change = plan(row(again), Map.of(), service);

        assertThat(change.action()).isEqualTo(Action.CREATE);
    }

    @Test
    void saysWhoHoldsTheSourceTheNameOrTheImageName() {
        ReplicationJobSpec other = spec(1).toBuilder().name("someone-else").build();
        ObservedAccount held = new ObservedAccount(List.of(job("j-2", "Running", other)));
        ObservedAccount named = new ObservedAccount(
                List.of(job("j-3", "Ready", spec(2).toBuilder().name("web-1").build())));
        ObservedAccount imaged = new ObservedAccount(
                List.of(job(
                        "j-4",
                        "Ready",
                        spec(2).toBuilder().set(SpecField.IMAGE_NAME, "image-1").build())),
                List.of());

        assertThat(plan(row(spec(1)), Map.of(), held).reason()).isEqualTo(ActionReason.SOURCE_HELD);
        assertThat(plan(row(spec(1)), Map.of(), named).reason()).isEqualTo(ActionReason.NAME_TAKEN);
        assertThat(plan(row(spec(1)), Map.of(), imaged).reason()).isEqualTo(ActionReason.IMAGE_NAME_TAKEN);
        assertThat(plan(row(spec(1)), Map.of(), held).jobId()).isEqualTo("j-2");
    }

    @ParameterizedTest
    @CsvSource({"Unavailable,SOURCE_NOT_AVAILABLE", "InUse,SOURCE_NOT_AVAILABLE", "Deleting,SOURCE_NOT_AVAILABLE"})
    void blocksARowWhoseSourceIsNotReady(String state, ActionReason reason) {
        ObservedAccount service = new ObservedAccount(List.of(), List.of(source(1, state)));

        Change change = plan(row(spec(1)), Map.of(), service);

        assertThat(change.action()).isEqualTo(Action.BLOCKED);
        assertThat(change.reason()).isEqualTo(reason);
        assertThat(change.detail()).contains(state);
    }

    @Test
    void refusesARowWhoseSourceOrDiskDoesNotExist() {
        ObservedAccount otherSource = new ObservedAccount(List.of(), List.of(source(9, "Available")));
        ObservedAccount noDisk = new ObservedAccount(List.of(), List.of(source("s-bp11", "Available", 2)));

        ObservedAccount noSourceAtAll = new ObservedAccount(List.of(), List.of());

        Change missing = plan(row(spec(1)), Map.of(), otherSource);
        Change unfit = plan(row(spec(1)), Map.of(), noDisk);

        assertThat(missing.action()).isEqualTo(Action.INVALID);
        assertThat(missing.reason()).isEqualTo(ActionReason.SOURCE_MISSING);
        assertThat(missing.problems().get(0).render()).contains("wave-01.csv:2", "sourceId", "s-bp11");
        assertThat(plan(row(spec(1)), Map.of(), noSourceAtAll).reason()).isEqualTo(ActionReason.SOURCE_MISSING);
        assertThat(unfit.action()).isEqualTo(Action.INVALID);
        assertThat(unfit.reason()).isEqualTo(ActionReason.SOURCE_UNFIT);
        assertThat(unfit.problems().get(0).render()).contains("dataDisk", "got 1", "one of [2]");
    }

    @Test
    void resolvesADoubtBeforeAnythingElse() {
        Change change = plan(row(spec(1)), journal(record(spec(1), JobState.INTENT)), EMPTY);

        assertThat(change.action()).isEqualTo(Action.RESOLVE);
    }

    @ParameterizedTest
    @CsvSource({"NOT_SENT,NOT_SENT_BEFORE", "REJECTED,REFUSED_BEFORE", "CONFLICT,REFUSED_BEFORE"})
    void triesAgainWhatFailedBefore(JobState state, ActionReason reason) {
        Change change = plan(row(spec(1)), journal(record(spec(1), state)), EMPTY);

        assertThat(change.action()).isEqualTo(Action.CREATE);
        assertThat(change.reason()).isEqualTo(reason);
    }

    @Test
    void plansNothingForARowThatBreaksARule() {
        Change change = plan(invalid(1), Map.of(), EMPTY);

        assertThat(change.action()).isEqualTo(Action.INVALID);
        assertThat(change.problems()).hasSize(1);
    }

    @Test
    void createsNoMoreThanTheQuotaLeavesRoomFor() {
        ObservedAccount service = new ObservedAccount(
                List.of(job("j-9", "Finished", spec(9))),
                List.of(source(1, "Available"), source(2, "Available"), source(3, "Available")));

        List<Change> changes = Planner.plan(
                List.of(row(spec(1)), row(spec(2)), row(spec(3))), ACCOUNT, Map.of(), service, new PlanLimits(3, 50));

        assertThat(changes).extracting(Change::action).containsExactly(Action.CREATE, Action.CREATE, Action.BLOCKED);
        assertThat(changes.get(2).reason()).isEqualTo(ActionReason.QUOTA_EXHAUSTED);
    }

    @Test
    void movesARowToAnotherWaveWithoutMigratingItTwice() {
        ReplicationJobSpec moved =
                spec(1).toBuilder().set(SpecField.WAVE, "wave-02").build();

        Change change = plan(row(moved), journal(record(spec(1), JobState.CREATED)), null);

        assertThat(change.action()).isEqualTo(Action.UNCHANGED);
    }

    private static Change plan(DesiredRow row, Map<JobKey, JobRecord> prior, @Nullable ObservedAccount observed) {
        return Planner.plan(List.of(row), ACCOUNT, prior, observed, PlanLimits.standard())
                .get(0);
    }
}
