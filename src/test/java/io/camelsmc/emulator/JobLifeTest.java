package io.camelsmc.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What becomes of one job by itself, without a service around it. */
class JobLifeTest {

    private static final Instant CREATED = Instant.parse("2026-01-15T08:30:00Z");

    private final ImageBook images = new ImageBook();
    private final FailurePlan failures = new FailurePlan();

    @ParameterizedTest
    @CsvSource({
        "0, READY, ''",
        "60, RUNNING, Preparing",
        "110, RUNNING, Syncing",
        "145, RUNNING, Processing",
        "157, RUNNING, Cleaning",
        "160, FINISHED, ''",
    })
    void runsFromItsScheduledTimeToItsEnd(long minutes, EmulatedStatus status, String phase) {
        LiveJob job = job(Map.of(), CREATED.plus(Duration.ofMinutes(60)));

        EmulatedJob now = after(Duration.ofMinutes(minutes), job, JobTimes.EAGER.withWholeRun(Duration.ofMinutes(100)));

        assertThat(now.status()).isEqualTo(status);
        assertThat(now.businessStatus()).isEqualTo(phase);
    }

    @Test
    void waitsAfterACycleOfAnIncrementalJob() {
        LiveJob job = job(Map.of("RunOnce", "false", "Frequency", "1"), CREATED);

        EmulatedJob now = after(Duration.ofMinutes(2), job, JobTimes.EAGER.withWholeRun(Duration.ofMinutes(1)));

        assertThat(now.status()).isEqualTo(EmulatedStatus.WAITING);
        assertThat(now.progress()).isEqualTo(100);
    }

    @Test
    void expiresUnlessItRuns() {
        Duration month = Duration.ofDays(31);
        JobTimes endless = JobTimes.EAGER.withWholeRun(Duration.ofDays(100));

        assertThat(after(month, job(Map.of(), null), endless).status()).isEqualTo(EmulatedStatus.EXPIRED);
        assertThat(after(month, job(Map.of(), CREATED), endless).status()).isEqualTo(EmulatedStatus.RUNNING);
    }

    /** Of 40 GiB, 512 MiB a second take 80 seconds; of 120 GiB, 240 seconds. */
    @ParameterizedTest
    @CsvSource({"'', 81, RUNNING, Syncing", "'', 91, RUNNING, Processing", "100, 91, RUNNING, Syncing"})
    void copiesAsLongAsTheDisksAndTheRateSay(String diskGib, long seconds, EmulatedStatus status, String phase) {
        Map<String, String> disks =
                diskGib.isEmpty() ? Map.of() : Map.of("DataDisk.1.Index", "1", "DataDisk.1.Size", diskGib);
        LiveJob job = job(disks, CREATED);

        EmulatedJob now = after(
                Duration.ofSeconds(seconds),
                job,
                JobTimes.USUAL.withPreparing(Duration.ofSeconds(10)).withMebibytesPerSecond(512));

        assertThat(now.status()).isEqualTo(status);
        assertThat(now.businessStatus()).isEqualTo(phase);
    }

    @Test
    void failsAtTheProgressOfThePlanAndResumesWhereItBrokeOff() {
        failures.add(JobFailure.ofAll(40, "InternalError", "the disk is on fire"));
        LiveJob job = job(Map.of(), CREATED);
        JobTimes times = JobTimes.EAGER.withWholeRun(Duration.ofMinutes(100));

        EmulatedJob failed = after(Duration.ofMinutes(90), job, times);
        life(times).start(job, CREATED.plus(Duration.ofMinutes(90)));
        EmulatedJob resumed = after(Duration.ofMinutes(91), job, times);
        EmulatedJob done = after(Duration.ofHours(5), job, times);

        assertThat(failed.status()).isEqualTo(EmulatedStatus.IN_ERROR);
        assertThat(failed.progress()).isEqualTo(40);
        assertThat(failed.errorCode()).isEqualTo("InternalError");
        assertThat(failed.statusInfo()).isEqualTo("the disk is on fire");
        assertThat(resumed.businessStatus()).isEqualTo("Preparing");
        assertThat(resumed.progress()).isBetween(40f, 42f);
        assertThat(resumed.errorCode()).isEmpty();
        assertThat(done.status()).isEqualTo(EmulatedStatus.FINISHED);
        // 10 prepare, 40 of 70 copy are left, 15 process, 5 clean.
        assertThat(done.endedAt()).isEqualTo(CREATED.plus(Duration.ofMinutes(90 + 10 + 40 + 15 + 5)));
    }

    @Test
    void keepsAsManyImagesAsAreAskedForUnlessOneIsUsed() {
        LiveJob job = job(
                Map.of("RunOnce", "false", "Frequency", "1", "MaxNumberOfImageToKeep", "2", "ImageName", "web"),
                CREATED);
        JobTimes times = JobTimes.EAGER.withWholeRun(Duration.ZERO);
        after(Duration.ofMinutes(30), job, times);
        images.use(images.all().get(0).imageId(), true);

        EmulatedJob now = after(Duration.ofMinutes(210), job, times);

        assertThat(now.runs()).hasSize(4);
        assertThat(images.all()).extracting(EmulatedImage::name).containsExactly("web_CYCLE_1", "web_CYCLE_4");
        assertThat(now.imageId()).isEqualTo(images.all().get(1).imageId());
    }

    private EmulatedJob after(Duration time, LiveJob job, JobTimes times) {
        Instant now = CREATED.plus(time);
        JobLife life = life(times);
        for (Instant next = life.next(job); next != null && !next.isAfter(now); next = life.next(job)) {
            life.happen(job, next);
        }
        return job.at(now);
    }

    private JobLife life(JobTimes times) {
        SourceRegistry sources =
                new SourceRegistry(new SourceSupply.Listed(List.of(EmulatedSource.available("s-bp1a", "web"))));
        return new JobLife(() -> times, sources, images, failures);
    }

    private static LiveJob job(Map<String, String> parameters, @Nullable Instant scheduledAt) {
        Instant end = CREATED.plus(Duration.ofDays(30));
        return new LiveJob(
                "j-bp1",
                "s-bp1a",
                new TreeMap<>(parameters),
                CREATED,
                new JobAttributes(null, parameters.get("ImageName"), scheduledAt, end));
    }
}
