package io.camelsmc.spec.read;

import io.camelsmc.spec.SpecField;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Names fields as the file of a row spells them: {@code vSwitchId} is {@code vswitch_id} in a sheet that has such a
 * column. Remembers the last header, so it is quick where rows of one file follow each other. Not safe to share between
 * threads.
 */
public final class FieldSpelling {

    private List<String> header = List.of();
    private final Map<SpecField, String> columns = new EnumMap<>(SpecField.class);

    /** The path of a field as the file of the row spells it. */
    public String of(InputRow row, String path) {
        if (!row.raw().isCsv()) {
            return path;
        }
        SpecField field = root(path);
        if (field == null) {
            return path;
        }
        learn(row.raw().header());
        int end = end(path);
        return columns.getOrDefault(field, CsvNames.of(field)) + path.substring(end);
    }

    /** The field that a path begins with, whatever its spelling; null when it is none. */
    public static @Nullable SpecField root(String path) {
        String name = path.substring(0, end(path));
        if (name.equalsIgnoreCase("tag") && path.startsWith(":", name.length())) {
            return SpecField.TAG;
        }
        boolean parameter = CsvColumns.PARAMETERS.stream()
                .anyMatch(p -> FieldNames.fold(p.key()).equals(FieldNames.fold(name)));
        return parameter ? SpecField.REPLICATION_PARAMETERS : FieldNames.folded(name);
    }

    private static int end(String path) {
        for (int i = 0; i < path.length(); i++) {
            if (".[:".indexOf(path.charAt(i)) >= 0) {
                return i;
            }
        }
        return path.length();
    }

    private void learn(List<String> names) {
        if (names == header) {
            return;
        }
        header = names;
        columns.clear();
        ForeignSheet sheet = ForeignSheet.of(names);
        for (String name : names) {
            CsvColumn column = sheet == null ? null : sheet.column(name);
            CsvColumn known = column == null ? CsvColumns.resolve(name) : column;
            if (known != null && !(known instanceof CsvColumn.Matching) && known.target() instanceof SpecField field) {
                columns.put(field, name);
            }
        }
    }
}
