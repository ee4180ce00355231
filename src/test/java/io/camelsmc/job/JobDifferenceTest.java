package io.camelsmc.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.camelsmc.spec.DataDiskSpec;
import io.camelsmc.spec.DisksSpec;
import io.camelsmc.spec.PartitionSpec;
import io.camelsmc.spec.ReplicationJobSpec;
import io.camelsmc.spec.SpecField;
import io.camelsmc.spec.TagSpec;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class JobDifferenceTest {

    static Stream<Arguments> equal() {
        return Stream.of(
                row("what the row leaves out", SpecField.VALID_TIME, null, Instant.EPOCH),
                row("what the service leaves out", SpecField.DESCRIPTION, "moves", null),
                row("the token, which is never reported", SpecField.CLIENT_TOKEN, "mine", "other"),
                row(
                        "transfer parameters, which come back in another form",
                        SpecField.REPLICATION_PARAMETERS,
                        "{}",
                        "[]"),
                row("our own fields", SpecField.WAVE, "wave-03", "wave-04"),
                row("an image name with the suffix of the create page", SpecField.IMAGE_NAME, "web", "web_j-bp1"),
                row("an image name with the suffix of the modify page", SpecField.IMAGE_NAME, "web", "web-j-bp1"),
                row("a template version asked for by word", SpecField.LAUNCH_TEMPLATE_VERSION, "$Latest", "7"),
                row("white space around a description", SpecField.DESCRIPTION, " moves ", "moves"),
                row(
                        "a time with a part of a second",
                        SpecField.VALID_TIME,
                        Instant.parse("2026-01-15T08:30:00.9Z"),
                        Instant.parse("2026-01-15T08:30:00Z")),
                row(
                        "further tags in another order",
                        SpecField.TAG,
                        List.of(tag("a"), tag("b")),
                        List.of(tag("c"), tag("b"), tag("a"))),
                row(
                        "data disks in another order",
                        SpecField.DATA_DISK,
                        List.of(disk(1, 40), disk(2, 50)),
                        List.of(disk(2, 50), disk(1, 40))),
                row(
                        "a disk whose size the row leaves open",
                        SpecField.DATA_DISK,
                        List.of(disk(1, null)),
                        List.of(disk(1, 40))),
                row(
                        "further partitions",
                        SpecField.SYSTEM_DISK_PART,
                        List.of(part("0_1", 5L, null)),
                        List.of(part("0_2", 9L, true), part("0_1", 5L, true))),
                row("a layout without partitions", SpecField.DISKS_LAYOUT, layout(80, "/"), layout(80, null)));
    }

    static Stream<Arguments> different() {
        return Stream.of(
                row("the region", SpecField.REGION_ID, "cn-hangzhou", "cn-beijing"),
                row("the name, to the letter", SpecField.NAME, "web-01", "Web-01"),
                row("an image name that only begins alike", SpecField.IMAGE_NAME, "web", "web_2"),
                row("a size", SpecField.SYSTEM_DISK_SIZE, 80, 40),
                row("a flag", SpecField.RUN_ONCE, true, false),
                row("a template version asked for by number", SpecField.LAUNCH_TEMPLATE_VERSION, "6", "7"),
                row(
                        "a tag with another value",
                        SpecField.TAG,
                        List.of(new TagSpec("a", "1")),
                        List.of(new TagSpec("a", "2"))),
                row(
                        "a missing data disk",
                        SpecField.DATA_DISK,
                        List.of(disk(1, 40), disk(2, 50)),
                        List.of(disk(1, 40))),
                row(
                        "a further data disk",
                        SpecField.DATA_DISK,
                        List.of(disk(1, 40)),
                        List.of(disk(1, 40), disk(2, 50))),
                row("the size of a data disk", SpecField.DATA_DISK, List.of(disk(1, 40)), List.of(disk(1, 50))),
                row(
                        "the size of a partition",
                        SpecField.SYSTEM_DISK_PART,
                        List.of(part("0_1", 5L, null)),
                        List.of(part("0_1", 6L, null))),
                row(
                        "how a partition is copied",
                        SpecField.SYSTEM_DISK_PART,
                        List.of(part("0_1", 5L, false)),
                        List.of(part("0_1", 5L, true))),
                row("the size of a disk of a layout", SpecField.DISKS_LAYOUT, layout(80, "/"), layout(90, "/")),
                row("a partition of a layout", SpecField.DISKS_LAYOUT, layout(80, "/"), layout(80, "/var")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("equal")
    void countsAsEqual(String name, SpecField field, @Nullable Object wanted, @Nullable Object found) {
        assertThat(JobDifference.between(spec(field, wanted), spec(field, found)))
                .isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("different")
    void countsAsDifferent(String name, SpecField field, @Nullable Object wanted, @Nullable Object found) {
        assertThat(JobDifference.between(spec(field, wanted), spec(field, found)))
                .extracting(JobDifference::field)
                .containsExactly(field);
    }

    @Test
    void showsBothValuesCutAndEscaped() {
        ReplicationJobSpec wanted = spec(SpecField.NAME, "n".repeat(200));
        ReplicationJobSpec found = spec(SpecField.NAME, "a\u001b[31m");

        assertThat(JobDifference.between(wanted, found)).singleElement().satisfies(difference -> {
            assertThat(difference.toString()).startsWith("name: wanted nnn").hasSizeLessThan(220);
            assertThat(difference.toString()).doesNotContain("\u001b");
        });
    }

    private static Arguments row(String name, SpecField field, @Nullable Object wanted, @Nullable Object found) {
        return Arguments.of(name, field, wanted, found);
    }

    private static ReplicationJobSpec spec(SpecField field, @Nullable Object value) {
        return ReplicationJobSpec.builder().set(field, value).build();
    }

    private static TagSpec tag(String key) {
        return new TagSpec(key, "1");
    }

    private static DataDiskSpec disk(int index, @Nullable Integer sizeGib) {
        return new DataDiskSpec(index, sizeGib, List.of());
    }

    private static PartitionSpec part(String device, Long sizeBytes, @Nullable Boolean block) {
        return new PartitionSpec(device, sizeBytes, block);
    }

    private static DisksSpec layout(int sizeGib, @Nullable String path) {
        List<DisksSpec.Part> parts = path == null ? List.of() : List.of(new DisksSpec.Part(path, 5L, null));
        return new DisksSpec(new DisksSpec.Disk(sizeGib, null, null, parts), List.of());
    }
}
