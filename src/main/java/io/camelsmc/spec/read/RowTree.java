package io.camelsmc.spec.read;

import com.fasterxml.jackson.core.JsonGenerator;
import io.camelsmc.spec.FieldType;
import io.camelsmc.spec.ReplicationJobSpec;
import io.camelsmc.spec.SpecField;
import io.camelsmc.spec.read.Node.Entry;
import io.camelsmc.spec.read.Node.Mapping;
import io.camelsmc.spec.read.Node.Scalar;
import io.camelsmc.spec.read.Node.Sequence;
import io.camelsmc.spec.read.Node.Style;
import java.io.IOException;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A row of YAML or JSON as it was written, to be written again as JSON that reads back as the same row: with the values
 * that it has from its own file, since it leaves that file, and with times instead of distances from the start there.
 *
 * @param own what the row says
 * @param shared what its file says for all rows
 */
record RowTree(Mapping own, List<Entry> shared) {

    private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][+-]?[0-9]+)?");
    /** Values that a row is written with at most; aliases inside aliases would make an endless one. */
    private static final int MAX_VALUES = 20_000;

    RowTree {
        shared = List.copyOf(shared);
    }

    /** Whether it is of a size that makes sense to write. */
    boolean isWritable() {
        return count(own, 0) <= MAX_VALUES;
    }

    /** Writes the fields into an open object; those of an earlier refusal are left out. @return the fields written */
    Set<SpecField> write(JsonGenerator json, ReplicationJobSpec known) throws IOException {
        Set<SpecField> given = EnumSet.noneOf(SpecField.class);
        for (Entry entry : own.entries()) {
            SpecField field = FieldNames.exact(entry.name());
            boolean empty = WaveFile.isNull(entry.value());
            if (!RejectedColumns.ALL.contains(entry.name()) && !(field != null && empty)) {
                field(json, entry, field, known);
            }
            if (field != null && !empty) {
                given.add(field);
            }
        }
        for (Entry entry : shared) {
            SpecField field = FieldNames.exact(entry.name());
            if (field != null && !WaveFile.isNull(entry.value()) && given.add(field)) {
                field(json, entry, field, known);
            }
        }
        return given;
    }

    private static void field(JsonGenerator json, Entry entry, @Nullable SpecField field, ReplicationJobSpec known)
            throws IOException {
        json.writeFieldName(entry.name());
        if (field == null) {
            value(json, entry.value(), null, false);
        } else if (isRelative(entry.value(), field) && known.has(field)) {
            json.writeString(String.valueOf(known.get(field)));
        } else {
            FieldType type = field.type();
            ValueType single = ValueType.of(type);
            boolean object = field == SpecField.REPLICATION_PARAMETERS && entry.value() instanceof Mapping;
            boolean texts = (single == ValueType.TEXT && !object)
                    || single == ValueType.TIME
                    || single == ValueType.TARGET_TYPE
                    || type == FieldType.EXTRA
                    || (type == FieldType.TAGS && entry.value() instanceof Mapping);
            value(json, entry.value(), Shape.of(type), texts);
        }
    }

    private static boolean isRelative(Node value, SpecField field) {
        return field.type() == FieldType.TIME
                && value instanceof Scalar time
                && RelativeTime.parse(time.text()) != null;
    }

    private static void value(JsonGenerator json, Node node, @Nullable Shape shape, boolean texts) throws IOException {
        if (node instanceof Mapping mapping) {
            json.writeStartObject();
            for (Entry entry : mapping.entries()) {
                json.writeFieldName(entry.name());
                Shape.Member member = shape instanceof Shape.ObjectOf object ? object.exact(entry.name()) : null;
                Shape inner = member == null ? null : member.shape();
                boolean text = inner instanceof Shape.Single single && single.type() == ValueType.TEXT;
                value(json, entry.value(), inner, texts || text);
            }
            json.writeEndObject();
        } else if (node instanceof Sequence sequence) {
            json.writeStartArray();
            for (Node item : sequence.items()) {
                value(json, item, shape instanceof Shape.ListOf list ? list.item() : null, texts);
            }
            json.writeEndArray();
        } else if (node instanceof Scalar scalar) {
            scalar(json, scalar, texts);
        }
    }

    /** A bare word of YAML is what its field takes it for; a number or truth value of JSON stays one. */
    static void scalar(JsonGenerator json, Scalar scalar, boolean text) throws IOException {
        String value = scalar.text();
        boolean bare = scalar.style() == Style.LITERAL || (scalar.style() == Style.PLAIN && !text);
        if (scalar.style() == Style.NULL) {
            json.writeNull();
        } else if (bare && (value.equals("true") || value.equals("false"))) {
            json.writeBoolean(value.equals("true"));
        } else if (bare && NUMBER.matcher(value).matches()) {
            json.writeNumber(value);
        } else {
            json.writeString(value);
        }
    }

    private static int count(Node node, int before) {
        int count = before + 1;
        if (node instanceof Mapping mapping) {
            for (Entry entry : mapping.entries()) {
                count = count > MAX_VALUES ? count : count(entry.value(), count);
            }
        } else if (node instanceof Sequence sequence) {
            for (Node item : sequence.items()) {
                count = count > MAX_VALUES ? count : count(item, count);
            }
        }
        return count;
    }
}
