package io.camelsmc.cli.view;

import io.camelsmc.spec.SpecField;
import io.camelsmc.spec.check.Rule;
import io.camelsmc.spec.check.Rules;
import io.camelsmc.spec.read.CsvNames;
import io.camelsmc.spec.read.FieldSpelling;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What a field means and must obey, without any row. */
public final class ExplainField {

    private ExplainField() {}

    /** The field, line by line. */
    public static List<String> lines(SpecField field) {
        List<String> lines = new ArrayList<>();
        lines.add(field.specName() + ": " + field.description());
        lines.add("  CSV column   " + CsvNames.of(field));
        lines.add("  parameter    " + (field.wireName() == null ? "none, it is never sent" : field.wireName()));
        for (Rule rule : Rules.all()) {
            if (FieldSpelling.root(rule.field()) == field) {
                lines.add("  " + rule.severity().name().toLowerCase(Locale.ROOT) + " unless: " + rule.description()
                        + " [" + rule.id() + "]");
            }
        }
        return lines;
    }
}
