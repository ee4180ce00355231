package io.camelsmc.spec.read;

import io.camelsmc.spec.ReplicationJobSpec;
import io.camelsmc.spec.SpecField;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The cells of what rows of a sheet have from defaults: in the columns of the sheet where it has them, which are empty
 * then, and otherwise in columns that are added to it.
 */
final class InheritedCells {

    private final Map<Object, String> theirs = new HashMap<>();
    private final List<String> added;

    /**
     * Finds the columns.
     *
     * @param header the columns of the sheet
     * @param inheritable those that hold whatever the defaults can fill in
     */
    InheritedCells(List<String> header, List<String> inheritable) {
        ForeignSheet sheet = ForeignSheet.of(header);
        Set<String> taken = new HashSet<>(header);
        for (String name : header) {
            CsvColumn column = ForeignSheet.meaning(name, sheet);
            if (column != null && !(column instanceof CsvColumn.Matching)) {
                theirs.putIfAbsent(column.target(), name);
            }
        }
        List<String> names = new ArrayList<>();
        for (String name : inheritable) {
            Object target = target(name);
            if (target != null && !theirs.containsKey(target) && taken.add(name)) {
                names.add(name);
            }
        }
        this.added = List.copyOf(names);
    }

    /** The columns that the sheet does not have. */
    List<String> added() {
        return added;
    }

    /** The inherited cells of a row by name of the column. */
    Map<String, String> of(InputRow row) {
        if (row.values().inherited().isEmpty()) {
            return Map.of();
        }
        ReplicationJobSpec.Builder inherited = ReplicationJobSpec.builder();
        Map<SpecField, Duration> open = new EnumMap<>(SpecField.class);
        row.values().inherited().keySet().forEach(field -> {
            Duration offset = row.values().offsets().get(field);
            if (row.known().has(field)) {
                inherited.set(field, row.known().get(field));
            } else if (offset != null) {
                open.put(field, offset);
            }
        });
        SpecCsvColumns columns = new SpecCsvColumns();
        columns.add(inherited.build(), open);
        Map<String, String> cells = new LinkedHashMap<>();
        columns.cells(inherited.build(), open).forEach((name, cell) -> {
            Object target = target(name);
            String own = target == null ? null : theirs.get(target);
            cells.put(own == null ? name : own, cell);
        });
        return cells;
    }

    private static @Nullable Object target(String name) {
        CsvColumn column = CsvColumns.resolve(name);
        return column == null ? null : column.target();
    }
}
