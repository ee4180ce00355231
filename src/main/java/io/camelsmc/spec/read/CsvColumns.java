package io.camelsmc.spec.read;

import io.camelsmc.spec.ExtraNames;
import io.camelsmc.spec.SpecField;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Resolves the name of a column. */
final class CsvColumns {

    /** Columns that become keys of the transfer parameters, in the order in which the keys are written. */
    static final List<CsvColumn.Parameter> PARAMETERS = List.of(
            new CsvColumn.Parameter("bandwidth_limit", ValueType.INTEGER),
            new CsvColumn.Parameter("compress_level", ValueType.INTEGER),
            new CsvColumn.Parameter("checksum", ValueType.BOOLEAN));

    private static final Map<SpecField, CsvColumn> COMPACT =
            Map.of(SpecField.DATA_DISK, new CsvColumn.DataDisks(), SpecField.TAG, new CsvColumn.Tags());

    private CsvColumns() {}

    /** What the column means; null when the name is unknown. */
    static @Nullable CsvColumn resolve(String name) {
        if (RejectedColumns.isIgnored(name)) {
            return new CsvColumn.Ignored(name);
        }
        String lower = name.toLowerCase(Locale.ROOT);
        if (lower.startsWith("tag:") && name.length() > 4) {
            return new CsvColumn.Tag(name.substring(4));
        }
        if (lower.startsWith("extra:")) {
            String parameter = name.substring(6);
            return ExtraNames.check(parameter).isEmpty() ? new CsvColumn.Extra(parameter) : null;
        }
        for (CsvColumn.Parameter parameter : PARAMETERS) {
            if (FieldNames.fold(parameter.key()).equals(FieldNames.fold(name))) {
                return parameter;
            }
        }
        return name.indexOf('.') >= 0 ? dotted(name) : field(name);
    }

    private static @Nullable CsvColumn field(String name) {
        SpecField field = FieldNames.folded(name);
        if (field == null) {
            return null;
        }
        ValueType type = ValueType.of(field.type());
        return type == null ? COMPACT.get(field) : new CsvColumn.Single(field, type);
    }

    private static @Nullable CsvColumn dotted(String name) {
        String[] parts = name.split("\\.", -1);
        SpecField field = FieldNames.folded(parts[0]);
        Shape shape = field == null ? null : Shape.of(field.type());
        List<Object> steps = new ArrayList<>();
        for (int i = 1; i < parts.length && shape != null; i++) {
            if (shape instanceof Shape.ListOf list) {
                Long number = NumberText.parse(parts[i]);
                boolean inside = number != null && number >= 1 && number <= list.max();
                shape = inside ? list.item() : null;
                steps.add(number == null ? 0 : number.intValue());
            } else {
                Shape.Member member = shape instanceof Shape.ObjectOf object ? object.folded(parts[i]) : null;
                shape = member == null ? null : member.shape();
                steps.add(member == null ? "" : member.name());
            }
        }
        return field != null && shape instanceof Shape.Single single
                ? new CsvColumn.Path(field, List.copyOf(steps), single.type())
                : null;
    }
}
