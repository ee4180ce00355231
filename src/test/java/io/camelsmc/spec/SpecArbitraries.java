package io.camelsmc.spec;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Random specs for property tests. */
public final class SpecArbitraries {

    private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz";

    private SpecArbitraries() {}

    /** Specs with any fields in any combination, and texts with everything that a cell can be bothered by. */
    public static Arbitrary<ReplicationJobSpec> anything() {
        Arbitrary<List<SpecField>> fields =
                Arbitraries.of(SpecField.class).list().uniqueElements();
        return fields.flatMap(SpecArbitraries::withFields);
    }

    /** Complete specs that break no rule at a moment. */
    public static Arbitrary<ReplicationJobSpec> valid(Instant now) {
        Arbitrary<ReplicationJobSpec.Builder> base = Combinators.combine(
                        id("s-"), Arbitraries.integers().between(20, 2048), name(), text())
                .as((source, size, name, notes) -> ReplicationJobSpec.builder()
                        .set(SpecField.SOURCE_ID, source)
                        .set(SpecField.REGION_ID, "cn-hangzhou")
                        .set(SpecField.NAME, name)
                        .set(SpecField.TARGET_TYPE_FIELD, TargetType.IMAGE)
                        .set(SpecField.IMAGE_NAME, name)
                        .set(SpecField.SYSTEM_DISK_SIZE, size)
                        .set(SpecField.NOTES, notes));
        Arbitrary<List<DataDiskSpec>> disks = Arbitraries.integers()
                .between(1, 16)
                .list()
                .uniqueElements()
                .ofMaxSize(16)
                .map(indexes -> indexes.stream()
                        .map(index -> new DataDiskSpec(
                                index,
                                20 + index,
                                index % 2 == 0
                                        ? List.of()
                                        : List.of(new PartitionSpec(index + "_1", 1024L * index, index % 3 == 0))))
                        .toList());
        Arbitrary<List<TagSpec>> tags = Combinators.combine(word(), word())
                .as(TagSpec::new)
                .list()
                .uniqueElements(TagSpec::key)
                .ofMaxSize(20);
        return Combinators.combine(base, disks, tags, Arbitraries.integers().between(0, 7), day())
                .as((builder, dataDisks, tagList, choice, days) -> {
                    builder.set(SpecField.DATA_DISK, dataDisks).set(SpecField.TAG, tagList);
                    if ((choice & 1) != 0) {
                        builder.set(SpecField.NET_MODE, 2).set(SpecField.V_SWITCH_ID, "vsw-1");
                    }
                    if ((choice & 2) != 0) {
                        builder.set(SpecField.RUN_ONCE, false)
                                .set(SpecField.FREQUENCY, 1 + days)
                                .set(SpecField.MAX_NUMBER_OF_IMAGE_TO_KEEP, 1 + days % 10);
                    }
                    if ((choice & 4) != 0) {
                        builder.set(SpecField.SCHEDULED_START_TIME, now.plusSeconds(86_400L * (1 + days)))
                                .set(SpecField.VALID_TIME, now.plusSeconds(86_400L * (40 + days)));
                    }
                    return builder.build();
                });
    }

    private static Arbitrary<Integer> day() {
        return Arbitraries.integers().between(0, 28);
    }

    private static Arbitrary<ReplicationJobSpec> withFields(List<SpecField> fields) {
        Arbitrary<ReplicationJobSpec.Builder> builder = Arbitraries.create(ReplicationJobSpec::builder);
        for (SpecField field : fields) {
            builder = Combinators.combine(builder, value(field)).as((b, value) -> b.set(field, value));
        }
        return builder.map(ReplicationJobSpec.Builder::build);
    }

    private static Arbitrary<? extends Object> value(SpecField field) {
        return switch (field.type()) {
            case STRING -> text();
            case INTEGER -> Arbitraries.integers().greaterOrEqual(-Integer.MAX_VALUE);
            case BOOLEAN -> Arbitraries.of(true, false);
            case TIME -> Arbitraries.longs().between(0, 4_000_000_000L).map(Instant::ofEpochSecond);
            case TARGET_TYPE -> Arbitraries.of(TargetType.class);
            case PARTITIONS -> part().list().ofMaxSize(4);
            case DATA_DISKS -> disk().list().ofMaxSize(12);
            case TAGS ->
                Combinators.combine(text(), text()).as(TagSpec::new).list().ofMaxSize(12);
            case DISKS ->
                Combinators.combine(layoutDisk(), layoutDisk().list().ofMaxSize(3))
                        .as((system, data) -> new DisksSpec(
                                new DisksSpec.Disk(system.sizeGib(), system.lvm(), null, system.parts()), data));
            case EXTRA ->
                Combinators.combine(word(), text()).as((name, value) -> {
                    Map<String, String> extra = new LinkedHashMap<>();
                    extra.put("X" + name, value);
                    return extra;
                });
        };
    }

    private static Arbitrary<PartitionSpec> part() {
        return Combinators.combine(
                        word().injectNull(0.2),
                        Arbitraries.longs().greaterOrEqual(0).injectNull(0.2),
                        Arbitraries.of(true, false).injectNull(0.5))
                .as(PartitionSpec::new);
    }

    private static Arbitrary<DataDiskSpec> disk() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 20).injectNull(0.1),
                        Arbitraries.integers().between(0, 99_999).injectNull(0.1),
                        part().list().ofMaxSize(2))
                .as(DataDiskSpec::new);
    }

    private static Arbitrary<DisksSpec.Disk> layoutDisk() {
        Arbitrary<DisksSpec.Part> part = Combinators.combine(
                        text().injectNull(0.2), Arbitraries.longs().greaterOrEqual(0), Arbitraries.of(true, false))
                .as(DisksSpec.Part::new);
        return Combinators.combine(
                        Arbitraries.integers().between(20, 99),
                        Arbitraries.of(true, false).injectNull(0.5),
                        word().injectNull(0.5),
                        part.list().ofMaxSize(2))
                .as(DisksSpec.Disk::new);
    }

    /** Ids of a kind. */
    private static Arbitrary<String> id(String prefix) {
        return Arbitraries.strings()
                .withChars(LETTERS + "0123456789")
                .ofMinLength(1)
                .ofMaxLength(20)
                .map(tail -> prefix + tail);
    }

    private static Arbitrary<String> word() {
        return Arbitraries.strings()
                .withChars(LETTERS)
                .ofMinLength(2)
                .ofMaxLength(12)
                .map(word -> "k" + word);
    }

    private static Arbitrary<String> name() {
        return Arbitraries.strings()
                .withChars(LETTERS + "0123456789:_-云迁移")
                .ofMinLength(1)
                .ofMaxLength(60)
                .map(tail -> "n" + tail);
    }

    /** Texts that get on the nerves of files: quotes, delimiters, line ends, formulas, spaces, other scripts. */
    public static Arbitrary<String> text() {
        List<String> pieces = new ArrayList<>(List.of(
                "a",
                "B",
                "0",
                " ",
                ",",
                ";",
                "=",
                "\"",
                "'",
                "\n",
                "\r\n",
                "\t",
                "+3d",
                "@",
                "-",
                "#",
                "{{",
                "${x}",
                "é",
                "云",
                "\uD83D\uDE80",
                "\u200B",
                "\u00A0",
                "“",
                "\\",
                "|",
                ":",
                "true",
                "1E+02",
                "=cmd|' /C calc'!A0"));
        return Arbitraries.of(pieces).list().ofMaxSize(6).map(parts -> String.join("", parts));
    }
}
