package io.camelsmc.plan;

import static io.camelsmc.plan.PlanFixtures.spec;
import static org.assertj.core.api.Assertions.assertThat;

import io.camelsmc.diag.Diagnostic;
import io.camelsmc.diag.Severity;
import io.camelsmc.job.ObservedSource;
import io.camelsmc.job.SourceDetails;
import io.camelsmc.spec.DataDiskSpec;
import io.camelsmc.spec.DisksSpec;
import io.camelsmc.spec.PartitionSpec;
import io.camelsmc.spec.ReplicationJobSpec;
import io.camelsmc.spec.SpecField;
import io.camelsmc.spec.TargetType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rules that need to know the source. Rule ids are those of the parameter tables. */
class PreflightTest {

    private static final ObservedSource.Partition ROOT = new ObservedSource.Partition("0_1", "/", 1000L, true, true);
    private static final ObservedSource.Partition SECOND =
            new ObservedSource.Partition("0_2", "/boot", 1000L, true, true);
    private static final ObservedSource.Partition FIXED =
            new ObservedSource.Partition("1_0", "/data", 500L, false, false);

    @Test
    void saysNothingAboutASourceThatFits() {
        assertThat(Preflight.check(spec(1), source(40, Map.of(1, 100)))).isEmpty();
    }

    @Test
    void concludesNothingFromDisksThatAreNotReported() {
        assertThat(Preflight.check(spec(1), source(null, Map.of()))).isEmpty();
    }

    @Test
    void refusesADataDiskThatASourceWithoutAnyCannotHave() {
        assertThat(Preflight.check(spec(1), source(40, Map.of())))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.rule()).isEqualTo("CR16");
                    assertThat(finding.severity()).isEqualTo(Severity.ERROR);
                    assertThat(finding.expected()).isEqualTo("no data disks at all");
                });
    }

    @Test
    void warnsOfDisksThatAreNotNamedAndOfSmallerOnes() {
        assertThat(rules(spec(1), source(100, Map.of(1, 200, 2, 50))))
                .containsExactlyInAnyOrder("CR03", "CR18", "CR18");
    }

    @ParameterizedTest
    @CsvSource({"Windows Server 2019,x86_64,true", "Ubuntu,aarch64,true", "Ubuntu,arm64,true", "Ubuntu,x86_64,false"})
    void refusesAContainerImageOfWindowsOrArm(String platform, String architecture, boolean refused) {
        ReplicationJobSpec container = ReplicationJobSpec.builder()
                .set(SpecField.TARGET_TYPE_FIELD, TargetType.CONTAINER_IMAGE)
                .build();
        ObservedSource source = source(platform, architecture, "SMT", 40, Map.of());

        assertThat(Preflight.check(container, source).stream().anyMatch(Diagnostic::isError))
                .isEqualTo(refused);
    }

    @Test
    void warnsOfLvmOnWindows() {
        ReplicationJobSpec layout = ReplicationJobSpec.builder()
                .set(SpecField.DISKS_LAYOUT, new DisksSpec(new DisksSpec.Disk(80, true, null, List.of()), List.of()))
                .build();
        ObservedSource windows = source("Windows", "x86_64", "SMT", 40, Map.of());

        assertThat(rules(layout, windows)).containsExactly("CR25");
    }

    @Test
    void warnsOfPartitionsThatTheSourceDoesNotHaveOrThatCannotBeCopiedByBlock() {
        ReplicationJobSpec parts = ReplicationJobSpec.builder()
                .set(
                        SpecField.SYSTEM_DISK_PART,
                        List.of(new PartitionSpec("0_7", 10L, null), new PartitionSpec("0_1", 2000L, true)))
                .set(
                        SpecField.DATA_DISK,
                        List.of(new DataDiskSpec(1, 100, List.of(new PartitionSpec("1_0", 500L, true)))))
                .build();

        List<Diagnostic> findings = Preflight.check(parts, source(40, Map.of(1, 100), ROOT, SECOND, FIXED));

        assertThat(findings).extracting(Diagnostic::rule).containsOnly("CR17");
        assertThat(findings)
                .extracting(Diagnostic::got)
                .containsExactlyInAnyOrder("0_7", "2000 bytes for 0_1", "[0_1, 0_7]", "block true for 1_0");
    }

    @Test
    void warnsOfTransferParametersForAnotherDriver() {
        ReplicationJobSpec tuned = ReplicationJobSpec.builder()
                .set(SpecField.REPLICATION_PARAMETERS, "{}")
                .build();
        ObservedSource other = source("Ubuntu", "x86_64", "XYZ", 40, Map.of());

        assertThat(rules(tuned, other)).containsExactly("CR22");
    }

    private static List<String> rules(ReplicationJobSpec spec, ObservedSource source) {
        return Preflight.check(spec, source).stream().map(Diagnostic::rule).toList();
    }

    private static ObservedSource source(
            @Nullable Integer systemDisk, Map<Integer, Integer> dataDisks, ObservedSource.Partition... parts) {
        return source("Ubuntu", "x86_64", "SMT", systemDisk, dataDisks, parts);
    }

    /** A partition is on the disk whose index its device begins with. */
    private static ObservedSource source(
            String platform,
            String architecture,
            String driver,
            @Nullable Integer systemDisk,
            Map<Integer, Integer> dataDisks,
            ObservedSource.Partition... parts) {
        List<ObservedSource.DataDisk> disks = new ArrayList<>();
        dataDisks.forEach(
                (index, size) -> disks.add(new ObservedSource.DataDisk(index, size, null, of(index + "_", parts))));
        return new ObservedSource(
                "s-bp11",
                "web-1",
                "Available",
                null,
                null,
                null,
                platform,
                architecture,
                null,
                driver,
                systemDisk,
                of("0_", parts),
                disks,
                SourceDetails.NONE);
    }

    private static List<ObservedSource.Partition> of(String disk, ObservedSource.Partition... parts) {
        return Arrays.stream(parts)
                .filter(part -> String.valueOf(part.device()).startsWith(disk))
                .toList();
    }
}
