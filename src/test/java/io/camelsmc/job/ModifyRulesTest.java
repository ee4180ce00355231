package io.camelsmc.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.camelsmc.spec.ReplicationJobSpec;
import io.camelsmc.spec.SpecField;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The facts of the page ModifyReplicationJobAttribute, written down a second time. */
class ModifyRulesTest {

    @ParameterizedTest
    @CsvSource({
        "Name, Ready Running Stopped InError Finished Waiting Expired Deleting",
        "Description, Ready Running Stopped InError Finished Waiting Expired Deleting",
        "Frequency, Ready Waiting",
        "MaxNumberOfImageToKeep, Ready Waiting",
        "ValidTime, Ready Running Stopped InError Waiting",
        "TargetType, Ready",
        "ScheduledStartTime, Ready",
        "ImageName, Ready",
        "InstanceId, Ready",
        "SystemDiskSize, Ready",
        "SystemDiskPart, Ready",
        "DataDisk, Ready",
        "NetMode, Ready",
        "VpcId, Ready",
        "VSwitchId, Ready",
        "ReplicationParameters, Ready",
        "InstanceType, Ready",
        "LaunchTemplateId, Ready",
        "LaunchTemplateVersion, Ready",
        "InstanceRamRole, Ready",
        "ContainerNamespace, Ready",
        "ContainerRepository, Ready",
        "ContainerTag, Ready",
        "RegionId, ''",
        "SourceId, ''",
        "RunOnce, ''",
        "JobType, ''",
        "ClientToken, ''",
        "LicenseType, ''",
        "Disks, ''",
        "Tag, ''",
        "ResourceGroupId, ''",
    })
    void fieldMayChangeInTheStatusesOfThePage(String parameter, String allowed) {
        SpecField field = field(parameter);
        Set<String> expected =
                Stream.of(allowed.split(" ")).filter(s -> !s.isEmpty()).collect(Collectors.toSet());

        Set<String> actual = JobStatus.labels().stream()
                .filter(status -> JobStatus.of(status).allowsChangeOf(field))
                .collect(Collectors.toSet());

        assertThat(actual).isEqualTo(expected);
        for (String status : JobStatus.labels()) {
            assertThat(ModifyRules.obstacle(ReplicationJobSpec.builder().build(), field, status)
                            .isEmpty())
                    .as(status)
                    .isEqualTo(expected.contains(status));
        }
    }

    @Test
    void statusThatNobodyKnowsAllowsOnlyWhatAllAllow() {
        for (SpecField field : SpecField.values()) {
            boolean always = new HashSet<>(List.of(SpecField.NAME, SpecField.DESCRIPTION)).contains(field);

            assertThat(JobStatus.of(null).allowsChangeOf(field))
                    .as(field.specName())
                    .isEqualTo(always);
            assertThat(JobStatus.of("Resting").allowsChangeOf(field))
                    .as(field.specName())
                    .isEqualTo(always);
        }
    }

    @ParameterizedTest
    @CsvSource({"19, true", "20, false", "500, false", "501, true", "2048, true"})
    void systemDiskChangesWithinItsOwnLimit(int gib, boolean refused) {
        ReplicationJobSpec spec = ReplicationJobSpec.builder()
                .set(SpecField.SYSTEM_DISK_SIZE, gib)
                .build();

        assertThat(ModifyRules.obstacle(spec, SpecField.SYSTEM_DISK_SIZE, "Ready")
                        .isPresent())
                .isEqualTo(refused);
    }

    @Test
    void obstacleSaysWhatTheJobIs() {
        ReplicationJobSpec none = ReplicationJobSpec.builder().build();

        assertThat(ModifyRules.obstacle(none, SpecField.IMAGE_NAME, "Running"))
                .hasValue("can be changed only before the start, and the job is Running");
        assertThat(ModifyRules.obstacle(none, SpecField.RUN_ONCE, "Ready"))
                .hasValue("is fixed when the job is created");
        assertThat(ModifyRules.obstacle(none, SpecField.TAG, "Ready").orElseThrow())
                .contains("operations of their own");
    }

    private static SpecField field(String parameter) {
        return Arrays.stream(SpecField.values())
                .filter(field -> parameter.equals(field.wireName()))
                .findFirst()
                .orElseThrow();
    }
}
