package io.camelsmc.spec.read;

import io.camelsmc.spec.SpecField;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Names fields as the file of a row spells them: {@code vSwitchId} is {@code vswitch_id} in a sheet that has such a
 * column. Remembers the last header, so it is quick where rows of one file follow each other. Not safe to share between
 * threads.
 */
public final class FieldSpelling {

    private static final String ENTRY_WORD = " entry ";
    private static final Pattern ENTRY = Pattern.compile("\\[(\\d+)\\](?:\\.(\\w+))?");

    private List<String> header = List.of();
    private final Set<SpecField> dotted = EnumSet.noneOf(SpecField.class);
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
        String rest = path.substring(end(path));
        String column = columns.get(field);
        if (column == null && dotted.contains(field)) {
            return dottedName(field, rest);
        }
        return (column == null ? CsvNames.of(field) : column) + entry(rest);
    }

    /** {@code [2].index} of a list in one cell is {@code  entry 2 index}. */
    private static String entry(String rest) {
        Matcher form = ENTRY.matcher(rest);
        if (!form.matches()) {
            return rest;
        }
        return ENTRY_WORD + form.group(1) + (form.group(2) == null ? "" : " " + form.group(2));
    }

    /** {@code [2].sizeBytes} is {@code .2.SizeBytes}, as the header spells it where it has the column. */
    private String dottedName(SpecField field, String rest) {
        StringBuilder name = new StringBuilder(field.wireName() == null ? field.specName() : field.wireName());
        for (String step : rest.split("[.\\[\\]]+", -1)) {
            if (!step.isEmpty()) {
                name.append('.')
                        .append(step.substring(0, 1).toUpperCase(Locale.ROOT))
                        .append(step.substring(1));
            }
        }
        String plain = name.toString();
        return header.stream().filter(plain::equalsIgnoreCase).findFirst().orElse(plain);
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
            if (".[:".indexOf(path.charAt(i)) >= 0 || path.startsWith(ENTRY_WORD, i)) {
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
        dotted.clear();
        ForeignSheet sheet = ForeignSheet.of(names);
        for (String name : names) {
            CsvColumn known = ForeignSheet.meaning(name, sheet);
            if (known != null && !(known instanceof CsvColumn.Matching) && known.target() instanceof SpecField field) {
                columns.put(field, name);
            } else if (known instanceof CsvColumn.DataDisks) {
                columns.put(SpecField.DATA_DISK, name);
            } else if (known instanceof CsvColumn.Tags) {
                columns.put(SpecField.TAG, name);
            } else if (known instanceof CsvColumn.Path path) {
                dotted.add(path.field());
            }
        }
    }
}
