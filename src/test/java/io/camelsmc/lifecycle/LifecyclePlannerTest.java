package io.camelsmc.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import io.camelsmc.job.Verdict;
import io.camelsmc.spec.SpecField;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LifecyclePlannerTest {

    private static final Places MANY = new Places(50, 0);

    @Test
    void givesFreePlacesInTheOrderOfTheJobsAndTellsTheOthersWhyTheyWait() {
        List<TrackedJob> jobs = IntStream.rangeClosed(1, 5)
                .mapToObj(n -> Jobs.in(n == 2 ? "Running" : "Ready").tracked(n))
                .toList();

        List<PlannedVerb> planned = LifecyclePlanner.plan(jobs, VerbRequest.start(), new Places(50, 48), Jobs.NOW);

        assertThat(planned)
                .extracting(one -> one.verdict().kind().label())
                .containsExactly("do", "already", "do", "wait", "wait");
        assertThat(planned.get(3).verdict().text()).contains("at most 50", "48 run now", "2 jobs before it", "--wait");
    }

    @Test
    void startsNoJobWhoseSourceIsOfflineAndKeepsItsPlaceForTheNext() {
        List<TrackedJob> jobs = List.of(
                Jobs.in("InError")
                        .sourceIn("Unavailable", "SourceServer.Offline")
                        .tracked(1),
                Jobs.in("Ready").tracked(2));

        List<PlannedVerb> planned = LifecyclePlanner.plan(jobs, VerbRequest.start(), new Places(50, 49), Jobs.NOW);

        assertThat(planned).extracting(one -> one.verdict().kind().label()).containsExactly("wait", "do");
        assertThat(planned.get(0).verdict().text())
                .contains("s-1 is offline", "SourceServer.Offline", "bring the SMC client");
    }

    @Test
    void aJobThatIsGoneIsDeletedAlreadyAndTakesNothingElse() {
        assertThat(verdict(Jobs.gone(), VerbRequest.delete(false)).kind()).isEqualTo(Verdict.Kind.ALREADY);
        assertThat(verdict(Jobs.gone(), VerbRequest.start()).kind()).isEqualTo(Verdict.Kind.REFUSE);
    }

    @Test
    void aYoungJobThatNoListingShowsIsNotCalledGone() {
        assertThat(verdict(Jobs.notListedYet(), VerbRequest.start()).kind()).isEqualTo(Verdict.Kind.WAIT);
        assertThat(verdict(Jobs.notListedYet(), VerbRequest.delete(false)).text())
                .contains("does not list it yet", "run the same command again");
    }

    @Test
    void deletesAJobThatRunsOnlyAfterAStop() {
        TrackedJob syncing = Jobs.in("Running").phase("Syncing").tracked();
        TrackedJob preparing = Jobs.in("Running").phase("Preparing").tracked();

        assertThat(verdict(syncing, VerbRequest.delete(false)).text()).contains("--stop-first");
        assertThat(verdict(syncing, VerbRequest.delete(true)).kind()).isEqualTo(Verdict.Kind.DO);
        assertThat(verdict(preparing, VerbRequest.delete(true)).kind()).isEqualTo(Verdict.Kind.WAIT);
    }

    @Test
    void saysWithTheCutOverWhetherTheServiceSynchronisesALastTime() {
        TrackedJob job = Jobs.in("Waiting").tracked();

        assertThat(planned(job, VerbRequest.cutOver(true)).arguments()).isEqualTo("SyncData=true");
        assertThat(planned(job, VerbRequest.cutOver(false)).arguments()).isEqualTo("SyncData=false");
    }

    @Test
    void aLastSynchronisationNeedsTheSource() {
        TrackedJob job = Jobs.in("Waiting").sourceIn("Unavailable", null).tracked();

        assertThat(verdict(job, VerbRequest.cutOver(true)).kind()).isEqualTo(Verdict.Kind.WAIT);
        assertThat(verdict(job, VerbRequest.cutOver(false)).kind()).isEqualTo(Verdict.Kind.DO);
    }

    @Test
    void extendsFromTheEndThatAJobHasNow() {
        TrackedJob job = Jobs.in("Waiting")
                .with(SpecField.VALID_TIME, Instant.parse("2026-12-20T00:00:00Z"))
                .tracked();

        PlannedVerb planned = planned(job, VerbRequest.extendBy(Duration.ofDays(14)));

        assertThat(planned.verdict().kind()).isEqualTo(Verdict.Kind.DO);
        assertThat(planned.arguments()).isEqualTo("ValidTime=2027-01-03T00:00:00Z");
    }

    @Test
    void namesTheLastDayWhenAnExtensionGoesBeyondIt() {
        TrackedJob job = Jobs.in("Waiting").tracked();

        Verdict verdict = verdict(job, VerbRequest.extendTo(Instant.parse("2027-02-19T00:00:00Z")));

        assertThat(verdict.kind()).isEqualTo(Verdict.Kind.REFUSE);
        assertThat(verdict.text()).contains("at most 90 days", "2027-02-18T00:00:00Z");
    }

    @Test
    void warnsWhenAnExtensionShortensAndRefusesAnEndThatIsOver() {
        TrackedJob job = Jobs.in("Waiting")
                .with(SpecField.VALID_TIME, Instant.parse("2026-12-20T00:00:00Z"))
                .tracked();

        assertThat(verdict(job, VerbRequest.extendTo(Instant.parse("2026-12-10T00:00:00Z")))
                        .text())
                .contains("EARLIER");
        assertThat(verdict(job, VerbRequest.extendTo(Instant.parse("2026-11-22T11:00:00Z")))
                        .kind())
                .isEqualTo(Verdict.Kind.REFUSE);
        assertThat(verdict(job, VerbRequest.extendTo(Instant.parse("2026-12-20T00:00:00Z")))
                        .kind())
                .isEqualTo(Verdict.Kind.ALREADY);
    }

    private static Verdict verdict(TrackedJob job, VerbRequest request) {
        return planned(job, request).verdict();
    }

    private static PlannedVerb planned(TrackedJob job, VerbRequest request) {
        return LifecyclePlanner.plan(List.of(job), request, MANY, Jobs.NOW).get(0);
    }
}
