package io.camelsmc.takeover;

import static io.camelsmc.plan.PlanFixtures.ACCOUNT;
import static io.camelsmc.plan.PlanFixtures.record;
import static io.camelsmc.plan.PlanFixtures.row;
import static org.assertj.core.api.Assertions.assertThat;

import io.camelsmc.job.ObservedJob;
import io.camelsmc.plan.PlanFixtures;
import io.camelsmc.spec.JobKey;
import io.camelsmc.spec.ReplicationJobSpec;
import io.camelsmc.spec.SpecField;
import io.camelsmc.state.JobState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Which identity a job of the service gets when nobody remembers it. */
class ReconstructionTest {

    private static final ReplicationJobSpec SPEC = PlanFixtures.spec(1);

    @Test
    void finishedJobsGetLowerGenerationsInOrderOfCreationAndTheUnfinishedOneTheHighest() {
        ObservedJob running = job("j-1", "c", "Running", 1);
        ObservedJob later = job("j-2", "b", "Finished", 9);
        ObservedJob earlier = job("j-3", "a", "Finished", 5);

        Reconstruction found = of(List.of(running, later, earlier));

        assertThat(generations(found)).containsExactly("j-3=0", "j-2=1", "j-1=2");
        assertThat(found.takeOvers()).noneMatch(TakeOver::hasRow);
        assertThat(found.quarantined()).isEmpty();
    }

    @Test
    void jobsThatCannotBeOrderedAreQuarantinedByNameWithWhatToDo() {
        Reconstruction noTimes = of(List.of(job("j-1", "a", "Finished", null), job("j-2", "b", "Finished", null)));
        Reconstruction sameTime = of(List.of(job("j-1", "a", "Finished", 3), job("j-2", "b", "Finished", 3)));
        Reconstruction twoHolders = of(List.of(job("j-1", "a", "Ready", 3), job("j-2", "b", "InError", 4)));

        for (Reconstruction found : List.of(noTimes, sameTime, twoHolders)) {
            assertThat(found.takeOvers()).isEmpty();
            assertThat(found.quarantined())
                    .singleElement()
                    .extracting(Quarantined::render)
                    .asString()
                    .contains("s-bp11", "j-1 (a)", "j-2 (b)", "--from");
        }
    }

    @Test
    void aRowSettlesAddressGenerationAndValues() {
        ReplicationJobSpec third = SPEC.toBuilder().set(SpecField.GENERATION, 3).build();

        Reconstruction found =
                Reconstruction.of(ACCOUNT, List.of(reported("j-1", SPEC, "Ready", 1)), List.of(row(third)), List.of());

        TakeOver taken = found.takeOvers().get(0);
        assertThat(taken.key()).isEqualTo(JobKey.of(ACCOUNT, third));
        assertThat(taken.address()).hasToString("wave-01/web-1");
        assertThat(taken.spec()).isEqualTo(third);
        assertThat(taken.hasRow()).isTrue();
    }

    @Test
    void aRowTellsTwoUnfinishedJobsApartAndTheOtherStaysOut() {
        Reconstruction found = Reconstruction.of(
                ACCOUNT,
                List.of(reported("j-1", SPEC, "Ready", 1), job("j-2", "other", "Ready", 2)),
                List.of(row(SPEC)),
                List.of());

        assertThat(generations(found)).containsExactly("j-1=0");
        assertThat(found.quarantined()).singleElement().satisfies(one -> assertThat(one.jobs())
                .extracting(ObservedJob::jobId)
                .containsExactly("j-2"));
    }

    @Test
    void twoJobsThatEqualOneRowAreQuarantined() {
        Reconstruction found = Reconstruction.of(
                ACCOUNT,
                List.of(reported("j-1", SPEC, "Ready", 1), reported("j-2", SPEC, "Ready", 2)),
                List.of(row(SPEC)),
                List.of());

        assertThat(found.takeOvers()).isEmpty();
        assertThat(found.quarantined()).hasSize(1);
    }

    @Test
    void aFinishedJobIsNotTakenForTheHigherGenerationThatStillHasToBeMade() {
        ReplicationJobSpec again = SPEC.toBuilder().set(SpecField.GENERATION, 1).build();

        Reconstruction found = Reconstruction.of(
                ACCOUNT, List.of(reported("j-1", SPEC, "Finished", 1)), List.of(row(again)), List.of());

        assertThat(found.takeOvers()).isEmpty();
        assertThat(found.quarantined().get(0).why()).contains("generation 0");
    }

    @Test
    void aDerivedNameNamesItsGenerationWithoutAnyRow() {
        String name = new JobKey(ACCOUNT, "cn-hangzhou", "s-bp11", 4).derivedName();

        assertThat(generations(of(List.of(job("j-1", name, "Ready", 1))))).containsExactly("j-1=4");
    }

    @Test
    void aJobOlderThanTheOneOfARowStaysOutWhenNoLowerGenerationIsFree() {
        Reconstruction found = Reconstruction.of(
                ACCOUNT,
                List.of(reported("j-1", SPEC, "Ready", 5), job("j-0", "old", "Finished", 1)),
                List.of(row(SPEC)),
                List.of());

        assertThat(generations(found)).containsExactly("j-1=0");
        assertThat(found.quarantined().get(0).why()).contains("no lower generation is free");
    }

    @Test
    void whatTheJournalHoldsStaysAndNewJobsComeAfterIt() {
        Reconstruction found = Reconstruction.of(
                ACCOUNT,
                List.of(reported("j-known", SPEC, "Finished", 1), job("j-2", "next", "Ready", 2)),
                List.of(),
                List.of(record(SPEC, JobState.CREATED)));

        assertThat(generations(found)).containsExactly("j-2=1");
        assertThat(found.known()).hasSize(1);
    }

    @Test
    void aSourceWithAnOpenIntentIsLeftToTheRunThatResolvesIt() {
        Reconstruction found = Reconstruction.of(
                ACCOUNT,
                List.of(reported("j-1", SPEC, "Ready", 1)),
                List.of(row(SPEC)),
                List.of(record(SPEC, JobState.INTENT)));

        assertThat(found.takeOvers()).isEmpty();
        assertThat(found.quarantined().get(0).advice()).contains("smc apply");
    }

    @Test
    void jobsWithoutSourceAreQuarantinedAndThoseThatAreDeletedAreLeftOut() {
        ReplicationJobSpec nameless = ReplicationJobSpec.builder().name("lost").build();

        Reconstruction found = of(List.of(reported("j-1", nameless, "Ready", 1), job("j-2", "gone", "Deleting", 1)));

        assertThat(found.takeOvers()).isEmpty();
        assertThat(found.quarantined().get(0).render()).contains("j-1 (lost)", "no source");
        assertThat(found.leaving()).isEqualTo(1);
    }

    @Test
    void theOrderOfTheListingDoesNotMatter() {
        List<ObservedJob> jobs = new ArrayList<>();
        for (int n = 0; n < 6; n++) {
            jobs.add(job("j-" + n, "name-" + n, n == 5 ? "Running" : "Finished", n));
        }
        Reconstruction expected = of(jobs);

        for (int seed = 0; seed < 20; seed++) {
            Collections.shuffle(jobs, new Random(seed));
            assertThat(of(jobs)).isEqualTo(expected);
        }
    }

    private static Reconstruction of(List<ObservedJob> jobs) {
        return Reconstruction.of(ACCOUNT, jobs, List.of(), List.of());
    }

    private static List<String> generations(Reconstruction found) {
        return found.takeOvers().stream()
                .map(one -> one.job().jobId() + "=" + one.key().generation())
                .toList();
    }

    private static ObservedJob job(String id, String name, String status, @Nullable Integer minute) {
        ReplicationJobSpec attributes = ReplicationJobSpec.builder()
                .sourceId("s-bp11")
                .regionId("cn-hangzhou")
                .name(name)
                .build();
        return reported(id, attributes, status, minute);
    }

    private static ObservedJob reported(
            String id, ReplicationJobSpec attributes, String status, @Nullable Integer minute) {
        return new ObservedJob(
                id,
                status,
                null,
                null,
                null,
                null,
                null,
                minute == null ? null : Instant.EPOCH.plusSeconds(60L * minute).toString(),
                null,
                null,
                null,
                null,
                List.of(),
                attributes,
                "request-1");
    }
}
