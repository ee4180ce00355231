package io.camelsmc.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.camelsmc.client.wire.PercentEncoding;
import io.camelsmc.spec.ClientToken;
import io.camelsmc.spec.DataDiskSpec;
import io.camelsmc.spec.PartitionSpec;
import io.camelsmc.spec.ReplicationJobSpec;
import io.camelsmc.spec.SpecField;
import io.camelsmc.spec.TagSpec;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequestsTest {

    @ParameterizedTest
    @CsvSource({
        "a b+c*d~e, a%20b%2Bc%2Ad~e",
        "A-Z_a.z~09, A-Z_a.z~09",
        "迁移, %E8%BF%81%E7%A7%BB",
        "/?&=%, %2F%3F%26%3D%25",
        "😀, %F0%9F%98%80",
    })
    void encodesAsRfc3986(String text, String encoded) {
        assertThat(PercentEncoding.encode(text)).isEqualTo(encoded);
    }

    @Test
    void tokenOfTheCallWinsOverTheTokenOfTheSpec() {
        ReplicationJobSpec spec = ReplicationJobSpec.builder()
                .sourceId("s-1")
                .set(SpecField.CLIENT_TOKEN, "old")
                .set(SpecField.WAVE, "w1")
                .build();

        assertThat(new CreateReplicationJobRequest(spec, new ClientToken("new")).parameters())
                .containsExactly(Map.entry("ClientToken", "new"), Map.entry("SourceId", "s-1"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Action", "action", "AccessKeyId", "Signature", "SecurityToken", "Version", "Timestamp"})
    void extraParameterCannotTakeOverTheRequest(String name) {
        ReplicationJobSpec spec = ReplicationJobSpec.builder()
                .sourceId("s-1")
                .set(SpecField.EXTRA_PARAMETERS, Map.of(name, "DeleteReplicationJob"))
                .build();

        assertThatThrownBy(() -> new CreateReplicationJobRequest(spec, new ClientToken("t")).parameters())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(name);
    }

    @Test
    void modifySendsTheChangesAndTheJobAlone() {
        ReplicationJobSpec changes = ReplicationJobSpec.builder()
                .name("web-02")
                .set(SpecField.SYSTEM_DISK_SIZE, 100)
                .set(
                        SpecField.DATA_DISK,
                        List.of(
                                new DataDiskSpec(1, 50, List.of(new PartitionSpec("1_1", 1024L, true))),
                                new DataDiskSpec(2, 60, List.of())))
                .set(SpecField.WAVE, "w1")
                .set(SpecField.GENERATION, 3)
                .build();

        assertThat(new ModifyReplicationJobAttributeRequest("j-1", changes).parameters())
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "JobId", "j-1",
                        "Name", "web-02",
                        "SystemDiskSize", "100",
                        "DataDisk.1.Index", "1",
                        "DataDisk.1.Size", "50",
                        "DataDisk.1.Part.1.Device", "1_1",
                        "DataDisk.1.Part.1.SizeBytes", "1024",
                        "DataDisk.1.Part.1.Block", "true",
                        "DataDisk.2.Index", "2",
                        "DataDisk.2.Size", "60"));
    }

    @ParameterizedTest
    @EnumSource(names = {"SOURCE_ID", "REGION_ID", "CLIENT_TOKEN", "LICENSE_TYPE", "RESOURCE_GROUP_ID"})
    void modifyTakesNoFieldThatTheOperationDoesNotKnow(SpecField field) {
        ReplicationJobSpec changes =
                ReplicationJobSpec.builder().name("web-02").set(field, "x-1").build();

        assertThatThrownBy(() -> new ModifyReplicationJobAttributeRequest("j-1", changes).parameters())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(field.specName());
    }

    @Test
    void modifyNeedsAJobAndSomethingToChange() {
        ReplicationJobSpec name = ReplicationJobSpec.builder().name("web-02").build();
        ReplicationJobSpec ours =
                ReplicationJobSpec.builder().set(SpecField.WAVE, "w1").build();
        ReplicationJobSpec other = name.toBuilder()
                .set(SpecField.EXTRA_PARAMETERS, Map.of("JobId", "j-2"))
                .build();

        assertThatThrownBy(() -> new ModifyReplicationJobAttributeRequest(" ", name).parameters())
                .hasMessageContaining("id of the job");
        assertThatThrownBy(() -> new ModifyReplicationJobAttributeRequest("j-1", ours).parameters())
                .hasMessageContaining("no attribute");
        assertThatThrownBy(() -> new ModifyReplicationJobAttributeRequest("j-1", other).parameters())
                .hasMessageContaining("JobId");
    }

    @Test
    void describeRequestsBecomeRepeatedParameters() {
        DescribeReplicationJobsRequest request = new DescribeReplicationJobsRequest(
                "cn-hangzhou",
                null,
                "Ready",
                "",
                0,
                null,
                List.of("s-1", "s-2"),
                List.of(),
                List.of("i-1"),
                List.of(new TagSpec("k", "")),
                2,
                50);

        assertThat(request.parameters())
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "RegionId", "cn-hangzhou",
                        "Status", "Ready",
                        "JobType", "0",
                        "SourceId.1", "s-1",
                        "SourceId.2", "s-2",
                        "InstanceId.1", "i-1",
                        "Tag.1.Key", "k",
                        "Tag.1.Value", "",
                        "PageNumber", "2",
                        "PageSize", "50"));
    }

    @Test
    void sourceFiltersBecomeParameters() {
        DescribeSourceServersRequest request = new DescribeSourceServersRequest(
                List.of("s-1"), "j-1", "web", "Available", List.of("Os"), "wg", "rg", List.of(), 1, 10);

        assertThat(request.parameters())
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "SourceId.1", "s-1",
                        "JobId", "j-1",
                        "Name", "web",
                        "State", "Available",
                        "RelatedJobType.1", "Os",
                        "WorkgroupId", "wg",
                        "ResourceGroupId", "rg",
                        "PageNumber", "1",
                        "PageSize", "10"));
    }
}
