package io.camelsmc.cli.view;

import io.camelsmc.diag.SafeText;
import io.camelsmc.spec.CanonicalParameters;
import io.camelsmc.spec.ReplicationJobSpec;
import io.camelsmc.spec.SpecField;
import io.camelsmc.spec.read.RelativeTime;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Values of fields for people. */
final class ValueText {

    private ValueText() {}

    /** The value on one line, shortened; structures by the parameters that they become. */
    static String of(SpecField field, @Nullable Object value, @Nullable Duration offset) {
        if (value == null) {
            return offset == null ? "-" : RelativeTime.text(offset);
        }
        boolean structure = value instanceof Collection || value instanceof Map || field == SpecField.DISKS_LAYOUT;
        String text = structure ? parameters(field, value) : value.toString();
        String shown = text.isEmpty() ? "\"\"" : SafeText.excerpt(text);
        return offset == null ? shown : shown + " (" + RelativeTime.text(offset) + ")";
    }

    private static String parameters(SpecField field, Object value) {
        ReplicationJobSpec alone =
                ReplicationJobSpec.builder().set(field, value).build();
        StringBuilder text = new StringBuilder();
        CanonicalParameters.of(alone).forEach((name, single) -> text.append(text.isEmpty() ? "" : ", ")
                .append(name)
                .append('=')
                .append(single));
        return text.toString();
    }
}
