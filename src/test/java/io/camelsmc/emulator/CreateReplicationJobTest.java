package io.camelsmc.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CreateReplicationJobTest {

    private SmcEmulator emulator;

    @BeforeEach
    void start() throws Exception {
        emulator = SmcEmulator.start(EmulatorOptions.builder().jobQuota(3).build());
    }

    @AfterEach
    void stop() {
        emulator.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "RegionId=nowhere!; InvalidParameter.RegionId",
                "RegionId=; MissingRegionId",
                "SourceId=; MissingSourceId",
                "SourceId=i-1; InvalidParameter.SourceId",
                "Name=1web; InvalidParameter.Name",
                "Name=http://web; InvalidParameter.Name",
                "Description=x; InvalidParameter.Description",
                "Description=https://web; InvalidParameter.Description",
                "TargetType=Instance; InvalidParameter.TargetType",
                "TargetType=Image; MissingImageName",
                "TargetType=Image&ImageName=web; MissingSystemDiskSize",
                "TargetType=TargetInstance; MissingInstanceId",
                "TargetType=ContainerImage; MissingContainerNamespace",
                "SystemDiskSize=19; InvalidParameter.SystemDiskSize",
                "SystemDiskSize=2049; InvalidParameter.SystemDiskSize",
                "SystemDiskPart.1.Device=0_0; MissingSystemDiskPart.SizeBytes",
                "SystemDiskSize=20&SystemDiskPart.1.Device=0_0&SystemDiskPart.1.SizeBytes=21474836481;"
                        + " InvalidParameter.SystemDiskPart.SizeBytes",
                "DataDisk.1.Size=100; MissingDataDisk.Index",
                "DataDisk.1.Index=17; InvalidParameter.DataDisk.Index",
                "DataDisk.1.Index=1&DataDisk.2.Index=1; DataDisk.DuplicateIndex",
                "DataDisk.1.Index=1&DataDisk.1.Part.1.Device=one; InvalidParameter.DataDisk.Part.Device",
                "Disks.Data.1.Size=19; InvalidParameter.Disks.Data.Size",
                "NetMode=1; InvalidParameter.NetMode",
                "NetMode=2; MissingVSwitchId",
                "RunOnce=false; MissingFrequency",
                "RunOnce=false&Frequency=12; MissingMaxNumberOfImageToKeep",
                "RunOnce=maybe; InvalidParameter.RunOnce",
                "Frequency=169; InvalidParameter.Frequency",
                "ReplicationParameters=[1]; InvalidParameter.ReplicationParameters",
                "Tag.1.Key=acs:x; InvalidParameter.Tag.Key",
                "Tag.1.Key=a&Tag.2.Key=a; InvalidParameter.Tag.Key",
                "ScheduledStartTime=2020-01-01T00:00:00Z; InvalidParameter.ScheduledStartTime",
                "ScheduledStartTime=tomorrow; InvalidParameter.ScheduledStartTime",
                "ValidTime=2020-01-01T00:00:00Z; InvalidParameter.ValidTime",
                "ClientToken=; InvalidParameter.ClientToken",
                "JobType=4; InvalidParameter.JobType",
            })
    void refusesValuesOutsideTheirDocumentedRange(String pairs, String code) throws Exception {
        TestCall call = TestCall.create("s-bp1a");
        for (String pair : pairs.split("&", -1)) {
            call.with(pair.substring(0, pair.indexOf('=')), pair.substring(pair.indexOf('=') + 1));
        }

        TestCall.Reply reply = call.send(emulator);

        assertThat(reply.code()).isEqualTo(code);
        assertThat(reply.status()).isEqualTo(400);
        assertThat(emulator.jobs()).isEmpty();
    }

    @Test
    void acceptsTimesInsideTheirWindows() throws Exception {
        Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        TestCall.Reply reply = TestCall.create("s-bp1a")
                .with("ScheduledStartTime", now.plus(Duration.ofDays(29)).toString())
                .with("ValidTime", now.plus(Duration.ofDays(89)).toString())
                .send(emulator);

        assertThat(reply.status()).isEqualTo(200);
        assertThat(emulator.jobs().get(0).validUntil()).isEqualTo(now.plus(Duration.ofDays(89)));
    }

    @Test
    void answersTheSameJobForTheSameToken() throws Exception {
        TestCall.Reply first = TestCall.create("s-bp1a", "ClientToken", "t1").send(emulator);
        TestCall.Reply again = TestCall.create("s-bp1a", "ClientToken", "t1").send(emulator);

        assertThat(again.jobId()).isEqualTo(first.jobId());
        assertThat(again.json().path("RequestId")).isNotEqualTo(first.json().path("RequestId"));
        assertThat(emulator.jobs()).hasSize(1);
    }

    @Test
    void refusesTheSameTokenWithOtherParameters() throws Exception {
        TestCall.create("s-bp1a", "ClientToken", "t1").send(emulator);

        TestCall.Reply other = TestCall.create("s-bp1b", "ClientToken", "t1").send(emulator);

        assertThat(other.code()).isEqualTo("IdempotentParameterMismatch");
        assertThat(emulator.jobs()).hasSize(1);
    }

    @Test
    void asksToWaitWhileTheFirstCallWithTheTokenRuns() throws Exception {
        emulator.faults().next(FaultEffect.of(Fault.DELAY).lasting(Duration.ofMinutes(5)));
        var first = TestCall.HTTP.sendAsync(
                TestCall.create("s-bp1a", "ClientToken", "t1").v3(emulator.endpoint()),
                java.net.http.HttpResponse.BodyHandlers.discarding());
        Awaitility.await().atMost(Duration.ofSeconds(10)).until(() -> !emulator.faults()
                .pending());

        Awaitility.await().atMost(Duration.ofSeconds(10)).untilAsserted(() -> {
            TestCall.Reply second =
                    TestCall.create("s-bp1a", "ClientToken", "t1").send(emulator);
            assertThat(second.status()).isEqualTo(403);
            assertThat(second.code()).isEqualTo("IdempotentProcessing");
        });
        assertThat(first).isNotDone();
    }

    @Test
    void doesNotBurnATokenWhoseCallFailed() throws Exception {
        emulator.settings().on(Quirk.ROLE_MISSING);
        assertThat(TestCall.create("s-bp1a", "ClientToken", "t1").send(emulator).code())
                .isEqualTo("EntityNotExist.Role");
        emulator.settings().off(Quirk.ROLE_MISSING);

        assertThat(TestCall.create("s-bp1b", "ClientToken", "t1").send(emulator).status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({"IGNORE_CLIENT_TOKENS", "FORGET_CLIENT_TOKENS"})
    void makesASecondJobWhenTokensAndSourcesAreLoose(Quirk quirk) throws Exception {
        emulator.settings().on(quirk).on(Quirk.SEVERAL_JOBS_PER_SOURCE);
        TestCall.create("s-bp1a", "ClientToken", "t1").send(emulator);
        TestCall.create("s-bp1a", "ClientToken", "t1").send(emulator);

        assertThat(emulator.jobs()).hasSize(2);
    }

    @Test
    void refusesASecondJobForASource() throws Exception {
        TestCall.create("s-bp1a").send(emulator);

        assertThat(TestCall.create("s-bp1a").send(emulator).code()).isEqualTo("SourceServerState.Invalid");
    }

    @Test
    void refusesNamesAndImagesThatOtherJobsUse() throws Exception {
        TestCall.create("s-bp1a", "Name", "web", "ImageName", "img").send(emulator);

        assertThat(TestCall.create("s-bp1b", "Name", "web").send(emulator).code())
                .isEqualTo("ReplicationJobName.Duplicate");
        assertThat(TestCall.create("s-bp1b", "ImageName", "img").send(emulator).code())
                .isEqualTo("ImageName.UsedByReplicationJob");
        assertThat(TestCall.create("s-bp1b", "ImageName", "img", "RegionId", "cn-beijing")
                        .send(emulator)
                        .status())
                .isEqualTo(200);
    }

    @Test
    void addsTheJobIdToTheNameOfAnImageThatExists() throws Exception {
        emulator.settings().addImage("cn-hangzhou", "img");

        String jobId =
                TestCall.create("s-bp1a", "ImageName", "img").send(emulator).jobId();

        assertThat(emulator.jobs().get(0).imageName()).isEqualTo("img_" + jobId);
    }

    @Test
    void refusesDisksAndNetworksThatDoNotExist() throws Exception {
        emulator.addSource(EmulatedSource.available("s-bp1a", "web", EmulatedDisk.data(1, 100)));
        emulator.settings().addVSwitch("vsw-1", "vpc-1");

        assertThat(TestCall.create("s-bp1a", "DataDisk.1.Index", "2")
                        .send(emulator)
                        .code())
                .isEqualTo("ReplicationJobDataDiskIndex.Invalid");
        assertThat(TestCall.create("s-bp1a", "VSwitchId", "vsw-1", "VpcId", "vpc-2")
                        .send(emulator)
                        .code())
                .isEqualTo("VSwitchIdVpcId.Mismatch");
        assertThat(TestCall.create("s-bp1a", "VSwitchId", "vsw-1", "VpcId", "vpc-1", "DataDisk.1.Index", "1")
                        .send(emulator)
                        .status())
                .isEqualTo(200);
    }

    @Test
    void refusesJobsAboveTheQuota() throws Exception {
        for (String id : List.of("s-bp1a", "s-bp1b", "s-bp1c")) {
            TestCall.create(id).send(emulator);
        }

        assertThat(TestCall.create("s-bp1d").send(emulator).code()).isEqualTo("QuotaExceeded.ReplicationJob");
        emulator.putJob(emulator.jobs().get(0).jobId(), EmulatedStatus.DELETING);
        assertThat(TestCall.create("s-bp1d").send(emulator).status()).isEqualTo(200);
    }

    @Test
    void makesOneJobOfManyCallsAtOnceForOneSource() {
        List<CompletableFuture<?>> calls = java.util.stream.IntStream.range(0, 16)
                .<CompletableFuture<?>>mapToObj(i -> TestCall.HTTP.sendAsync(
                        TestCall.create("s-bp1a", "ClientToken", "t" + i).v3(emulator.endpoint()),
                        java.net.http.HttpResponse.BodyHandlers.discarding()))
                .toList();
        CompletableFuture.allOf(calls.toArray(CompletableFuture[]::new)).join();

        assertThat(emulator.jobs()).hasSize(1);
        assertThat(emulator.journal().entries()).hasSize(16);
    }
}
