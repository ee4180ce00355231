package io.camelsmc.spec.read;

import io.camelsmc.spec.SpecField;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which field a name stands for, in the two degrees of strictness that the formats have. */
final class FieldNames {

    /** The short form of tags in YAML and JSON. */
    static final String TAGS = "tags";

    private static final Map<String, SpecField> EXACT = new HashMap<>();
    private static final Map<String, SpecField> FOLDED = new HashMap<>();
    private static final List<String> SPEC_NAMES = new ArrayList<>();
    private static final List<String> COLUMNS = new ArrayList<>();

    static {
        for (SpecField field : SpecField.values()) {
            String wireName = field.wireName();
            EXACT.put(field.specName(), field);
            FOLDED.put(fold(field.specName()), field);
            FOLDED.put(fold(CsvNames.of(field)), field);
            if (wireName != null) {
                EXACT.put(wireName, field);
                FOLDED.put(fold(wireName), field);
            }
            SPEC_NAMES.add(field.specName());
            COLUMNS.add(CsvNames.of(field));
        }
        EXACT.put(TAGS, SpecField.TAG);
        SPEC_NAMES.add(TAGS);
        COLUMNS.addAll(List.of("bandwidth_limit", "compress_level", "checksum"));
    }

    private FieldNames() {}

    /** By camelCase name or by the exact spelling of the API. */
    static @Nullable SpecField exact(String name) {
        return EXACT.get(name);
    }

    /** By any of the names in any case, with or without underscores. */
    static @Nullable SpecField folded(String name) {
        return FOLDED.get(fold(name));
    }

    static @Nullable String nearestSpecName(String name) {
        return NearMiss.of(name, SPEC_NAMES);
    }

    static @Nullable String nearestColumn(String name) {
        return NearMiss.of(name, COLUMNS);
    }

    static String fold(String name) {
        return name.toLowerCase(Locale.ROOT).replace("_", "");
    }
}
