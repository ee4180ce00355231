package io.camelsmc.vendor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.camelsmc.emulator.EmulatedImage;
import io.camelsmc.emulator.EmulatedSource;
import io.camelsmc.emulator.EmulatorOptions;
import io.camelsmc.emulator.SmcEmulator;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A job of each kind goes through its whole life in the hands of the vendor's clients, while a test warps the time of the
 * service: 180 seconds of preparation, 40 GiB in 820 seconds, 300 of processing, 120 of cleaning.
 */
class WholeLifeTest {

    private static final String STATUS = "ReplicationJob.InvalidStatus";
    private static final String PHASE = "ReplicationJob.InvalidBusinessStatus";

    private SmcEmulator emulator;
    private VendorClient client;
    private Vendor vendor;

    @BeforeEach
    void start() throws IOException {
        emulator = SmcEmulator.start(EmulatorOptions.builder().speed(1.0).build());
    }

    @AfterEach
    void stop() {
        emulator.close();
    }

    @ParameterizedTest
    @EnumSource(Vendor.class)
    void anImageIsMadeOnceThroughAStopAnErrorAndASourceThatWasAway(Vendor by) throws Exception {
        Object jobId = create(by, Map.of("TargetType", "Image", "ImageName", "web", "SystemDiskSize", 40));
        refused("StopReplicationJob", jobId, STATUS);
        refused("CutOverReplicationJob", jobId, STATUS);
        call("StartReplicationJob", jobId);
        refused("StartReplicationJob", jobId, STATUS);
        refused("StopReplicationJob", jobId, PHASE);
        refused("DeleteReplicationJob", jobId, STATUS);
        after(180, jobId, "Running Syncing");
        call("StopReplicationJob", jobId);
        after(0, jobId, "Stopped");
        refused("StopReplicationJob", jobId, STATUS);
        call("StartReplicationJob", jobId);
        after(200, jobId, "Running Syncing");
        emulator.takeOffline("s-bp1a", Duration.ofMinutes(10));
        after(0, jobId, "InError");
        assertThat(job(jobId).get("ErrorCode")).isEqualTo("SourceServer.Offline");
        refused("StartReplicationJob", jobId, "SourceServerState.Invalid");
        after(600, jobId, "InError");
        call("StartReplicationJob", jobId);
        emulator.failJob((String) jobId, 90, "InternalError", "gone wrong");
        after(1400, jobId, "InError");
        assertThat(job(jobId).get("StatusInfo")).isEqualTo("gone wrong");
        call("StartReplicationJob", jobId);
        after(1420, jobId, "Finished");

        assertThat((String) job(jobId).get("ImageId")).startsWith("m-");
        assertThat(emulator.images()).extracting(EmulatedImage::name).containsExactly("web");
        refused("StartReplicationJob", jobId, STATUS);
        assertThat(call("CreateReplicationJob", Map.of("RegionId", "cn-hangzhou", "SourceId", "s-bp1a")))
                .as("the source is free")
                .matches(answer -> answer.containsKey("JobId"));
        end(jobId);
    }

    @ParameterizedTest
    @EnumSource(Vendor.class)
    void anIncrementalJobRunsInCyclesUntilItIsCutOver(Vendor by) throws Exception {
        Object jobId =
                create(by, Map.of("ImageName", "web", "RunOnce", false, "Frequency", 2, "MaxNumberOfImageToKeep", 2));
        call("StartReplicationJob", jobId);
        after(180, jobId, "Running Syncing");
        after(820, jobId, "Running Processing");
        after(300, jobId, "Waiting");
        refused("StartReplicationJob", jobId, STATUS);
        refused("StopReplicationJob", jobId, STATUS);
        after(7200, jobId, "Running Syncing");
        refused("CutOverReplicationJob", jobId, STATUS);
        after(119, jobId, "Running Processing");
        after(301, jobId, "Waiting");
        after(7200 + 420, jobId, "Waiting");
        assertThat(runs(jobId)).hasSize(3);
        assertThat(emulator.images()).extracting(EmulatedImage::name).containsExactly("web_CYCLE_2", "web_CYCLE_3");
        call("CutOverReplicationJob", Map.of("JobId", jobId, "SyncData", true));
        after(0, jobId, "Running Syncing");
        refused("CutOverReplicationJob", jobId, STATUS);
        after(119, jobId, "Running Processing");
        after(301, jobId, "Running Cleaning");
        after(120, jobId, "Finished");

        assertThat(runs(jobId)).hasSize(4);
        assertThat(job(jobId).get("TransitionInstanceId")).isNull();
        refused("CutOverReplicationJob", jobId, STATUS);
        end(jobId);
    }

    @ParameterizedTest
    @EnumSource(Vendor.class)
    void aContainerImageStartsBySchedule(Vendor by) throws Exception {
        String planned = emulator.settings().now().plusSeconds(3600).toString().replaceFirst("\\.\\d+Z", "Z");
        Object jobId = create(
                by,
                Map.of(
                        "TargetType",
                        "ContainerImage",
                        "ContainerNamespace",
                        "shop",
                        "ContainerRepository",
                        "web",
                        "ContainerTag",
                        "CentOS:v1",
                        "InstanceRamRole",
                        "SMCAdmin",
                        "ScheduledStartTime",
                        planned));
        after(3590, jobId, "Ready");
        after(10, jobId, "Running Preparing");
        assertThat(job(jobId).get("StartTime")).isEqualTo(planned);
        assertThat(job(jobId).get("TransitionInstanceId")).isNotNull();
        after(180, jobId, "Running Syncing");
        after(820 + 420, jobId, "Finished");

        assertThat(job(jobId).get("ImageId")).isNull();
        assertThat(job(jobId).get("ContainerRepository")).isEqualTo("web");
        assertThat(emulator.images()).isEmpty();
        end(jobId);
    }

    @ParameterizedTest
    @EnumSource(Vendor.class)
    void aTargetInstanceExpiresWhenNobodyStartsItAgain(Vendor by) throws Exception {
        Object jobId = create(by, Map.of("TargetType", "TargetInstance", "InstanceId", "i-bp1x"));
        call("StartReplicationJob", jobId);
        assertThat(job(jobId).get("TransitionInstanceId"))
                .as("the target itself is used")
                .isNull();
        after(180, jobId, "Running Syncing");
        call("StopReplicationJob", jobId);
        after(30 * 86_400, jobId, "Expired");
        for (String action : List.of("StartReplicationJob", "StopReplicationJob", "CutOverReplicationJob")) {
            refused(action, jobId, STATUS);
        }
        after(7 * 86_400, jobId, "gone");
        refused("DeleteReplicationJob", jobId, "InvalidJobId.NotFound");

        Object again = create(by, Map.of("TargetType", "TargetInstance", "InstanceId", "i-bp1x"));
        call("StartReplicationJob", again);
        after(1430, again, "Finished");
        assertThat(job(again).get("InstanceId")).isEqualTo("i-bp1x");
        assertThat(emulator.images()).isEmpty();
        end(again);
    }

    private Object create(Vendor by, Map<String, Object> more) throws Exception {
        vendor = by;
        client = by.client(emulator.endpoint());
        Map<String, Object> request = new HashMap<>(more);
        request.put("RegionId", "cn-hangzhou");
        request.put("SourceId", "s-bp1a");
        Object jobId = call("CreateReplicationJob", request).get("JobId");
        assertThat(state(jobId)).isEqualTo("Ready");
        assertThat(emulator.sources()).extracting(EmulatedSource::state).containsExactly("InUse");
        return jobId;
    }

    /** Deletes the job and waits until it is gone. */
    private void end(Object jobId) throws Exception {
        call("DeleteReplicationJob", jobId);
        after(0, jobId, "Deleting");
        refused("DeleteReplicationJob", jobId, STATUS);
        after(300, jobId, "gone");
    }

    private void after(long seconds, Object jobId, String state) throws Exception {
        emulator.settings().pass(Duration.ofSeconds(seconds));
        assertThat(state(jobId)).isEqualTo(state);
    }

    private String state(Object jobId) throws Exception {
        List<?> jobs = jobs(jobId);
        if (jobs.isEmpty()) {
            return "gone";
        }
        Map<?, ?> job = (Map<?, ?>) jobs.get(0);
        return (job.get("Status") + " " + job.get("BusinessStatus")).strip();
    }

    private Map<?, ?> job(Object jobId) throws Exception {
        return (Map<?, ?>) jobs(jobId).get(0);
    }

    private List<?> runs(Object jobId) throws Exception {
        return (List<?>) ((Map<?, ?>) job(jobId).get("ReplicationJobRuns")).get("ReplicationJobRun");
    }

    private List<?> jobs(Object jobId) throws Exception {
        Map<?, ?> answer = call("DescribeReplicationJobs", Map.of("JobId", List.of(jobId)));
        return (List<?>) ((Map<?, ?>) answer.get("ReplicationJobs")).get("ReplicationJob");
    }

    private Map<?, ?> call(String action, Map<String, ?> request) throws Exception {
        return client.call(action, request);
    }

    private void call(String action, Object jobId) throws Exception {
        client.call(action, Map.of("JobId", jobId));
    }

    private void refused(String action, Object jobId, String code) {
        Throwable thrown = catchThrowable(() -> client.call(action, Map.of("JobId", jobId)));

        assertThat(thrown).as(action).isInstanceOf(vendor.exceptionClass());
        assertThat(Vendor.codeOf(thrown)).isEqualTo(code);
    }
}
