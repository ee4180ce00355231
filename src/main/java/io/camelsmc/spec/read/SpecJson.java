package io.camelsmc.spec.read;

import com.fasterxml.jackson.core.JsonGenerator;
import io.camelsmc.spec.DataDiskSpec;
import io.camelsmc.spec.DisksSpec;
import io.camelsmc.spec.PartitionSpec;
import io.camelsmc.spec.SpecField;
import io.camelsmc.spec.TagSpec;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes typed values as JSON that reads back as the same values. */
final class SpecJson {

    private SpecJson() {}

    /** Writes one field into an open object. */
    static void write(JsonGenerator json, SpecField field, @Nullable Object value) throws IOException {
        json.writeFieldName(field.specName());
        generic(json, value);
    }

    private static void generic(JsonGenerator json, @Nullable Object value) throws IOException {
        if (value == null) {
            json.writeNull();
        } else if (value instanceof Boolean flag) {
            json.writeBoolean(flag);
        } else if (value instanceof Number number) {
            json.writeNumber(number.longValue());
        } else if (value instanceof List<?> items) {
            json.writeStartArray();
            for (Object item : items) {
                generic(json, item);
            }
            json.writeEndArray();
        } else if (value instanceof Map<?, ?> members) {
            json.writeStartObject();
            for (Map.Entry<?, ?> member : members.entrySet()) {
                json.writeFieldName(String.valueOf(member.getKey()));
                generic(json, member.getValue());
            }
            json.writeEndObject();
        } else {
            Map<String, Object> members = members(value);
            if (members == null) {
                json.writeString(String.valueOf(value));
            } else {
                generic(json, members);
            }
        }
    }

    /** The members that a value of several has; null for a single value. */
    private static @Nullable Map<String, Object> members(Object value) {
        Map<String, Object> members = new LinkedHashMap<>();
        if (value instanceof TagSpec tag) {
            put(members, "key", tag.key());
            put(members, "value", tag.value());
        } else if (value instanceof PartitionSpec part) {
            put(members, "device", part.device());
            put(members, "sizeBytes", part.sizeBytes());
            put(members, "block", part.block());
        } else if (value instanceof DataDiskSpec disk) {
            put(members, "index", disk.index());
            put(members, "size", disk.sizeGib());
            put(members, "part", disk.parts());
        } else if (value instanceof DisksSpec disks) {
            put(members, "system", disks.system());
            put(members, "data", disks.data());
        } else if (value instanceof DisksSpec.Disk disk) {
            put(members, "size", disk.sizeGib());
            put(members, "lvm", disk.lvm());
            put(members, "diskId", disk.diskId());
            put(members, "part", disk.parts());
        } else if (value instanceof DisksSpec.Part part) {
            put(members, "path", part.path());
            put(members, "sizeBytes", part.sizeBytes());
            put(members, "block", part.block());
        } else {
            return null;
        }
        return members;
    }

    private static void put(Map<String, Object> members, String name, @Nullable Object value) {
        boolean empty = value instanceof List<?> items && items.isEmpty();
        if (value != null && !empty) {
            members.put(name, value);
        }
    }
}
