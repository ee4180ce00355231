package io.camelsmc.spec.read;

import io.camelsmc.diag.Diagnostic;
import io.camelsmc.diag.SourcePosition;
import io.camelsmc.spec.ExtraNames;
import io.camelsmc.spec.FieldType;
import io.camelsmc.spec.ReplicationJobSpec;
import io.camelsmc.spec.SpecField;
import io.camelsmc.spec.read.Node.Entry;
import io.camelsmc.spec.read.Node.Mapping;
import io.camelsmc.spec.read.Node.Scalar;
import io.camelsmc.spec.read.Node.Sequence;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Turns one mapping into the fields of a spec and collects every problem on the way. One instance a mapping. */
final class SpecMapper {

    private final boolean anySpelling;
    private final List<Diagnostic> problems = new ArrayList<>();
    private final ReplicationJobSpec.Builder builder = ReplicationJobSpec.builder();
    private final Map<SpecField, SourcePosition> seen = new EnumMap<>(SpecField.class);
    private final Map<SpecField, Duration> offsets = new EnumMap<>(SpecField.class);

    private SpecMapper(boolean anySpelling) {
        this.anySpelling = anySpelling;
    }

    /** The fields read, as far as they could be, and what was wrong with the others. */
    record Result(
            ReplicationJobSpec.Builder builder,
            List<Diagnostic> problems,
            Map<SpecField, Duration> offsets,
            Map<SpecField, SourcePosition> positions,
            @Nullable Parking parking) {

        /** Nothing was read. */
        static Result nothing(List<Diagnostic> problems) {
            return new Result(ReplicationJobSpec.builder(), problems, Map.of(), Map.of(), null);
        }
    }

    /** Reads a mapping whose names are spelt exactly (YAML, JSON) or in any of the known ways (maps). */
    static Result read(Mapping mapping, boolean anySpelling) {
        SpecMapper mapper = new SpecMapper(anySpelling);
        mapper.builder.origin(mapping.position());
        for (Entry entry : mapping.entries()) {
            mapper.field(entry);
        }
        return new Result(mapper.builder, mapper.problems, mapper.offsets, mapper.seen, null);
    }

    private void field(Entry entry) {
        if (RejectedColumns.isIgnored(entry.name())) {
            return;
        }
        if (entry.name().equals(InputRow.PROBLEMS)) {
            problems.addAll(Problem.of(entry));
            return;
        }
        SpecField field = anySpelling ? FieldNames.folded(entry.name()) : FieldNames.exact(entry.name());
        if (field == null) {
            unknown(entry.name(), FieldNames.nearestSpecName(entry.name()), entry.name(), entry.position());
            return;
        }
        if (seen.putIfAbsent(field, entry.position()) != null) {
            problem(
                    entry.name(),
                    entry.position(),
                    Diagnostic.error("field.duplicate", "The field is given twice")
                            .fix("keep one of " + field.specName() + " and its other spellings"));
            return;
        }
        if (entry.value() instanceof Scalar scalar && scalar.style() == Node.Style.NULL) {
            return;
        }
        Object value = value(field, entry);
        if (value instanceof Duration offset) {
            offsets.put(field, offset);
        } else {
            builder.set(field, value);
        }
    }

    private @Nullable Object value(SpecField field, Entry entry) {
        ValueType type = ValueType.of(field.type());
        if (field == SpecField.REPLICATION_PARAMETERS && entry.value() instanceof Mapping map) {
            return TransferObject.text(map, entry.name(), (path, nested) -> wrongShape(path, nested, "a single value"));
        }
        if (type != null) {
            return single(type, entry.value(), entry.name(), field == SpecField.NOTES);
        }
        if (field.type() == FieldType.EXTRA) {
            return names(entry);
        }
        if (field.type() == FieldType.TAGS && entry.value() instanceof Mapping map && !isTagObject(map)) {
            return Composites.typed(FieldType.TAGS, shortTags(map, entry.name()));
        }
        Shape shape = Shape.of(field.type());
        Object generic = shape == null ? null : structure(shape, entry.value(), entry.name());
        return generic == null ? null : Composites.typed(field.type(), generic);
    }

    private static boolean isTagObject(Mapping map) {
        return map.entries().stream().anyMatch(e -> !(e.value() instanceof Scalar));
    }

    private List<Map<String, Object>> shortTags(Mapping map, String path) {
        List<Map<String, Object>> tags = new ArrayList<>();
        for (Entry entry : map.entries()) {
            Object value = single(ValueType.TEXT, entry.value(), path + "." + entry.name(), true);
            if (value != null) {
                tags.add(Map.of("key", entry.name(), "value", value));
            }
        }
        return tags;
    }

    private @Nullable Object names(Entry entry) {
        if (!(entry.value() instanceof Mapping map)) {
            wrongShape(entry.name(), entry.value(), "an object of parameter names and values");
            return null;
        }
        Map<String, String> extra = new LinkedHashMap<>();
        for (Entry member : map.entries()) {
            String path = entry.name() + "." + member.name();
            if (member.value() instanceof Scalar scalar && scalar.style() != Node.Style.NULL) {
                ExtraNames.check(member.name()).ifPresent(p -> problem(path, member.position(), p));
                extra.put(member.name(), scalar.text());
            } else {
                wrongShape(path, member.value(), "a single value; write nested ones as Name.1.Member");
            }
        }
        return extra;
    }

    private @Nullable Object single(ValueType type, Node value, String path, boolean freeText) {
        if (!(value instanceof Scalar scalar)) {
            wrongShape(path, value, "a single value");
            return null;
        }
        if (scalar.style() == Node.Style.NULL) {
            return null;
        }
        return ValueReader.read(
                type, scalar.text(), scalar.style(), freeText, p -> problem(path, scalar.position(), p));
    }

    private @Nullable Object structure(Shape shape, Node value, String path) {
        if (shape instanceof Shape.Single single) {
            return single(single.type(), value, path, false);
        }
        if (shape instanceof Shape.ListOf list) {
            return items(list, value, path);
        }
        if (shape instanceof Shape.ObjectOf object) {
            return members(object, value, path);
        }
        throw new IllegalStateException("no such shape");
    }

    private @Nullable Object items(Shape.ListOf list, Node value, String path) {
        if (!(value instanceof Sequence sequence)) {
            wrongShape(path, value, "a list");
            return null;
        }
        if (sequence.items().size() > list.max()) {
            problem(
                    path,
                    value.position(),
                    Diagnostic.error("shape.too-many", "Too many entries")
                            .got(Integer.toString(sequence.items().size()))
                            .expected("at most " + list.max()));
            return null;
        }
        List<Object> items = new ArrayList<>();
        for (int i = 0; i < sequence.items().size(); i++) {
            Object item = members(list.item(), sequence.items().get(i), path + "[" + (i + 1) + "]");
            if (item != null) {
                items.add(item);
            }
        }
        return items;
    }

    private @Nullable Object members(Shape.ObjectOf object, Node value, String path) {
        if (!(value instanceof Mapping mapping)) {
            wrongShape(path, value, "an object with " + String.join(", ", object.names()));
            return null;
        }
        Map<String, Object> members = new LinkedHashMap<>();
        Set<String> names = new HashSet<>();
        for (Entry entry : mapping.entries()) {
            String memberPath = path + "." + entry.name();
            Shape.Member member = anySpelling ? object.folded(entry.name()) : object.exact(entry.name());
            if (member == null) {
                unknown(memberPath, NearMiss.of(entry.name(), object.names()), entry.name(), entry.position());
            } else if (!names.add(member.name())) {
                problem(memberPath, entry.position(), Diagnostic.error("field.duplicate", "The field is given twice"));
            } else if (!(entry.value() instanceof Scalar scalar && scalar.style() == Node.Style.NULL)) {
                Object read = structure(member.shape(), entry.value(), memberPath);
                if (read != null) {
                    members.put(member.name(), read);
                }
            }
        }
        return members;
    }

    private void unknown(String path, @Nullable String nearest, String name, SourcePosition where) {
        String fix = nearest != null
                ? NearMiss.question(name, nearest)
                : "remove it, or put a new API parameter under extra";
        problem(
                path,
                where,
                Diagnostic.error("field.unknown", "Unknown field").got(name).fix(fix));
    }

    private void wrongShape(String path, Node value, String expected) {
        String got = value instanceof Scalar scalar ? scalar.text() : value instanceof Mapping ? "an object" : "a list";
        problem(
                path,
                value.position(),
                Diagnostic.error("shape.wrong", "Wrong kind of value").got(got).expected(expected));
    }

    private void problem(String path, SourcePosition where, Diagnostic found) {
        problems.add(found.at(where).in(path));
    }
}
