package io.camelsmc.spec.read;

import io.camelsmc.spec.FieldType;
import org.jspecify.annotations.Nullable;

/** What a single value in the source has to be. */
public enum ValueType {
    TEXT,
    INTEGER,
    /** A whole number of bytes. */
    LONG,
    BOOLEAN,
    TIME,
    TARGET_TYPE;

    /** The type of the values of a field; null for fields that hold a structure. */
    public static @Nullable ValueType of(FieldType type) {
        return switch (type) {
            case STRING -> TEXT;
            case INTEGER -> INTEGER;
            case BOOLEAN -> BOOLEAN;
            case TIME -> TIME;
            case TARGET_TYPE -> TARGET_TYPE;
            case PARTITIONS, DATA_DISKS, DISKS, TAGS, EXTRA -> null;
        };
    }
}
