package io.camelsmc.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import io.camelsmc.job.Verb;
import io.camelsmc.spec.SpecField;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class JobStandingTest {

    @Test
    void aJobInErrorNeedsAPersonAndSaysWhatToDo() {
        JobStanding standing =
                standing(Jobs.in("InError").failed("Some.Strange").tracked());

        assertThat(standing.health()).isEqualTo(Health.ERROR);
        assertThat(standing.whyNotFurther()).contains("Some.Strange");
        assertThat(standing.advice()).contains("smc start");
        assertThat(standing.allowed()).contains(Verb.START, Verb.DELETE).doesNotContain(Verb.CUT_OVER);
    }

    @Test
    void aFailedJobWhoseSourceIsOfflineSaysSo() {
        JobStanding standing = standing(Jobs.in("InError")
                .failed("Some.Strange")
                .sourceIn("Unavailable", "SourceServer.Offline")
                .tracked());

        assertThat(standing.whyNotFurther()).contains("source is offline", "SourceServer.Offline");
        assertThat(standing.advice()).contains("bring the SMC client on the source back");
    }

    @Test
    void aJobThatExpiresSoonLags() {
        JobStanding soon = standing(Jobs.in("Waiting")
                .with(SpecField.VALID_TIME, Jobs.NOW.plus(Duration.ofDays(2)))
                .tracked());
        JobStanding late = standing(Jobs.in("Waiting")
                .with(SpecField.VALID_TIME, Jobs.NOW.plus(Duration.ofDays(20)))
                .tracked());

        assertThat(soon.health()).isEqualTo(Health.LAGGING);
        assertThat(soon.advice()).contains("smc extend");
        assertThat(late.health()).isEqualTo(Health.HEALTHY);
    }

    @Test
    void aJobThatTheServiceDoesNotHaveIsAnError() {
        assertThat(standing(Jobs.gone()).health()).isEqualTo(Health.ERROR);
        assertThat(standing(Jobs.notListedYet()).health()).isEqualTo(Health.HEALTHY);
    }

    @Test
    void theNextCycleBeginsItsFrequencyAfterTheEndOfTheLast() {
        JobStanding standing = standing(Jobs.in("Waiting")
                .with(SpecField.FREQUENCY, 6)
                .ran("2026-11-22T01:00:00Z", "2026-11-22T02:00:00Z")
                .ran("2026-11-22T08:00:00Z", "2026-11-22T08:30:00Z")
                .tracked());

        assertThat(standing.nextCycleAt()).isEqualTo(Instant.parse("2026-11-22T14:30:00Z"));
    }

    @Test
    void foretellsTheEndOfATransferAsARange() {
        TimeRange eta = standing(Jobs.in("Running")
                        .phase("Syncing")
                        .progress(50)
                        .started("2026-11-22T10:00:00Z")
                        .tracked())
                .eta();

        assertThat(eta).isNotNull();
        assertThat(Objects.requireNonNull(eta).earliest()).isBefore(Instant.parse("2026-11-22T14:00:00Z"));
        assertThat(eta.latest()).isAfter(Instant.parse("2026-11-22T14:00:00Z"));
        assertThat(standing(Jobs.in("Running").phase("Preparing").progress(50).tracked())
                        .eta())
                .isNull();
    }

    @Test
    void cyclesAreMeasuredWithoutTheFirstRun() {
        assertThat(Cycles.length(Jobs.in("Waiting")
                        .ran("2026-11-22T00:00:00Z", "2026-11-22T05:00:00Z")
                        .ran("2026-11-22T06:00:00Z", "2026-11-22T06:20:00Z")
                        .ran("2026-11-22T08:00:00Z", "2026-11-22T08:45:00Z")
                        .observed()))
                .contains(new Cycles.Length(Duration.ofMinutes(20), Duration.ofMinutes(45)));
    }

    @Test
    void aWaveIsAsHealthyAsItsWorstJobAndAsFarAsTheMean() {
        WaveStanding wave = WaveStanding.of(List.of(
                        standing(Jobs.in("Waiting").tracked(1)),
                        standing(
                                Jobs.in("Running").phase("Syncing").progress(40).tracked(2)),
                        standing(Jobs.in("Stopped").tracked(3)),
                        standing(Jobs.in("Ready").tracked(4))))
                .get(0);

        assertThat(wave.health()).isEqualTo(Health.LAGGING);
        assertThat(wave.progress()).isEqualTo(35);
    }

    private static JobStanding standing(TrackedJob job) {
        return JobStanding.of(job, Jobs.NOW);
    }
}
