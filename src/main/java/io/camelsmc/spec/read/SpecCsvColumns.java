package io.camelsmc.spec.read;

import io.camelsmc.spec.CanonicalParameters;
import io.camelsmc.spec.DataDiskSpec;
import io.camelsmc.spec.FieldType;
import io.camelsmc.spec.ReplicationJobSpec;
import io.camelsmc.spec.SpecField;
import io.camelsmc.spec.TagSpec;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Learns which columns a sheet needs to hold some specs: the short forms where they say everything, dotted columns where
 * they do not. Memory grows with the number of columns, not of specs. Not safe to share between threads.
 */
public final class SpecCsvColumns {

    private final Set<SpecField> used = EnumSet.noneOf(SpecField.class);
    private final Set<SpecField> dotted = EnumSet.noneOf(SpecField.class);
    private final Map<SpecField, SortedSet<String>> paths = new EnumMap<>(SpecField.class);
    private final SortedSet<String> extra = new TreeSet<>();
    private boolean guarded;

    /** The columns that hold some values, and no others. */
    static List<String> needed(ReplicationJobSpec values, Map<SpecField, Duration> offsets) {
        SpecCsvColumns columns = new SpecCsvColumns();
        columns.add(values, offsets);
        return columns.used.isEmpty() ? List.of() : columns.columns();
    }

    /** Makes room for a spec, and for its times that count from the start of its wave. */
    public void add(ReplicationJobSpec spec, Map<SpecField, Duration> offsets) {
        used.addAll(offsets.keySet());
        offsets.keySet().forEach(field -> guarded |= !spec.has(field));
        for (SpecField field : spec.fields()) {
            used.add(field);
            if (field == SpecField.EXTRA_PARAMETERS) {
                extra.addAll(spec.extra().keySet());
            } else if (Shape.of(field.type()) != null) {
                paths.computeIfAbsent(field, f -> new TreeSet<>(DottedOrder.INSTANCE))
                        .addAll(parameters(spec, field).keySet());
                if (!isShort(spec, field)) {
                    dotted.add(field);
                }
            }
        }
        for (String cell : cells(spec, offsets).values()) {
            guarded |= !FormulaGuard.neutralise(cell).equals(cell);
        }
    }

    /** Whether cells that a spreadsheet would run are neutralised, and say so in a column of their own. */
    boolean guarded() {
        return guarded;
    }

    /** The names of the columns. */
    List<String> names() {
        if (!used.contains(SpecField.SOURCE_NAME)) {
            used.add(SpecField.SOURCE_ID);
        }
        return columns();
    }

    private List<String> columns() {
        List<String> names = new ArrayList<>();
        for (SpecField field : SpecField.values()) {
            if (!used.contains(field)) {
                continue;
            }
            if (field == SpecField.EXTRA_PARAMETERS) {
                extra.forEach(name -> names.add("extra:" + name));
            } else if (Shape.of(field.type()) == null || !isDotted(field)) {
                names.add(CsvNames.of(field));
            } else {
                names.addAll(paths.getOrDefault(field, new TreeSet<>()));
            }
        }
        return names;
    }

    private boolean isDotted(SpecField field) {
        return dotted.contains(field) || field.type() == FieldType.PARTITIONS || field.type() == FieldType.DISKS;
    }

    /** The cells of a spec by name of the column. */
    Map<String, String> cells(ReplicationJobSpec spec, Map<SpecField, Duration> offsets) {
        Map<String, String> cells = new LinkedHashMap<>();
        offsets.forEach((field, offset) -> cells.put(CsvNames.of(field), RelativeTime.text(offset)));
        for (SpecField field : spec.fields()) {
            Object value = spec.get(field);
            if (field == SpecField.EXTRA_PARAMETERS) {
                spec.extra().forEach((name, text) -> cells.put("extra:" + name, text));
            } else if (Shape.of(field.type()) == null) {
                cells.put(CsvNames.of(field), String.valueOf(value));
            } else if (isDotted(field)) {
                cells.putAll(parameters(spec, field));
            } else {
                cells.put(CsvNames.of(field), shortForm(spec, field));
            }
        }
        return cells;
    }

    private static Map<String, String> parameters(ReplicationJobSpec spec, SpecField field) {
        return CanonicalParameters.of(
                ReplicationJobSpec.builder().set(field, spec.get(field)).build());
    }

    /** Whether {@code 1:100;2:500} or {@code k=v;k=v} says everything. */
    private static boolean isShort(ReplicationJobSpec spec, SpecField field) {
        if (field == SpecField.DATA_DISK) {
            return spec.dataDisks().stream()
                    .allMatch(disk -> disk.index() != null
                            && disk.sizeGib() != null
                            && disk.parts().isEmpty());
        }
        return field == SpecField.TAG
                && spec.tags().stream()
                        .allMatch(tag -> !tag.key().isEmpty() && plain(tag.key(), ";=") && plain(tag.value(), ";"));
    }

    private static boolean plain(String text, String signs) {
        return text.chars().noneMatch(c -> signs.indexOf(c) >= 0);
    }

    private static String shortForm(ReplicationJobSpec spec, SpecField field) {
        List<String> entries = new ArrayList<>();
        if (field == SpecField.DATA_DISK) {
            for (DataDiskSpec disk : spec.dataDisks()) {
                entries.add(disk.index() + ":" + disk.sizeGib());
            }
        } else {
            for (TagSpec tag : spec.tags()) {
                entries.add(tag.key() + "=" + tag.value());
            }
        }
        return String.join(";", entries);
    }
}
