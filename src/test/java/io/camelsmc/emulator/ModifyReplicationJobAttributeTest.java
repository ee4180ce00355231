package io.camelsmc.emulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ModifyReplicationJobAttributeTest {

    private static final Map<String, String> CREATED = Map.ofEntries(
            Map.entry("RegionId", "cn-hangzhou"),
            Map.entry("SourceId", "s-bp1a"),
            Map.entry("Name", "web"),
            Map.entry("TargetType", "Image"),
            Map.entry("ImageName", "img"),
            Map.entry("SystemDiskSize", "80"),
            Map.entry("DataDisk.1.Index", "1"),
            Map.entry("DataDisk.1.Size", "50"),
            Map.entry("DataDisk.2.Index", "2"),
            Map.entry("DataDisk.2.Size", "60"),
            Map.entry("ClientToken", "t1"));

    private SmcEmulator emulator;
    private String jobId;

    @BeforeEach
    void start() throws Exception {
        emulator = SmcEmulator.start();
        emulator.addSource(
                EmulatedSource.available("s-bp1a", "web", EmulatedDisk.data(1, 50), EmulatedDisk.data(2, 60)));
        jobId = emulator.createJob(CREATED).jobId();
    }

    @AfterEach
    void stop() {
        emulator.close();
    }

    @Test
    void changesWhatIsGivenAndNothingElse() throws Exception {
        TestCall.Reply reply = modify("Name", "web-2", "SystemDiskSize", "100");

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.json().path("RequestId").asText()).isNotEmpty();
        assertThat(reply.json().size()).isEqualTo(1);
        JsonNode shown = described();
        assertThat(shown.path("Name").asText()).isEqualTo("web-2");
        assertThat(shown.path("SystemDiskSize").asInt()).isEqualTo(100);
        assertThat(shown.path("ImageName").asText()).isEqualTo("img");
        assertThat(shown.path("DataDisks").path("DataDisk")).hasSize(2);
        assertThat(job().clientToken()).isEqualTo("t1");
        assertThat(job().status()).isEqualTo(EmulatedStatus.READY);
    }

    @Test
    void takesTheSameChangeAgain() throws Exception {
        emulator.settings().addImage("cn-hangzhou", "img-2");
        modify("Name", "web-2", "ImageName", "img-2");
        EmulatedJob once = job();

        assertThat(modify("Name", "web-2", "ImageName", "img-2").status()).isEqualTo(200);

        assertThat(job()).isEqualTo(once);
        assertThat(once.imageName()).isEqualTo("img-2-" + jobId);
    }

    @Test
    void replacesAWholeList() throws Exception {
        modify("DataDisk.1.Index", "2", "DataDisk.1.Size", "70");

        JsonNode disks = described().path("DataDisks").path("DataDisk");
        assertThat(disks).hasSize(1);
        assertThat(disks.path(0).path("Index").asInt()).isEqualTo(2);
        assertThat(disks.path(0).path("Size").asInt()).isEqualTo(70);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "Name; x-2; READY RUNNING STOPPED IN_ERROR FINISHED WAITING EXPIRED",
                "Description; moved; READY RUNNING STOPPED IN_ERROR FINISHED WAITING EXPIRED",
                "Frequency; 12; READY WAITING",
                "MaxNumberOfImageToKeep; 3; READY WAITING",
                "ValidTime; +20d; READY RUNNING STOPPED IN_ERROR WAITING",
                "ScheduledStartTime; +2d; READY",
                "TargetType; image; READY",
                "ImageName; img-2; READY",
                "InstanceId; i-1; READY",
                "SystemDiskSize; 90; READY",
                "SystemDiskPart.1.Block; true; READY",
                "DataDisk.1.Index; 1; READY",
                "NetMode; 0; READY",
                "VpcId; vpc-1; READY",
                "VSwitchId; vsw-1; READY",
                "ReplicationParameters; {}; READY",
                "InstanceType; ecs.c6.large; READY",
                "LaunchTemplateId; lt-1; READY",
                "LaunchTemplateVersion; Latest; READY",
                "InstanceRamRole; role; READY",
                "ContainerNamespace; ns; READY",
                "ContainerRepository; repo; READY",
                "ContainerTag; v1; READY",
            })
    void changesAnAttributeInTheStatusesOfThePage(String name, String value, String statuses) throws Exception {
        Set<String> allowed = Set.of(statuses.split(" "));
        for (EmulatedStatus status : EmulatedStatus.values()) {
            if (status == EmulatedStatus.DELETING) {
                continue;
            }
            emulator.putJob(jobId, status);

            TestCall.Reply reply = modify(name, value(value));

            assertThat(reply.status()).as(status.name()).isEqualTo(allowed.contains(status.name()) ? 200 : 400);
            if (reply.status() != 200) {
                assertThat(reply.code()).isEqualTo("ReplicationJob.InvalidStatus");
            }
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "Name=1web; InvalidParameter.Name",
                "SystemDiskSize=19; InvalidParameter.SystemDiskSize",
                "SystemDiskSize=501; InvalidParameter.SystemDiskSize",
                "TargetType=TargetInstance; MissingInstanceId",
                "NetMode=2; MissingVSwitchId",
                "DataDisk.1.Index=1&DataDisk.2.Index=1; DataDisk.DuplicateIndex",
                "DataDisk.1.Index=3; ReplicationJobDataDiskIndex.Invalid",
                "SystemDiskPart.1.Device=0_1; MissingSystemDiskPart.SizeBytes",
                "Frequency=0; InvalidParameter.Frequency",
                "ScheduledStartTime=2020-01-01T00:00:00Z; InvalidParameter.ScheduledStartTime",
                "ValidTime=+5d; InvalidParameter.ValidTime",
                "ValidTime=+91d; InvalidParameter.ValidTime",
                "ValidTime=soon; InvalidParameter.ValidTime",
                "Name=taken; ReplicationJobName.Duplicate",
                "ImageName=taken-img; ImageName.UsedByReplicationJob",
            })
    void refusesWhatNoJobCouldBe(String pairs, String code) throws Exception {
        emulator.createJob(Map.of(
                "RegionId", "cn-hangzhou",
                "SourceId", "s-bp1b",
                "Name", "taken",
                "ImageName", "taken-img"));
        EmulatedJob before = job();

        TestCall.Reply reply = modify(Arrays.stream(pairs.split("&", -1))
                .flatMap(pair -> Arrays.stream(pair.split("=", -1)))
                .map(this::value)
                .toArray(String[]::new));

        assertThat(reply.code()).isEqualTo(code);
        assertThat(reply.status()).isEqualTo(400);
        assertThat(job()).isEqualTo(before);
    }

    @Test
    void needsAJobThatExists() throws Exception {
        TestCall.Reply missing =
                TestCall.of("ModifyReplicationJobAttribute", "Name", "x-2").send(emulator);
        TestCall.Reply unknown = TestCall.of("ModifyReplicationJobAttribute", "JobId", "j-0", "Name", "x-2")
                .send(emulator);
        emulator.putJob(jobId, EmulatedStatus.DELETING);
        TestCall.Reply gone = modify("Name", "x-2");

        assertThat(missing.code()).isEqualTo("MissingJobId");
        assertThat(unknown.code()).isEqualTo("InvalidJobId.NotFound");
        assertThat(unknown.status()).isEqualTo(404);
        assertThat(gone.code()).isEqualTo("InvalidJobId.NotFound");
    }

    @Test
    void ignoresWhatTheOperationDoesNotHave() throws Exception {
        EmulatedJob before = job();

        TestCall.Reply reply = modify(
                "RunOnce",
                "false",
                "RegionId",
                "cn-beijing",
                "Tag.1.Key",
                "a",
                "LicenseType",
                "BYOL",
                "Description",
                "");

        assertThat(reply.status()).isEqualTo(200);
        assertThat(job()).isEqualTo(before);
    }

    @Test
    void freesTheNamesThatAJobGivesUp() throws Exception {
        modify("Name", "web-2", "ImageName", "img-2");

        EmulatedJob next = emulator.createJob(Map.of(
                "RegionId", "cn-hangzhou",
                "SourceId", "s-bp1b",
                "Name", "web",
                "ImageName", "img"));
        TestCall.Reply back = modify("Name", "web");

        assertThat(next.imageName()).isEqualTo("img");
        assertThat(back.code()).isEqualTo("ReplicationJobName.Duplicate");
    }

    @Test
    void startsAtTheNewTime() throws Exception {
        Instant soon = Instant.now().plusSeconds(2).truncatedTo(ChronoUnit.SECONDS);

        modify("ScheduledStartTime", soon.toString());

        assertThat(job().scheduledAt()).isEqualTo(soon);
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {"ACCEPT_THEN_DROP", "RESET_AFTER", "TRUNCATED"})
    void losesTheAnswerOfAChangeThatIsMade(Fault fault) {
        emulator.faults().next("ModifyReplicationJobAttribute", FaultEffect.of(fault));

        assertThatThrownBy(() -> modify("Name", "web-2")).isInstanceOf(IOException.class);

        assertThat(job().name()).isEqualTo("web-2");
        assertThat(emulator.journal().entries("ModifyReplicationJobAttribute"))
                .singleElement()
                .satisfies(entry -> {
                    assertThat(entry.fault()).isEqualTo(fault);
                    assertThat(entry.parameters()).containsEntry("JobId", jobId).containsEntry("Name", "web-2");
                });
    }

    @Test
    void meetsTheFaultsOfAFile() throws Exception {
        emulator.faults()
                .add(FaultRule.on("ModifyReplicationJobAttribute")
                        .times(1)
                        .then(FaultEffect.error(400, "ReplicationJob.InvalidBusinessStatus", "not now")));

        assertThat(modify("Name", "web-2").code()).isEqualTo("ReplicationJob.InvalidBusinessStatus");
        assertThat(job().name()).isEqualTo("web");
        assertThat(modify("Name", "web-2").status()).isEqualTo(200);
    }

    private TestCall.Reply modify(String... namesAndValues) throws Exception {
        return TestCall.of("ModifyReplicationJobAttribute", namesAndValues)
                .with("JobId", jobId)
                .send(emulator);
    }

    private EmulatedJob job() {
        return emulator.jobs().get(0);
    }

    private JsonNode described() throws Exception {
        return TestCall.of("DescribeReplicationJobs", "JobId.1", jobId)
                .send(emulator)
                .json()
                .path("ReplicationJobs")
                .path("ReplicationJob")
                .path(0);
    }

    /** Days after now, or the text as it is. */
    private String value(String text) {
        if (!text.matches("\\+\\d+d")) {
            return text;
        }
        Duration days = Duration.ofDays(Long.parseLong(text.substring(1, text.length() - 1)));
        return Instant.now().truncatedTo(ChronoUnit.SECONDS).plus(days).toString();
    }
}
