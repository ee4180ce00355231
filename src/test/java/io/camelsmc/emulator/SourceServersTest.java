package io.camelsmc.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is done to source servers, and the identity of the caller. */
class SourceServersTest {

    private ServiceRig service;

    @BeforeEach
    void start() throws Exception {
        service = new ServiceRig(EmulatorOptions.builder()
                .times(JobTimes.USUAL)
                .sources(new SourceSupply.Listed(
                        List.of(EmulatedSource.available("s-1", "web"), EmulatedSource.available("s-2", "app")))));
    }

    @AfterEach
    void stop() {
        service.close();
    }

    @Test
    void changesNameAndDescription() throws Exception {
        service.ok("ModifySourceServerAttribute", "SourceId", "s-1", "Name", "web-01", "Description", "the shop");
        service.ok("ModifySourceServerAttribute", "SourceId", "s-1", "Name", "web-01");

        assertThat(service.source("s-1").path("Name").asText()).isEqualTo("web-01");
        assertThat(service.source("s-1").path("Description").asText()).isEqualTo("the shop");
    }

    @ParameterizedTest
    @CsvSource({
        "s-1, Name, app, 400 SourceServerName.Duplicate",
        "s-1, Name, x, 400 InvalidParameter.Name",
        "s-1, Description, http://x, 400 InvalidParameter.Description",
        "s-9, Name, web-09, 404 InvalidSourceId.NotFound",
        "'', Name, web-09, 400 MissingSourceId",
    })
    void refusesChangesThatNoSourceCouldTake(String id, String name, String value, String code) throws Exception {
        assertThat(service.refused("ModifySourceServerAttribute", "SourceId", id, name, value))
                .isEqualTo(code);
    }

    @Test
    void deletesAServerWithoutJobsInItsTime() throws Exception {
        service.ok("DeleteSourceServer", "SourceId", "s-1");

        assertThat(service.source("s-1").path("State").asText()).isEqualTo("Deleting");
        assertThat(service.refused("DeleteSourceServer", "SourceId", "s-1")).isEqualTo("400 SourceServerState.Invalid");
        assertThat(service.refused("ModifySourceServerAttribute", "SourceId", "s-1", "Name", "web-2"))
                .isEqualTo("400 SourceServerState.Invalid");
        assertThat(service.refused("CreateReplicationJob", "RegionId", "cn-hangzhou", "SourceId", "s-1"))
                .isEqualTo("400 SourceServerState.Invalid");
        service.pass(Duration.ofMinutes(5));
        assertThat(service.source("s-1").isMissingNode()).isTrue();
        assertThat(service.refused("DeleteSourceServer", "SourceId", "s-1")).isEqualTo("404 InvalidSourceId.NotFound");
    }

    @Test
    void deletesAServerWithJobsByForceUnlessOneRuns() throws Exception {
        String jobId = service.create("s-1");
        service.ok("StartReplicationJob", "JobId", jobId);

        assertThat(service.refused("DeleteSourceServer", "SourceId", "s-1", "Force", "true"))
                .isEqualTo("400 SourceServer.WithRunningReplicationJob");
        service.emulator.putJob(jobId, EmulatedStatus.STOPPED);
        TestCall.Reply related =
                TestCall.of("DeleteSourceServer", "SourceId", "s-1").send(service.emulator);
        assertThat(related.code()).isEqualTo("ReplicationJob.Related");
        assertThat(related.json().path("Message").asText()).contains(jobId);
        service.ok("DeleteSourceServer", "SourceId", "s-1", "Force", "true");

        assertThat(service.state(jobId)).isEqualTo("Deleting");
        service.pass(Duration.ofMinutes(5));
        assertThat(service.state(jobId)).isEqualTo("gone");
        assertThat(service.emulator.sources())
                .extracting(EmulatedSource::sourceId)
                .containsExactly("s-2");
    }

    @Test
    void doesNotComeBackByBeingMentioned() throws Exception {
        try (ServiceRig any = new ServiceRig(EmulatorOptions.builder())) {
            assertThat(any.source("s-1").path("State").asText()).isEqualTo("Available");
            any.ok("DeleteSourceServer", "SourceId", "s-1");

            assertThat(any.source("s-1").isMissingNode()).isTrue();
            assertThat(any.refused("CreateReplicationJob", "RegionId", "cn-hangzhou", "SourceId", "s-1"))
                    .isEqualTo("404 InvalidSourceId.NotFound");
        }
    }

    @Test
    void isFoundByTheKindOfItsJob() throws Exception {
        service.create("s-1");

        assertThat(related("Server")).isEqualTo(List.of("s-1"));
        assertThat(related("Not_Related")).isEqualTo(List.of("s-2"));
        assertThat(related("Cross_Zone")).isEmpty();
        assertThat(service.refused("DescribeSourceServers", "RelatedJobType.1", "Boat"))
                .isEqualTo("400 InvalidParameter.RelatedJobType");
    }

    @Test
    void movesAnInstanceToAnotherZone() throws Exception {
        String[] request = {
            "RegionId", "cn-hangzhou",
            "InstanceId", "i-bp1a",
            "ClientToken", "t-1",
            "TargetZoneId", "cn-hangzhou-k",
            "TargetVSwitchId", "vsw-1",
            "TargetInstanceType", "ecs.c6.large",
            "Disk.1.DiskId", "d-1",
            "Disk.1.Category", "cloud_essd",
            "Disk.1.PerformanceLevel", "PL1"
        };
        String jobId =
                service.ok("CreateCrossZoneMigrationJob", request).path("JobId").asText();

        assertThat(service.ok("CreateCrossZoneMigrationJob", request)
                        .path("JobId")
                        .asText())
                .isEqualTo(jobId);
        assertThat(service.job(jobId).path("JobType").asInt()).isEqualTo(2);
        assertThat(service.job(jobId).path("InstanceId").asText()).isEqualTo("i-bp1a");
        assertThat(service.job(jobId).path("VSwitchId").asText()).isEqualTo("vsw-1");
        assertThat(related("Cross_Zone")).isEqualTo(List.of("s-bp1a"));
        assertThat(service.refused("CreateCrossZoneMigrationJob", "RegionId", "cn-hangzhou", "InstanceId", "i-bp1a"))
                .isEqualTo("400 SourceServerState.Invalid");
    }

    @ParameterizedTest
    @CsvSource({
        "Disk.1.PerformanceLevel, PL9, 400 InvalidParameter.Disk.PerformanceLevel",
        "AutoPay, maybe, 400 InvalidParameter.AutoPay",
        "InstanceId, x, 400 InvalidParameter.InstanceId",
        "InstanceId, '', 400 MissingInstanceId",
        "RegionId, '', 400 MissingRegionId",
    })
    void refusesAnInstanceThatCannotMove(String name, String value, String code) throws Exception {
        TestCall call = TestCall.of("CreateCrossZoneMigrationJob", "RegionId", "cn-hangzhou", "InstanceId", "i-bp1a");

        TestCall.Reply reply = call.with(name, value).send(service.emulator);

        assertThat(reply.status() + " " + reply.code()).isEqualTo(code);
    }

    @Test
    void tellsEveryCallerWhoItIs() throws Exception {
        service.settings().accountId("1111222233334444").on(Quirk.PERMISSION_DENIED);
        TestCall call = TestCall.of("GetCallerIdentity");
        call.version = "2015-04-01";

        TestCall.Reply query = call.send(service.emulator);
        call.nonce += "2";
        TestCall.Reply form = TestCall.send(call.v1(service.emulator.endpoint(), "POST"));

        for (TestCall.Reply reply : List.of(query, form)) {
            assertThat(reply.json().path("AccountId").asText()).isEqualTo("1111222233334444");
            assertThat(reply.json().path("Arn").asText()).isEqualTo("acs:ram::1111222233334444:root");
        }
        assertThat(service.refused("GetCallerIdentity")).isEqualTo("404 InvalidVersion");
    }

    @Test
    void throttlesNobodyWhoAsksWhoItIsAndFailsItByNameAlone() throws Exception {
        try (ServiceRig slow = new ServiceRig(EmulatorOptions.builder()
                .rateLimit(RateLimit.perSecond(0.001))
                .faults(List.of(
                        FaultRule.onAnyAction().then(Fault.ERROR_500),
                        FaultRule.on("GetCallerIdentity").nth(4).then(Fault.UNAVAILABLE_503))))) {
            for (int status : new int[] {200, 200, 200, 503}) {
                TestCall call = TestCall.of("GetCallerIdentity");
                call.version = "2015-04-01";

                assertThat(call.send(slow.emulator).status()).isEqualTo(status);
            }
            assertThat(TestCall.of("ListAccessTokens").send(slow.emulator).status())
                    .isEqualTo(500);
        }
    }

    private List<String> related(String type) throws Exception {
        return service.ok("DescribeSourceServers", "RelatedJobType.1", type).findValuesAsText("SourceId");
    }
}
