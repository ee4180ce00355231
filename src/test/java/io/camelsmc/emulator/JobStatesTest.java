package io.camelsmc.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every edge of the state machine, taken or refused, by calls and by the clock of the service. */
class JobStatesTest {

    private static final String INVALID = "400 ReplicationJob.InvalidStatus";
    private static final Duration SECOND = Duration.ofSeconds(1);

    private ServiceRig service;

    @BeforeEach
    void start() throws Exception {
        service = ServiceRig.usual();
    }

    @AfterEach
    void stop() {
        service.close();
    }

    @ParameterizedTest
    @CsvSource({
        "StartReplicationJob, READY STOPPED IN_ERROR",
        "StopReplicationJob, ''",
        "CutOverReplicationJob, WAITING",
        "DeleteReplicationJob, READY STOPPED IN_ERROR FINISHED WAITING EXPIRED",
    })
    void takesAVerbInTheStatusesOfThePageAlone(String action, String statuses) throws Exception {
        List<String> allowed = List.of(statuses.split(" "));
        for (EmulatedStatus status : EmulatedStatus.values()) {
            String jobId = service.createIncremental("s-" + status.wire().toLowerCase(Locale.ROOT), 1);
            if (status == EmulatedStatus.DELETING) {
                service.ok("DeleteReplicationJob", "JobId", jobId);
            } else {
                service.emulator.putJob(jobId, status);
            }

            TestCall.Reply reply = TestCall.of(action, "JobId", jobId).send(service.emulator);

            boolean stop = action.startsWith("Stop") && status == EmulatedStatus.RUNNING;
            String code = stop ? "ReplicationJob.InvalidBusinessStatus" : "ReplicationJob.InvalidStatus";
            if (allowed.contains(status.name())) {
                assertThat(reply.status()).as("%s: %s", status, reply.text()).isEqualTo(200);
            } else {
                assertThat(reply.status() + " " + reply.code())
                        .as(status.name())
                        .isEqualTo("400 " + code);
            }
        }
    }

    @Test
    void runsOnceFromStartToImage() throws Exception {
        String jobId = service.create("s-1", "ImageName", "web", "TargetType", "Image", "SystemDiskSize", "40");

        assertThat(service.state(jobId)).isEqualTo("Ready");
        assertThat(service.job(jobId).has("TransitionInstanceId")).isFalse();
        service.ok("StartReplicationJob", "JobId", jobId);
        assertThat(service.state(jobId)).isEqualTo("Running Preparing");
        assertThat(service.job(jobId).path("TransitionInstanceId").asText()).startsWith("i-");
        assertThat(service.refused("StopReplicationJob", "JobId", jobId))
                .isEqualTo("400 ReplicationJob.InvalidBusinessStatus");
        passThrough(jobId, Duration.ofMinutes(3), "Running Syncing");
        passThrough(jobId, Duration.ofSeconds(800), "Running Processing");
        assertThat(service.refused("StopReplicationJob", "JobId", jobId))
                .isEqualTo("400 ReplicationJob.InvalidBusinessStatus");
        passThrough(jobId, Duration.ofMinutes(5), "Running Cleaning");
        assertThat(service.job(jobId).path("Progress").asDouble()).isBetween(80.0, 99.9);
        passThrough(jobId, Duration.ofMinutes(2), "Finished");

        JsonNode job = service.job(jobId);
        assertThat(job.path("Progress").asDouble()).isEqualTo(100);
        assertThat(job.path("ImageId").asText()).startsWith("m-");
        assertThat(job.has("TransitionInstanceId")).isFalse();
        assertThat(Instant.parse(job.path("EndTime").asText()))
                .isEqualTo(service.start.plus(Duration.ofSeconds(180 + 800 + 300 + 120)));
        assertThat(service.emulator.images()).singleElement().satisfies(image -> assertThat(image.name())
                .isEqualTo("web"));
        assertThat(service.source("s-1").path("State").asText()).isEqualTo("Available");
        service.pass(Duration.ofDays(100));
        assertThat(service.state(jobId)).isEqualTo("Finished");
    }

    @Test
    void resumesAStoppedTransferWhereItBrokeOff() throws Exception {
        String jobId = service.create("s-1");
        service.ok("StartReplicationJob", "JobId", jobId);
        service.pass(Duration.ofMinutes(3 + 10));

        service.ok("StopReplicationJob", "JobId", jobId);
        double reached = service.job(jobId).path("Progress").asDouble();
        service.pass(Duration.ofDays(1));
        assertThat(service.state(jobId)).isEqualTo("Stopped");
        assertThat(service.job(jobId).path("Progress").asDouble()).isEqualTo(reached);
        assertThat(service.job(jobId).has("TransitionInstanceId")).isTrue();
        service.ok("StartReplicationJob", "JobId", jobId);

        assertThat(service.state(jobId)).isEqualTo("Running Preparing");
        assertThat(service.job(jobId).path("Progress").asDouble()).isEqualTo(reached);
        passThrough(jobId, Duration.ofMinutes(3), "Running Syncing");
        passThrough(jobId, Duration.ofSeconds(200), "Running Processing");
    }

    @Test
    void goesIntoErrorAtTheGivenProgressAndOnFromThere() throws Exception {
        String jobId = service.create("s-1");
        service.ok("StartReplicationJob", "JobId", jobId);
        service.emulator.failJob(jobId, 30, "QuotaExceeded.Vpc", "Create transition vpc failed");
        assertThat(service.state(jobId)).isEqualTo("Running Preparing");
        service.pass(Duration.ofHours(1));

        JsonNode failed = service.job(jobId);
        assertThat(service.state(jobId)).isEqualTo("InError");
        assertThat(failed.path("ErrorCode").asText()).isEqualTo("QuotaExceeded.Vpc");
        assertThat(failed.path("StatusInfo").asText()).isEqualTo("Create transition vpc failed");
        assertThat(failed.path("Progress").asDouble()).isEqualTo(30);
        assertThat(failed.has("TransitionInstanceId")).as("kept and billed").isTrue();
        service.ok("StartReplicationJob", "JobId", jobId);
        service.pass(Duration.ofHours(1));
        assertThat(service.state(jobId)).isEqualTo("Finished");
        assertThat(service.job(jobId).path("ErrorCode").asText()).isEmpty();
    }

    @Test
    void startsAtTheScheduledTime() throws Exception {
        Instant planned = service.start.plus(Duration.ofHours(2));
        String jobId = service.create("s-1", "ScheduledStartTime", planned.toString());

        passThrough(jobId, Duration.ofHours(2), "Running Preparing");
        assertThat(service.job(jobId).path("StartTime").asText()).isEqualTo(planned.toString());
    }

    /** A cycle compares 40 GiB at 400 MiB a second and copies a fiftieth of it: 118 seconds and a bit, then 5 minutes. */
    @Test
    void runsInCyclesCountedFromTheEndOfTheLast() throws Exception {
        String jobId = service.createIncremental("s-1", 2);
        service.ok("StartReplicationJob", "JobId", jobId);
        passThrough(jobId, Duration.ofSeconds(180 + 800 + 300), "Waiting");
        assertThat(service.job(jobId).path("Progress").asDouble()).isEqualTo(100);
        assertThat(service.job(jobId).has("TransitionInstanceId"))
                .as("kept and billed")
                .isTrue();

        passThrough(jobId, Duration.ofHours(2), "Running Syncing");
        passThrough(jobId, Duration.ofSeconds(119), "Running Processing");
        service.pass(Duration.ofMinutes(5));
        assertThat(service.state(jobId)).isEqualTo("Waiting");

        JsonNode runs = service.job(jobId).at("/ReplicationJobRuns/ReplicationJobRun");
        assertThat(runs).hasSize(2);
        assertThat(runs.findValuesAsText("Type")).containsExactly("Manual", "Schedule");
        Instant firstEnd = Instant.parse(runs.path(0).path("EndTime").asText());
        assertThat(Instant.parse(runs.path(1).path("StartTime").asText()))
                .isEqualTo(firstEnd.plus(Duration.ofHours(2)));
        assertThat(service.emulator.images())
                .extracting(EmulatedImage::name)
                .containsExactly("image-s-1_CYCLE_1", "image-s-1_CYCLE_2");
    }

    @Test
    void takesUpAChangedFrequencyAfterTheNextCycle() throws Exception {
        String jobId = service.createIncremental("s-1", 2);
        service.emulator.putJob(jobId, EmulatedStatus.RUNNING);
        service.pass(Duration.ofSeconds(180 + 800 + 300));

        service.ok("ModifyReplicationJobAttribute", "JobId", jobId, "Frequency", "24");

        passThrough(jobId, Duration.ofHours(2), "Running Syncing");
        service.pass(Duration.ofHours(1));
        assertThat(service.state(jobId)).isEqualTo("Waiting");
        service.pass(Duration.ofHours(20));
        assertThat(service.state(jobId)).isEqualTo("Waiting");
        service.pass(Duration.ofHours(4));
        assertThat(service.job(jobId).at("/ReplicationJobRuns/ReplicationJobRun"))
                .hasSizeGreaterThanOrEqualTo(2);
    }

    @Test
    void keepsTheNewestImagesOnly() throws Exception {
        String jobId = service.createIncremental("s-1", 1);
        service.ok("StartReplicationJob", "JobId", jobId);

        service.pass(Duration.ofHours(12));

        int cycles =
                service.job(jobId).at("/ReplicationJobRuns/ReplicationJobRun").size();
        assertThat(cycles).isGreaterThan(5);
        assertThat(service.emulator.images())
                .extracting(EmulatedImage::name)
                .containsExactly("image-s-1_CYCLE_" + (cycles - 1), "image-s-1_CYCLE_" + cycles);
    }

    @Test
    void cutsOverWithALastSynchronisationOrWithout() throws Exception {
        String synced = waiting("s-1");
        String plain = waiting("s-2");
        service.ok("CutOverReplicationJob", "JobId", synced, "SyncData", "true");
        service.ok("CutOverReplicationJob", "JobId", plain);

        assertThat(service.state(synced)).isEqualTo("Running Syncing");
        assertThat(service.state(plain)).isEqualTo("Running Cleaning");
        assertThat(service.refused("CutOverReplicationJob", "JobId", synced)).isEqualTo(INVALID);
        passThrough(plain, Duration.ofMinutes(2), "Finished");
        passThrough(synced, Duration.ofSeconds(419), "Finished");

        assertThat(service.job(synced).at("/ReplicationJobRuns/ReplicationJobRun"))
                .hasSize(2);
        assertThat(service.job(plain).at("/ReplicationJobRuns/ReplicationJobRun"))
                .hasSize(1);
        assertThat(service.job(plain).path("ImageId").asText())
                .isEqualTo(service.job(plain)
                        .at("/ReplicationJobRuns/ReplicationJobRun/0/ImageId")
                        .asText());
        service.pass(Duration.ofDays(40));
        assertThat(service.state(synced)).as("no more cycles, no expiry").isEqualTo("Finished");
    }

    @Test
    void deletesInItsTimeAndFreesTheSourceAtOnce() throws Exception {
        String jobId = waiting("s-1");

        service.ok("DeleteReplicationJob", "JobId", jobId);

        assertThat(service.state(jobId)).isEqualTo("Deleting");
        assertThat(service.refused("DeleteReplicationJob", "JobId", jobId)).isEqualTo(INVALID);
        assertThat(service.source("s-1").path("State").asText()).isEqualTo("Available");
        String next = service.createIncremental("s-1", 1);
        passThrough(jobId, Duration.ofMinutes(5), "gone");
        assertThat(service.refused("StartReplicationJob", "JobId", jobId)).isEqualTo("404 InvalidJobId.NotFound");
        assertThat(service.emulator.images()).as("images stay").hasSize(1);
        assertThat(service.state(next)).isEqualTo("Ready");
    }

    @ParameterizedTest
    @CsvSource({"READY", "STOPPED", "IN_ERROR"})
    void expiresAndIsRemovedAWeekLater(EmulatedStatus status) throws Exception {
        String jobId = service.create("s-1");
        service.emulator.putJob(jobId, status);

        passThrough(jobId, Duration.ofDays(30), "Expired");
        assertThat(service.source("s-1").path("State").asText())
                .as("it blocks its source")
                .isEqualTo("InUse");
        passThrough(jobId, Duration.ofDays(7), "gone");
        assertThat(service.source("s-1").path("State").asText()).isEqualTo("Available");
    }

    @Test
    void expiresInWaitingAndReleasesItsInstance() throws Exception {
        String jobId = waiting("s-1");
        service.ok(
                "ModifyReplicationJobAttribute",
                "JobId",
                jobId,
                "ValidTime",
                service.start.plus(Duration.ofDays(7)).toString());

        service.pass(Duration.ofDays(7));

        assertThat(service.state(jobId)).isEqualTo("Expired");
        assertThat(service.job(jobId).has("TransitionInstanceId")).isFalse();
    }

    @Test
    void runsOnPastItsValidity() throws Exception {
        service.settings().times(JobTimes.USUAL.with("mebibytesPerSecond", 0.01));
        String once = service.create("s-1");
        String incremental = service.createIncremental("s-2", 1);
        service.ok("StartReplicationJob", "JobId", once);
        service.ok("StartReplicationJob", "JobId", incremental);

        service.pass(Duration.ofDays(31));
        assertThat(service.state(once)).isEqualTo("Running Syncing");
        service.pass(Duration.ofDays(20));

        assertThat(service.state(once)).isEqualTo("Finished");
        assertThat(service.state(incremental)).as("no sooner than its run ends").isEqualTo("Expired");
    }

    @Test
    void needsASourceThatIsOnline() throws Exception {
        String ready = service.create("s-1");
        String waiting = waiting("s-2");
        service.emulator.putSource("s-1", EmulatedSource.UNAVAILABLE, "SourceServer.Offline");
        service.emulator.putSource("s-2", EmulatedSource.UNAVAILABLE, "SourceServer.Offline");

        assertThat(service.refused("StartReplicationJob", "JobId", ready)).isEqualTo("400 SourceServerState.Invalid");
        assertThat(service.refused("CutOverReplicationJob", "JobId", waiting, "SyncData", "true"))
                .isEqualTo("400 SourceServerState.Invalid");
        assertThat(service.refused("CutOverReplicationJob", "JobId", waiting))
                .isEqualTo("400 SourceServerState.Invalid");
        service.settings().on(Quirk.CUT_OVER_WITHOUT_SOURCE);
        service.ok("CutOverReplicationJob", "JobId", waiting);
    }

    @Test
    void failsWhatNeedsASourceThatGoesOffline() throws Exception {
        String copying = service.create("s-1");
        String processing = service.create("s-2");
        String cycling = waiting("s-3");
        service.ok("StartReplicationJob", "JobId", copying);
        service.ok("StartReplicationJob", "JobId", processing);
        service.pass(Duration.ofSeconds(180 + 100));
        service.emulator.takeOffline("s-1", Duration.ofMinutes(10));
        service.pass(Duration.ofSeconds(750));
        service.emulator.takeOffline("s-2", Duration.ofMinutes(10));
        service.emulator.takeOffline("s-3", Duration.ofHours(2));

        assertThat(service.state(copying)).isEqualTo("InError");
        assertThat(service.job(copying).path("ErrorCode").asText()).isEqualTo("SourceServer.Offline");
        assertThat(service.source("s-1").path("State").asText())
                .as("back again")
                .isEqualTo("InUse");
        service.ok("StartReplicationJob", "JobId", copying);
        assertThat(service.state(processing)).isEqualTo("Running Processing");
        assertThat(service.source("s-2").path("State").asText()).isEqualTo("Unavailable");
        assertThat(service.source("s-2").path("StatusInfo").asText()).contains("SourceServer.Offline");
        service.pass(Duration.ofHours(1));
        assertThat(service.state(cycling)).as("its cycle found nobody").isEqualTo("InError");
        assertThat(service.state(processing)).isEqualTo("Finished");
    }

    /** The id of an incremental job after its first cycle. */
    private String waiting(String sourceId) throws Exception {
        String jobId = service.createIncremental(sourceId, 1);
        JobTimes before = service.settings().times();
        service.settings().times(before.withWholeRun(Duration.ZERO));
        service.ok("StartReplicationJob", "JobId", jobId);
        service.settings().times(before);
        assertThat(service.state(jobId)).isEqualTo("Waiting");
        return jobId;
    }

    /** Lets a time pass, at whose end the job is in a state that it is not in a second before. */
    private void passThrough(String jobId, Duration time, String state) throws Exception {
        service.pass(time.minus(SECOND));
        assertThat(service.state(jobId)).isNotEqualTo(state);
        service.pass(SECOND);
        assertThat(service.state(jobId)).isEqualTo(state);
    }
}
