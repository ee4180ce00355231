package io.camelsmc.spec.read;

import io.camelsmc.diag.Diagnostic;
import io.camelsmc.diag.SourcePosition;
import io.camelsmc.spec.InvalidSpecException;
import io.camelsmc.spec.ReplicationJobSpec;
import io.camelsmc.spec.SpecField;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads exactly one spec from a message body. */
public final class SpecReader {

    private SpecReader() {}

    /**
     * Reads one spec from text.
     *
     * @param format the format, or null to tell it from the text
     * @throws InvalidSpecException with every problem, also when there is no job or more than one
     */
    public static ReplicationJobSpec one(String text, String sourceName, @Nullable InputFormat format)
            throws InvalidSpecException {
        return one(text.getBytes(StandardCharsets.UTF_8), sourceName, format);
    }

    /** Reads one spec from UTF-8 bytes; otherwise like its namesake. */
    public static ReplicationJobSpec one(byte[] text, String sourceName, @Nullable InputFormat format)
            throws InvalidSpecException {
        InputRow row = row(text, sourceName, format);
        ReplicationJobSpec spec = row.spec();
        if (spec == null) {
            throw new InvalidSpecException(row.problems());
        }
        return spec;
    }

    /**
     * Reads one row, with its problems, from UTF-8 bytes.
     *
     * @throws InvalidSpecException if the text is damaged, or there is no row or more than one
     */
    public static InputRow row(byte[] text, String sourceName, @Nullable InputFormat format)
            throws InvalidSpecException {
        InputFormat known = format != null ? format : InputFormat.sniff(new String(text, StandardCharsets.UTF_8));
        List<InputRow> rows = new ArrayList<>();
        try (WaveReader reader =
                WaveReader.open(new ByteArrayInputStream(text), sourceName, known, ReadOptions.defaults())) {
            reader.forEachRow(row -> {
                if (rows.size() < 2) {
                    rows.add(row);
                }
            });
        } catch (IOException e) {
            throw new IllegalStateException("bytes in memory are always readable", e);
        }
        if (rows.size() != 1) {
            throw new InvalidSpecException(List.of(
                    Diagnostic.error("spec.count", rows.isEmpty() ? "There is no job" : "There is more than one job")
                            .at(SourcePosition.of(sourceName))
                            .expected("one job")));
        }
        return rows.get(0);
    }

    /**
     * Reads one spec from a map. Names may be spelt as in YAML, as the API spells them in any case, or as in CSV, dotted
     * ones included; texts may stand for numbers as they do in CSV.
     *
     * @throws InvalidSpecException with every problem
     */
    public static ReplicationJobSpec ofMap(Map<String, ?> map, String sourceName) throws InvalidSpecException {
        SourcePosition position = SourcePosition.of(sourceName);
        Map<String, @Nullable Object> whole = new LinkedHashMap<>();
        List<String> names = new ArrayList<>();
        List<CsvColumn> columns = new ArrayList<>();
        List<String> cells = new ArrayList<>();
        map.forEach((name, value) -> {
            CsvColumn column = flatColumn(name, value);
            if (column != null) {
                names.add(name);
                columns.add(column);
                cells.add(String.valueOf(value));
            } else {
                whole.put(name, value);
            }
        });
        SpecMapper.Result flat = CsvRowMapper.read(names, columns, cells, position);
        SpecMapper.Result tree = SpecMapper.read(MapTree.of(whole, position), true);
        tree.problems().addAll(flat.problems());
        merge(flat.builder().build(), tree);
        InputRow row = Rows.row(tree, position, 1, RawRow.ofText(""));
        ReplicationJobSpec spec = row.spec();
        if (spec == null) {
            throw new InvalidSpecException(row.problems());
        }
        return spec;
    }

    /** The column that a name stands for when its value belongs to no field by itself. */
    private static @Nullable CsvColumn flatColumn(String name, @Nullable Object value) {
        boolean text = value instanceof String;
        if (!text && !(value instanceof Number) && !(value instanceof Boolean)) {
            return null;
        }
        CsvColumn column = CsvColumns.resolve(name);
        boolean flat = text
                ? !(column instanceof CsvColumn.Single)
                : column instanceof CsvColumn.Path || column instanceof CsvColumn.Parameter;
        return flat ? column : null;
    }

    private static void merge(ReplicationJobSpec flat, SpecMapper.Result tree) {
        ReplicationJobSpec nested = tree.builder().build();
        for (SpecField field : flat.fields()) {
            if (nested.has(field)) {
                tree.problems()
                        .add(Diagnostic.error("field.duplicate", "The field is given in two forms")
                                .at(flat.origin())
                                .in(field.specName())
                                .fix("keep one of them"));
            } else {
                tree.builder().set(field, flat.get(field));
            }
        }
    }
}
