package io.camelsmc.spec.read;

import io.camelsmc.diag.Diagnostic;
import io.camelsmc.diag.SourcePosition;
import io.camelsmc.spec.FieldType;
import io.camelsmc.spec.ReplicationJobSpec;
import io.camelsmc.spec.SpecField;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Turns the cells of one row into the fields of a spec and collects every problem on the way. One instance a row. */
final class CsvRowMapper {

    private final SourcePosition position;
    private final List<Diagnostic> problems = new ArrayList<>();
    private final ReplicationJobSpec.Builder builder = ReplicationJobSpec.builder();
    private final List<Object> tags = new ArrayList<>();
    private final Map<String, CsvColumn.Tag> tagRanks = new HashMap<>();
    private final Map<String, Object> tagColumns = new LinkedHashMap<>();
    private final Map<Integer, TagCells> tagLists = new TreeMap<>();
    private final Map<String, String> extra = new LinkedHashMap<>();
    private final Map<SpecField, Map<Object, Object>> nested = new EnumMap<>(SpecField.class);
    private final Map<String, Object> parameters = new HashMap<>();
    private final Map<SpecField, Duration> offsets = new EnumMap<>(SpecField.class);
    private @Nullable Parking parking;

    /** The two cells of another tool that list the keys and the values of tags. */
    private record TagCells(String name, String keys, String values) {}

    private CsvRowMapper(SourcePosition position) {
        this.position = position;
        builder.origin(position);
    }

    /** Reads the cells under the names; an empty cell is an absent value. */
    static SpecMapper.Result read(
            List<String> names, List<CsvColumn> columns, List<String> cells, SourcePosition position) {
        CsvRowMapper mapper = new CsvRowMapper(position);
        for (int i = 0; i < columns.size() && i < cells.size(); i++) {
            if (columns.get(i) instanceof CsvColumn.Consent consent) {
                mapper.consent(consent, cells.get(i));
            } else if (!cells.get(i).isEmpty()) {
                mapper.cell(columns.get(i), names.get(i), cells.get(i));
            }
        }
        mapper.finish();
        return new SpecMapper.Result(mapper.builder, mapper.problems, mapper.offsets, Map.of(), mapper.parking);
    }

    private void cell(CsvColumn column, String name, String text) {
        if (column instanceof CsvColumn.Single single) {
            // Notes are for people and are never sent, so they may look as they like.
            boolean notes = single.field() == SpecField.NOTES;
            boolean free = single.field() == SpecField.DESCRIPTION;
            Object value = notes ? text : value(single.type(), name, text, free);
            if (value instanceof Duration offset) {
                offsets.put(single.field(), offset);
            } else {
                builder.set(single.field(), value);
            }
        } else if (column instanceof CsvColumn.DataDisks) {
            addNested(SpecField.DATA_DISK, CompactCells.dataDisks(text, problem -> problem(name, problem)));
        } else if (column instanceof CsvColumn.Tags) {
            tags.addAll(CompactCells.tags(text, problem -> problem(name, problem)));
        } else if (column instanceof CsvColumn.Matching matching) {
            matching(matching, name, text);
        } else if (column instanceof CsvColumn.Tag tag) {
            tag(tag, name, text);
        } else if (column instanceof CsvColumn.TagList list) {
            TagCells other = tagLists.getOrDefault(list.rank(), new TagCells(name, "", ""));
            tagLists.put(
                    list.rank(),
                    list.keys()
                            ? new TagCells(name, text, other.values())
                            : new TagCells(other.name(), other.keys(), text));
        } else if (column instanceof CsvColumn.Extra parameter) {
            extra.put(parameter.name(), text);
        } else if (column instanceof CsvColumn.Parameter parameter) {
            Object value = value(parameter.type(), name, text, false);
            if (value != null) {
                parameters.put(parameter.key(), value);
            }
        } else if (column instanceof CsvColumn.Path path) {
            Object value = value(path.type(), name, text, false);
            if (value != null) {
                put(path, value);
            }
        }
    }

    private void matching(CsvColumn.Matching column, String name, String text) {
        if (column.form().matcher(text).matches()) {
            builder.set(column.field(), text);
        } else {
            problem(
                    name,
                    Diagnostic.warning("foreign.value", "The value of the other tool was dropped")
                            .got(text)
                            .fix("give " + CsvNames.of(column.field()) + " in the row or as a default"));
        }
    }

    /** The other tool moves the server only if each of its columns says so; the first that does not is named. */
    private void consent(CsvColumn.Consent column, String text) {
        if (!column.gate().opens(text) && parking == null) {
            parking = new Parking(column.name(), text, column.gate().expected());
        }
    }

    /** Of several columns of one key the nearest to the server wins, so a tag of the wave is no second tag. */
    private void tag(CsvColumn.Tag column, String name, String text) {
        CsvColumn.Tag earlier = tagRanks.get(column.key());
        Object value = value(ValueType.TEXT, name, text, true);
        if (value != null && (earlier == null || column.rank() < earlier.rank())) {
            tagRanks.put(column.key(), column);
            tagColumns.put(column.key(), value);
        }
    }

    /** {@code CostCenter,BU} beside {@code 123,IT}; the list that is nearer to the server wins for a key. */
    private void tagLists() {
        for (TagCells cells : tagLists.values()) {
            String[] keys = cells.keys().split(",", -1);
            String[] values = cells.values().split(",", -1);
            if (keys.length != values.length) {
                problem(
                        cells.name(),
                        Diagnostic.warning("foreign.value", "The tags of the other tool were dropped")
                                .got(keys.length
                                        + (keys.length == 1 ? " key, " : " keys, ")
                                        + values.length
                                        + (values.length == 1 ? " value" : " values"))
                                .expected("as many values as keys")
                                .fix("give the tags in a column " + CsvNames.of(SpecField.TAG)));
                continue;
            }
            for (int i = 0; i < keys.length; i++) {
                if (!keys[i].isBlank()) {
                    tagColumns.putIfAbsent(keys[i].strip(), values[i].strip());
                }
            }
        }
    }

    private @Nullable Object value(ValueType type, String name, String text, boolean freeText) {
        return ValueReader.read(type, text, Node.Style.CELL, freeText, problem -> problem(name, problem));
    }

    private void addNested(SpecField field, List<Object> generic) {
        if (!generic.isEmpty()) {
            builder.set(field, Composites.typed(field.type(), generic));
        }
    }

    private void put(CsvColumn.Path path, Object value) {
        Map<Object, Object> at = nested.computeIfAbsent(
                path.field(), field -> container(path.steps().get(0)));
        int last = path.steps().size() - 1;
        for (int i = 0; i < last; i++) {
            Object nextStep = path.steps().get(i + 1);
            at = asContainer(at.computeIfAbsent(path.steps().get(i), step -> container(nextStep)));
        }
        at.put(path.steps().get(last), value);
    }

    private void finish() {
        nested.forEach((field, container) -> {
            Object generic = generic(container);
            if (field == SpecField.TAG) {
                tags.addAll((List<?>) generic);
            } else if (builder.build().has(field)) {
                problem(
                        CsvNames.of(field),
                        Diagnostic.error("csv.two-forms", "Given in two forms at once")
                                .fix("keep the column " + CsvNames.of(field) + " or the dotted columns"));
            } else {
                builder.set(field, Composites.typed(field.type(), generic));
            }
        });
        tagLists();
        tagColumns.forEach((key, value) -> tags.add(Map.of("key", key, "value", value)));
        if (parking != null) {
            builder.set(SpecField.ENABLED, false);
        }
        if (!tags.isEmpty()) {
            builder.set(SpecField.TAG, Composites.typed(FieldType.TAGS, tags));
        }
        if (!extra.isEmpty()) {
            builder.set(SpecField.EXTRA_PARAMETERS, extra);
        }
        if (!parameters.isEmpty()) {
            transferParameters();
        }
    }

    private void transferParameters() {
        if (builder.build().has(SpecField.REPLICATION_PARAMETERS)) {
            problem(
                    CsvNames.of(SpecField.REPLICATION_PARAMETERS),
                    Diagnostic.error("csv.two-forms", "Given in two forms at once")
                            .fix("keep replication_parameters or the columns "
                                    + "bandwidth_limit, compress_level and checksum"));
            return;
        }
        StringBuilder json = new StringBuilder("{");
        for (CsvColumn.Parameter parameter : CsvColumns.PARAMETERS) {
            Object value = parameters.get(parameter.key());
            if (value != null) {
                json.append(json.length() > 1 ? "," : "");
                json.append('"').append(parameter.key()).append("\":").append(value);
            }
        }
        builder.set(SpecField.REPLICATION_PARAMETERS, json.append('}').toString());
    }

    private static Map<Object, Object> container(Object firstKey) {
        return firstKey instanceof Integer ? new TreeMap<>() : new LinkedHashMap<>();
    }

    @SuppressWarnings("unchecked")
    private static Map<Object, Object> asContainer(Object made) {
        return (Map<Object, Object>) made;
    }

    /** Numbered containers become lists; a gap in the numbers closes, since only the order counts. */
    private static Object generic(Object value) {
        if (!(value instanceof Map<?, ?> container)) {
            return value;
        }
        if (container instanceof TreeMap<?, ?> numbered) {
            return numbered.values().stream().map(CsvRowMapper::generic).toList();
        }
        Map<Object, Object> members = new LinkedHashMap<>();
        container.forEach((name, member) -> members.put(name, generic(member)));
        return members;
    }

    private void problem(String name, Diagnostic found) {
        problems.add(found.at(position).in(name));
    }
}
