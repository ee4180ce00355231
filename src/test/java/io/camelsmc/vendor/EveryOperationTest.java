package io.camelsmc.vendor;

import static org.assertj.core.api.Assertions.assertThat;

import io.camelsmc.emulator.EmulatorOptions;
import io.camelsmc.emulator.JobTimes;
import io.camelsmc.emulator.JournalEntry;
import io.camelsmc.emulator.SmcEmulator;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The vendor's clients drive every operation, signed in every way they know, parameters in query and in body. */
class EveryOperationTest {

    /** The operations of the vendor's command line of April 2026, and the one that tells who calls. */
    private static final List<String> OPERATIONS = List.of(
            "AssociateSourceServers",
            "CreateAccessToken",
            "CreateCrossZoneMigrationJob",
            "CreateReplicationJob",
            "CreateWorkgroup",
            "CutOverReplicationJob",
            "DeleteAccessToken",
            "DeleteReplicationJob",
            "DeleteSourceServer",
            "DeleteWorkgroup",
            "DescribeReplicationJobs",
            "DescribeSourceServers",
            "DescribeWorkgroups",
            "DisableAccessToken",
            "DisassociateSourceServers",
            "GetCallerIdentity",
            "ListAccessTokens",
            "ListTagResources",
            "ModifyReplicationJobAttribute",
            "ModifySourceServerAttribute",
            "ModifyWorkgroupAttribute",
            "StartReplicationJob",
            "StopReplicationJob",
            "TagResources",
            "UntagResources");

    private SmcEmulator emulator;

    @BeforeEach
    void start() throws IOException {
        emulator = SmcEmulator.start(EmulatorOptions.builder()
                .accountId("1111222233334444")
                .times(JobTimes.USUAL)
                .build());
    }

    @AfterEach
    void stop() {
        emulator.close();
    }

    @ParameterizedTest
    @EnumSource(Vendor.class)
    void drivesEveryOperation(Vendor vendor) throws Exception {
        VendorClient client = vendor.client(emulator.endpoint());

        assertThat(client.call("2015-04-01", "GetCallerIdentity", Map.of()).get("AccountId"))
                .isEqualTo("1111222233334444");
        driveJobs(client);
        driveTags(client);
        driveWorkgroups(client);
        driveSources(client);
        driveAccessTokens(client);

        List<JournalEntry> calls = emulator.journal().entries();
        assertThat(calls).extracting(JournalEntry::status).containsOnly(200);
        assertThat(new TreeSet<>(calls.stream().map(JournalEntry::action).toList()))
                .containsExactlyElementsOf(OPERATIONS);
    }

    private void driveJobs(VendorClient client) throws Exception {
        Object jobId = client.call(
                        "CreateReplicationJob",
                        Map.of(
                                "RegionId",
                                "cn-hangzhou",
                                "SourceId",
                                "s-bp1a",
                                "RunOnce",
                                false,
                                "Frequency",
                                1,
                                "MaxNumberOfImageToKeep",
                                2))
                .get("JobId");
        client.call("ModifyReplicationJobAttribute", Map.of("JobId", jobId, "Name", "web-01"));
        client.call("StartReplicationJob", Map.of("JobId", jobId));
        emulator.settings().pass(Duration.ofMinutes(4));
        client.call("StopReplicationJob", Map.of("JobId", jobId));
        client.call("StartReplicationJob", Map.of("JobId", jobId));
        emulator.settings().pass(Duration.ofMinutes(50));
        client.call("CutOverReplicationJob", Map.of("JobId", jobId, "SyncData", true));
        emulator.settings().pass(Duration.ofHours(1));
        Map<?, ?> job =
                only(client.call("DescribeReplicationJobs", Map.of("JobId", List.of(jobId))), "ReplicationJobs");
        assertThat(job.get("Status")).isEqualTo("Finished");
        assertThat(job.get("Name")).isEqualTo("web-01");
        client.call("DeleteReplicationJob", Map.of("JobId", jobId));
        emulator.settings().pass(Duration.ofMinutes(5));
        assertThat(list(client.call("DescribeReplicationJobs", Map.of()), "ReplicationJobs"))
                .isEmpty();
        assertThat(client.call(
                                "CreateCrossZoneMigrationJob",
                                Map.of(
                                        "RegionId",
                                        "cn-hangzhou",
                                        "InstanceId",
                                        "i-bp1x",
                                        "Disk",
                                        List.of(Map.of("DiskId", "d-1", "PerformanceLevel", "PL1"))))
                        .get("JobId"))
                .isNotNull();
    }

    private void driveTags(VendorClient client) throws Exception {
        Map<String, Object> resource = Map.of("ResourceType", "sourceserver", "ResourceId", List.of("s-bp1a"));
        client.call("TagResources", with(resource, "Tag", List.of(Map.of("Key", "迁移", "Value", "a b"))));
        Map<?, ?> tag = only(client.call("ListTagResources", resource), "TagResources");
        assertThat(tag.get("TagKey")).isEqualTo("迁移");
        assertThat(tag.get("TagValue")).isEqualTo("a b");
        client.call("UntagResources", with(resource, "TagKey", List.of("迁移")));
        assertThat(list(client.call("ListTagResources", resource), "TagResources"))
                .isEmpty();
    }

    private void driveWorkgroups(VendorClient client) throws Exception {
        Object id = client.call("CreateWorkgroup", Map.of("Name", "wave.03")).get("WorkgroupId");
        Map<String, Object> members = Map.of("WorkgroupId", id, "SourceId", List.of("s-bp1a"));
        client.call("ModifyWorkgroupAttribute", Map.of("WorkgroupId", id, "Description", "the shop"));
        client.call("AssociateSourceServers", members);
        Map<?, ?> group = only(client.call("DescribeWorkgroups", Map.of("WorkgroupId", List.of(id))), "Workgroups");
        assertThat(group.get("Description")).isEqualTo("the shop");
        assertThat(group.get("Status")).isEqualTo("NotStarted");
        Map<?, ?> warning = only(group, "Warnings");
        assertThat(warning.get("WarningType")).isEqualTo("UnRelated");
        assertThat(((Map<?, ?>) warning.get("SourceIds")).get("SourceId")).isEqualTo(List.of("s-bp1a"));
        client.call("DisassociateSourceServers", members);
        client.call("DeleteWorkgroup", Map.of("WorkgroupId", id));
    }

    private void driveSources(VendorClient client) throws Exception {
        client.call("ModifySourceServerAttribute", Map.of("SourceId", "s-bp1a", "Name", "web 迁移"));
        Map<?, ?> source =
                only(client.call("DescribeSourceServers", Map.of("SourceId", List.of("s-bp1a"))), "SourceServers");
        assertThat(source.get("Name")).isEqualTo("web 迁移");
        client.call("DeleteSourceServer", Map.of("SourceId", "s-bp1a", "Force", true));
        emulator.settings().pass(Duration.ofMinutes(5));
        assertThat(list(client.call("DescribeSourceServers", Map.of("SourceId", List.of("s-bp1a"))), "SourceServers"))
                .isEmpty();
    }

    private static void driveAccessTokens(VendorClient client) throws Exception {
        Map<?, ?> made = client.call("CreateAccessToken", Map.of("Name", "wave-03", "Count", "5"));
        assertThat(made.get("AccessTokenCode")).isNotNull();
        Map<String, Object> token = Map.of("AccessTokenId", made.get("AccessTokenId"));
        client.call("DisableAccessToken", token);
        Map<?, ?> listed = only(client.call("ListAccessTokens", Map.of()), "AccessTokens");
        assertThat(listed.get("Status")).isEqualTo("unactivated");
        assertThat(listed.get("Count")).isEqualTo("5");
        client.call("DeleteAccessToken", token);
    }

    private static Map<String, Object> with(Map<String, Object> request, String name, Object value) {
        Map<String, Object> more = new HashMap<>(request);
        more.put(name, value);
        return more;
    }

    private static Map<?, ?> only(Map<?, ?> answer, String outer) {
        List<?> items = list(answer, outer);
        assertThat(items).hasSize(1);
        return (Map<?, ?>) items.get(0);
    }

    /** The entries of a list, which the service wraps under its name in the singular. */
    private static List<?> list(Map<?, ?> answer, String outer) {
        return (List<?>) ((Map<?, ?>) answer.get(outer)).get(outer.substring(0, outer.length() - 1));
    }
}
