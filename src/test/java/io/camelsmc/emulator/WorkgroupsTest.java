package io.camelsmc.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Workgroups: who is in them, where they stand, and what they warn about. */
class WorkgroupsTest {

    private ServiceRig service;
    private String group = "";

    @BeforeEach
    void start() throws Exception {
        service = new ServiceRig(EmulatorOptions.builder());
        group = service.ok("CreateWorkgroup", "Name", "wave.03", "ClientToken", "t-1", "Tag.1.Key", "app")
                .path("WorkgroupId")
                .asText();
    }

    @AfterEach
    void stop() {
        service.close();
    }

    @Test
    void isMadeOnceForAToken() throws Exception {
        assertThat(group).startsWith("w-");
        assertThat(service.ok("CreateWorkgroup", "Name", "wave.03", "ClientToken", "t-1", "Tag.1.Key", "app")
                        .path("WorkgroupId")
                        .asText())
                .isEqualTo(group);
        assertThat(service.refused("CreateWorkgroup", "Name", "other", "ClientToken", "t-1"))
                .isEqualTo("400 IdempotentParameterMismatch");
        assertThat(service.refused("CreateWorkgroup", "Name", "wave.03")).isEqualTo("400 WorkgroupName.Duplicate");
    }

    @Test
    void isChangedFoundAndDeleted() throws Exception {
        service.ok("ModifyWorkgroupAttribute", "WorkgroupId", group, "Name", "wave.04", "Description", "the shop");

        JsonNode found =
                service.ok("DescribeWorkgroups", "WorkgroupId.1", group, "Name", "wave.04", "Tag.1.Key", "app");
        assertThat(found.path("TotalCount").asInt()).isEqualTo(1);
        assertThat(found.at("/Workgroups/Workgroup/0/Description").asText()).isEqualTo("the shop");
        assertThat(found.at("/Workgroups/Workgroup/0/Tags/Tag/0/Key").asText()).isEqualTo("app");
        assertThat(service.ok("DescribeWorkgroups", "Status", "Completed")
                        .path("TotalCount")
                        .asInt())
                .isZero();
        join("s-1");
        assertThat(service.refused("DeleteWorkgroup", "WorkgroupId", group)).isEqualTo("400 Workgroup.NotEmpty");
        service.ok("DisassociateSourceServers", "WorkgroupId", group, "SourceId.1", "s-1");
        service.ok("DeleteWorkgroup", "WorkgroupId", group);
        assertThat(service.ok("DescribeWorkgroups").path("TotalCount").asInt()).isZero();
    }

    @Test
    void holdsASourceThatIsInNoOther() throws Exception {
        String other = service.ok("CreateWorkgroup").path("WorkgroupId").asText();
        join("s-1");
        join("s-1");
        String jobId = service.createIncremental("s-1", 1);

        assertThat(service.source("s-1").path("WorkgroupId").asText()).isEqualTo(group);
        assertThat(service.job(jobId).path("WorkgroupId").asText()).isEqualTo(group);
        assertThat(service.ok("DescribeSourceServers", "WorkgroupId", group)
                        .path("TotalCount")
                        .asInt())
                .isEqualTo(1);
        assertThat(service.refused("AssociateSourceServers", "WorkgroupId", other, "SourceId.1", "s-1"))
                .isEqualTo("400 SourceServer.InWorkgroup");
        assertThat(service.refused("DisassociateSourceServers", "WorkgroupId", other, "SourceId.1", "s-1"))
                .isEqualTo("400 SourceServer.NotInWorkgroup");
        service.ok("DeleteSourceServer", "SourceId", "s-1", "Force", "true");
        service.ok("DeleteWorkgroup", "WorkgroupId", group);
    }

    @Test
    void takesIncrementalJobsOfImagesUnlessItIsToldOtherwise() throws Exception {
        service.create("s-1");

        assertThat(service.refused("AssociateSourceServers", "WorkgroupId", group, "SourceId.1", "s-1"))
                .isEqualTo("400 ReplicationJob.NotSupportedByWorkgroup");
        service.settings().on(Quirk.WORKGROUPS_TAKE_ANY_JOB);
        join("s-1");
    }

    @Test
    void takesFiftySourcesAndFiftyGroupsMakeAnAccountFull() throws Exception {
        TestCall all = TestCall.of("AssociateSourceServers", "WorkgroupId", group);
        for (int i = 1; i <= 50; i++) {
            all.with("SourceId." + i, "s-" + i);
        }
        assertThat(all.send(service.emulator).status()).isEqualTo(200);
        for (int i = 2; i <= 50; i++) {
            service.ok("CreateWorkgroup");
        }

        assertThat(service.refused("AssociateSourceServers", "WorkgroupId", group, "SourceId.1", "s-51"))
                .isEqualTo("400 QuotaExceeded.WorkgroupSourceServer");
        assertThat(service.refused("CreateWorkgroup")).isEqualTo("400 QuotaExceeded.Workgroup");
    }

    @ParameterizedTest
    @CsvSource({
        "ModifyWorkgroupAttribute, WorkgroupId, w-0, 404 InvalidWorkgroupId.NotFound",
        "DeleteWorkgroup, WorkgroupId, w-0, 404 InvalidWorkgroupId.NotFound",
        "DeleteWorkgroup, Name, x, 400 MissingWorkgroupId",
        "AssociateSourceServers, WorkgroupId, w-0, 400 MissingSourceId",
        "CreateWorkgroup, Name, 1, 400 InvalidParameter.Name",
        "CreateWorkgroup, Description, x, 400 InvalidParameter.Description",
        "CreateWorkgroup, Tag.1.Value, x, 400 InvalidParameter.Tag.Key",
        "DescribeWorkgroups, Status, Lost, 400 InvalidParameter.Status",
        "DescribeWorkgroups, PageSize, 51, 400 InvalidParameter.PageSize",
    })
    void refusesWhatNoWorkgroupCouldBe(String action, String name, String value, String code) throws Exception {
        assertThat(service.refused(action, name, value)).isEqualTo(code);
    }

    @Test
    void needsSourcesThatExist() throws Exception {
        assertThat(service.refused("AssociateSourceServers", "WorkgroupId", "w-0", "SourceId.1", "s-1"))
                .isEqualTo("404 InvalidWorkgroupId.NotFound");
        assertThat(service.refused("AssociateSourceServers", "WorkgroupId", group, "SourceId.1", "nobody"))
                .isEqualTo("404 InvalidSourceId.NotFound");
    }

    @Test
    void goesFromNotStartedToCompletedAndWarnsOnTheWay() throws Exception {
        join("s-1");
        join("s-2");
        assertThat(status()).isEqualTo("NotStarted UnRelated=[s-1, s-2]");
        String first = service.createIncremental("s-1", 1);
        String second = service.createIncremental("s-2", 1);
        assertThat(status()).isEqualTo("NotStarted");
        service.ok("StartReplicationJob", "JobId", first);
        service.emulator.putJob(second, EmulatedStatus.IN_ERROR);
        assertThat(status()).isEqualTo("InProgress InError=[s-2]");
        service.emulator.failTest(group, Set.of("s-1"));
        assertThat(status()).isEqualTo("InProgress InError=[s-2] NotPassed=[s-1]");
        service.emulator.failTest(group, Set.of());
        service.emulator.putJob(first, EmulatedStatus.WAITING);
        service.ok("CutOverReplicationJob", "JobId", first, "SyncData", "true");
        assertThat(status()).isEqualTo("Cutover InError=[s-2]");
        service.emulator.putJob(second, EmulatedStatus.FINISHED);
        service.pass(Duration.ofDays(1));

        assertThat(status()).isEqualTo("Completed");
    }

    private void join(String sourceId) throws Exception {
        service.ok("AssociateSourceServers", "WorkgroupId", group, "SourceId.1", sourceId);
    }

    /** The status of the group and its warnings. */
    private String status() throws Exception {
        JsonNode found = service.ok("DescribeWorkgroups").at("/Workgroups/Workgroup/0");
        StringBuilder status = new StringBuilder(found.path("Status").asText());
        for (JsonNode warning : found.at("/Warnings/Warning")) {
            Set<String> sources = new TreeSet<>();
            warning.at("/SourceIds/SourceId").forEach(id -> sources.add(id.asText()));
            status.append(' ')
                    .append(warning.path("WarningType").asText())
                    .append('=')
                    .append(sources);
        }
        return status.toString();
    }
}
