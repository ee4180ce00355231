package io.camelsmc.spec.read;

import io.camelsmc.spec.DataDiskSpec;
import io.camelsmc.spec.DisksSpec;
import io.camelsmc.spec.FieldType;
import io.camelsmc.spec.PartitionSpec;
import io.camelsmc.spec.TagSpec;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Turns the generic form of a structured parameter into the typed one. The generic form holds maps by member name,
 * lists of such maps, and values already typed by their {@link Shape}.
 */
final class Composites {

    private Composites() {}

    static Object typed(FieldType type, Object generic) {
        return switch (type) {
            case PARTITIONS -> list(generic, Composites::partition);
            case DATA_DISKS -> list(generic, Composites::dataDisk);
            case TAGS -> list(generic, Composites::tag);
            case DISKS -> disks(object(generic));
            case STRING, INTEGER, BOOLEAN, TIME, TARGET_TYPE, EXTRA ->
                throw new IllegalArgumentException(type + " is no structure");
        };
    }

    private static PartitionSpec partition(Map<?, ?> part) {
        return new PartitionSpec(
                value(part, "device", String.class),
                value(part, "sizeBytes", Long.class),
                value(part, "block", Boolean.class));
    }

    private static DataDiskSpec dataDisk(Map<?, ?> disk) {
        return new DataDiskSpec(
                value(disk, "index", Integer.class),
                value(disk, "size", Integer.class),
                list(disk.get("part"), Composites::partition));
    }

    private static TagSpec tag(Map<?, ?> tag) {
        String key = value(tag, "key", String.class);
        String value = value(tag, "value", String.class);
        return new TagSpec(key == null ? "" : key, value == null ? "" : value);
    }

    private static DisksSpec disks(Map<?, ?> disks) {
        Object system = disks.get("system");
        return new DisksSpec(
                system == null ? null : layoutDisk(object(system)), list(disks.get("data"), Composites::layoutDisk));
    }

    private static DisksSpec.Disk layoutDisk(Map<?, ?> disk) {
        return new DisksSpec.Disk(
                value(disk, "size", Integer.class),
                value(disk, "lvm", Boolean.class),
                value(disk, "diskId", String.class),
                list(disk.get("part"), Composites::layoutPart));
    }

    private static DisksSpec.Part layoutPart(Map<?, ?> part) {
        return new DisksSpec.Part(
                value(part, "path", String.class),
                value(part, "sizeBytes", Long.class),
                value(part, "block", Boolean.class));
    }

    private static <T> List<T> list(@Nullable Object items, Function<Map<?, ?>, T> each) {
        if (items == null) {
            return List.of();
        }
        return ((List<?>) items).stream().map(item -> each.apply(object(item))).toList();
    }

    private static Map<?, ?> object(@Nullable Object generic) {
        if (generic instanceof Map<?, ?> map) {
            return map;
        }
        throw new IllegalArgumentException("not an object");
    }

    private static <T> @Nullable T value(Map<?, ?> object, String name, Class<T> type) {
        return type.cast(object.get(name));
    }
}
