package io.camelsmc.spec;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The fields of a spec as texts, numbers, lists and maps, named and nested as YAML and JSON sheets do. */
public final class SpecFields {

    private SpecFields() {}

    static Map<String, Object> of(ReplicationJobSpec spec) {
        Map<String, Object> fields = new LinkedHashMap<>();
        for (SpecField field : spec.fields()) {
            Object value = spec.get(field);
            JsonForm.put(fields, field.specName(), value == null ? null : value(field, spec, value));
        }
        return fields;
    }

    private static Object value(SpecField field, ReplicationJobSpec spec, Object value) {
        return switch (field.type()) {
            case STRING, INTEGER, BOOLEAN -> value;
            case TIME, TARGET_TYPE -> value.toString();
            case PARTITIONS -> each(spec.systemDiskParts(), SpecFields::partition);
            case DATA_DISKS -> each(spec.dataDisks(), SpecFields::dataDisk);
            case TAGS -> each(spec.tags(), SpecFields::tag);
            case DISKS -> layout((DisksSpec) value);
            case EXTRA -> spec.extra();
        };
    }

    /** The members of one of the value types that a spec is made of; null for anything else. */
    public static @Nullable Map<String, Object> of(Object value) {
        if (value instanceof TagSpec tag) {
            return tag(tag);
        }
        if (value instanceof PartitionSpec part) {
            return partition(part);
        }
        if (value instanceof DataDiskSpec disk) {
            return dataDisk(disk);
        }
        return value instanceof DisksSpec layout ? layout(layout) : null;
    }

    private static Map<String, Object> tag(TagSpec tag) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("key", tag.key());
        fields.put("value", tag.value());
        return fields;
    }

    private static Map<String, Object> partition(PartitionSpec partition) {
        Map<String, Object> fields = new LinkedHashMap<>();
        JsonForm.put(fields, "device", partition.device());
        JsonForm.put(fields, "sizeBytes", partition.sizeBytes());
        JsonForm.put(fields, "block", partition.block());
        return fields;
    }

    private static Map<String, Object> dataDisk(DataDiskSpec disk) {
        Map<String, Object> fields = new LinkedHashMap<>();
        JsonForm.put(fields, "index", disk.index());
        JsonForm.put(fields, "size", disk.sizeGib());
        if (!disk.parts().isEmpty()) {
            fields.put("part", each(disk.parts(), SpecFields::partition));
        }
        return fields;
    }

    private static Map<String, Object> layout(DisksSpec layout) {
        Map<String, Object> fields = new LinkedHashMap<>();
        DisksSpec.Disk system = layout.system();
        if (system != null) {
            fields.put("system", disk(system));
        }
        if (!layout.data().isEmpty()) {
            fields.put("data", each(layout.data(), SpecFields::disk));
        }
        return fields;
    }

    private static Map<String, Object> disk(DisksSpec.Disk disk) {
        Map<String, Object> fields = new LinkedHashMap<>();
        JsonForm.put(fields, "size", disk.sizeGib());
        JsonForm.put(fields, "lvm", disk.lvm());
        JsonForm.put(fields, "diskId", disk.diskId());
        if (!disk.parts().isEmpty()) {
            fields.put("part", each(disk.parts(), SpecFields::part));
        }
        return fields;
    }

    private static Map<String, Object> part(DisksSpec.Part part) {
        Map<String, Object> fields = new LinkedHashMap<>();
        JsonForm.put(fields, "path", part.path());
        JsonForm.put(fields, "sizeBytes", part.sizeBytes());
        JsonForm.put(fields, "block", part.block());
        return fields;
    }

    private static <T> List<Map<String, Object>> each(List<T> items, Function<T, Map<String, Object>> form) {
        List<Map<String, Object>> list = new ArrayList<>(items.size());
        items.forEach(item -> list.add(form.apply(item)));
        return list;
    }
}
