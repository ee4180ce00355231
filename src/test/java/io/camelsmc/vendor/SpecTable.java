package io.camelsmc.vendor;

import static io.camelsmc.vendor.SpecCase.accepted;

import io.camelsmc.spec.DataDiskSpec;
import io.camelsmc.spec.DisksSpec;
import io.camelsmc.spec.PartitionSpec;
import io.camelsmc.spec.ReplicationJobSpec;
import io.camelsmc.spec.SpecField;
import io.camelsmc.spec.TagSpec;
import io.camelsmc.spec.TargetType;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Jobs that try every parameter, every nesting and every character that has ever been encoded wrongly. */
final class SpecTable {

    static final String TORTURE = "迁移 wave 1*~+/?&=% \"q\"";

    private static final long GIB = 1L << 30;
    private static final List<String> ODD = List.of(
            "a b", "a+b", "a%20b", "%", "&x=y", "?#/", "~*'()!", "\"q\"", "迁移", "😀", "é", "e\u0301", "[1]", "{2}",
            "a;b", "a,b", "a:b@c", "a|b\\c", "^`<>", "$");

    private SpecTable() {}

    static List<SpecCase> all() {
        List<SpecCase> cases = new ArrayList<>();
        cases.addAll(texts());
        cases.addAll(disks());
        cases.addAll(layouts());
        cases.addAll(tags());
        cases.addAll(fields());
        cases.addAll(extras());
        cases.addAll(refused());
        return cases;
    }

    private static List<SpecCase> texts() {
        return List.of(
                accepted("what a job needs at least", spec()),
                accepted("Chinese and reserved characters", spec().set(SpecField.DESCRIPTION, TORTURE)),
                accepted("characters outside the basic plane", spec().set(SpecField.DESCRIPTION, "Move 😀𠮷 e\u0301é")),
                accepted("spaces and plus signs", spec().set(SpecField.DESCRIPTION, "a + b  c ")),
                accepted("text that looks encoded", spec().set(SpecField.DESCRIPTION, "A%2B%20%25&amp;=+%zz")),
                accepted("brackets and quotes", spec().set(SpecField.DESCRIPTION, "A'\"\\<>{}[]|^`;,@$#!()")),
                accepted(
                        "Chinese names",
                        spec().name("迁移:web_01-a")
                                .set(SpecField.TARGET_TYPE_FIELD, TargetType.IMAGE)
                                .set(SpecField.IMAGE_NAME, "镜像_web-01")
                                .set(SpecField.SYSTEM_DISK_SIZE, 40)),
                accepted(
                        "every printable character in a token",
                        spec().set(SpecField.CLIENT_TOKEN, "!\"#$%&'()*+,-./09:;<=>?@AZ[\\]^_`az{|}~")));
    }

    private static List<SpecCase> disks() {
        return List.of(
                accepted(
                        "partitions of the system disk",
                        spec().set(SpecField.SYSTEM_DISK_SIZE, 100)
                                .set(
                                        SpecField.SYSTEM_DISK_PART,
                                        List.of(part(0, 1, true), part(0, 2, false), part(0, 3, null)))),
                accepted("a data disk by index alone", spec().set(SpecField.DATA_DISK, List.of(disk(7, null)))),
                accepted(
                        "nested partitions",
                        spec().set(
                                        SpecField.DATA_DISK,
                                        List.of(
                                                disk(2, 100, part(2, 1, false), part(2, 2, true)),
                                                disk(1, 32_768, big(1, 1))))),
                accepted(
                        "sixteen data disks",
                        spec().set(
                                        SpecField.DATA_DISK,
                                        IntStream.rangeClosed(1, 16)
                                                .mapToObj(n -> disk(n, 20 + n, part(n, 1, null)))
                                                .toList())),
                accepted(
                        "thirty-two partitions on a disk",
                        spec().set(
                                        SpecField.DATA_DISK,
                                        List.of(new DataDiskSpec(
                                                1,
                                                64,
                                                IntStream.rangeClosed(1, 32)
                                                        .mapToObj(n -> part(1, n, n % 2 == 0))
                                                        .toList())))));
    }

    private static List<SpecCase> layouts() {
        DisksSpec.Disk system = new DisksSpec.Disk(
                40,
                true,
                null,
                List.of(
                        new DisksSpec.Part("/", 30 * GIB, true),
                        new DisksSpec.Part("/var/lib/数据 1", 5 * GIB, false),
                        new DisksSpec.Part("C:\\", null, null)));
        DisksSpec.Disk first = new DisksSpec.Disk(200, false, "d-bp1a", List.of(new DisksSpec.Part("/a+b", GIB, null)));
        DisksSpec.Disk second = new DisksSpec.Disk(300, null, "d-bp2b", List.of());
        return List.of(
                accepted("a layout of the system disk", layout(new DisksSpec(system, List.of()))),
                accepted("a layout of system and data disks", layout(new DisksSpec(system, List.of(first, second)))),
                accepted("a layout of data disks only", layout(new DisksSpec(null, List.of(second, first)))));
    }

    private static List<SpecCase> tags() {
        List<TagSpec> odd = new ArrayList<>();
        ODD.forEach(text -> odd.add(new TagSpec(text, "v" + text)));
        List<TagSpec> empty = new ArrayList<>();
        ODD.forEach(text -> empty.add(new TagSpec(text, "")));
        return List.of(
                accepted("twenty odd tags", spec().set(SpecField.TAG, odd)),
                accepted("twenty tags without values", spec().set(SpecField.TAG, empty)),
                accepted(
                        "an empty value among others",
                        spec().set(
                                        SpecField.TAG,
                                        List.of(new TagSpec("a", "1"), new TagSpec("b", ""), new TagSpec("c", "3")))),
                accepted("more than a query should hold", spec().set(SpecField.TAG, longTags())));
    }

    private static List<SpecCase> fields() {
        Instant midnight = Instant.now().truncatedTo(ChronoUnit.DAYS);
        return List.of(
                accepted(
                        "an incremental job",
                        spec().set(SpecField.RUN_ONCE, false)
                                .set(SpecField.FREQUENCY, 12)
                                .set(SpecField.MAX_NUMBER_OF_IMAGE_TO_KEEP, 3)),
                accepted("a job of one run", spec().set(SpecField.RUN_ONCE, true)),
                accepted(
                        "times",
                        spec().set(SpecField.SCHEDULED_START_TIME, midnight.plus(20, ChronoUnit.DAYS))
                                .set(
                                        SpecField.VALID_TIME,
                                        midnight.plus(60, ChronoUnit.DAYS).plusSeconds(59))),
                accepted(
                        "a private network",
                        spec().set(SpecField.NET_MODE, 2)
                                .set(SpecField.VPC_ID, "vpc-bp1a")
                                .set(SpecField.V_SWITCH_ID, "vsw-bp1b")),
                accepted(
                        "an intermediate instance",
                        spec().set(SpecField.NET_MODE, 0)
                                .set(SpecField.INSTANCE_TYPE, "ecs.c6.large")
                                .set(SpecField.LAUNCH_TEMPLATE_ID, "lt-bp1a")
                                .set(SpecField.LAUNCH_TEMPLATE_VERSION, "3")),
                accepted(
                        "a container image",
                        spec().set(SpecField.TARGET_TYPE_FIELD, TargetType.CONTAINER_IMAGE)
                                .set(SpecField.CONTAINER_NAMESPACE, "team/a")
                                .set(SpecField.CONTAINER_REPOSITORY, "web")
                                .set(SpecField.CONTAINER_TAG, "v1.0+build~7")
                                .set(SpecField.INSTANCE_RAM_ROLE, "SmcRole")),
                accepted(
                        "an existing instance",
                        spec().set(SpecField.TARGET_TYPE_FIELD, TargetType.TARGET_INSTANCE)
                                .set(SpecField.INSTANCE_ID, "i-bp1a")
                                .set(SpecField.ERASE_TARGET, true)
                                .set(SpecField.LICENSE_TYPE, "BYOL")
                                .set(SpecField.JOB_TYPE, 0)
                                .set(SpecField.RESOURCE_GROUP_ID, "rg-bp1a")),
                accepted("an empty licence type", spec().set(SpecField.LICENSE_TYPE, "")),
                accepted(
                        "JSON in a parameter",
                        spec().set(
                                        SpecField.REPLICATION_PARAMETERS,
                                        "{\"bandwidth\": 0, \"path\":\"/迁移?a=b&c\", \"quoted\":\"\\\"+\\\"\"}")),
                accepted(
                        "fields of our own",
                        spec().set(SpecField.WAVE, "w1")
                                .set(SpecField.APP, "shop")
                                .set(SpecField.ENABLED, true)
                                .set(SpecField.GENERATION, 2)
                                .set(SpecField.TEMPLATE, "linux")
                                .set(SpecField.NOTES, "ask Li")));
    }

    private static List<SpecCase> extras() {
        Map<String, String> plain = new LinkedHashMap<>();
        plain.put("FutureText", "line one\nline two\r\n\ttab " + TORTURE);
        plain.put("Future-Flag_2", "true");
        Map<String, String> nested =
                Map.of("Future.1.Name", "a", "Future.1.Item.1", "x y", "Future.1.Item.2", "+", "Future.2.Name", "迁移");
        Map<String, Object> firstItem = Map.of("Name", "a", "Item", List.of("x y", "+"));
        return List.of(
                accepted("a parameter of tomorrow with line breaks", spec().set(SpecField.EXTRA_PARAMETERS, plain))
                        .with(new LinkedHashMap<>(plain)),
                accepted("a nested parameter of tomorrow", spec().set(SpecField.EXTRA_PARAMETERS, nested))
                        .with(Map.of("Future", List.of(firstItem, Map.of("Name", "迁移")))));
    }

    private static List<SpecCase> refused() {
        List<TagSpec> many = IntStream.rangeClosed(1, 21)
                .mapToObj(n -> new TagSpec("k" + n, "v"))
                .toList();
        return List.of(
                accepted("a line break in the description", spec().set(SpecField.DESCRIPTION, "Line one\nline two"))
                        .refusedWith("InvalidParameter.Description"),
                accepted("a tag too many", spec().set(SpecField.TAG, many)).refusedWith("InvalidParameter.Tag"),
                accepted("a disk too small", spec().set(SpecField.SYSTEM_DISK_SIZE, 19))
                        .refusedWith("InvalidParameter.SystemDiskSize"),
                accepted("a disk named twice", spec().set(SpecField.DATA_DISK, List.of(disk(1, 20), disk(1, 30))))
                        .refusedWith("DataDisk.DuplicateIndex"));
    }

    private static ReplicationJobSpec.Builder spec() {
        return ReplicationJobSpec.builder().sourceId("s-bp1vendor").regionId("cn-hangzhou");
    }

    private static ReplicationJobSpec.Builder layout(DisksSpec disks) {
        return spec().set(SpecField.DISKS_LAYOUT, disks);
    }

    private static List<TagSpec> longTags() {
        return IntStream.rangeClosed(1, 20)
                .mapToObj(n -> new TagSpec("迁移".repeat(60) + n, "~*+ %".repeat(25)))
                .toList();
    }

    private static DataDiskSpec disk(int index, Integer sizeGib, PartitionSpec... parts) {
        return new DataDiskSpec(index, sizeGib, List.of(parts));
    }

    private static PartitionSpec part(int disk, int number, Boolean block) {
        return new PartitionSpec(disk + "_" + number, GIB + 512, block);
    }

    private static PartitionSpec big(int disk, int number) {
        return new PartitionSpec(disk + "_" + number, 32_768 * GIB, true);
    }
}
