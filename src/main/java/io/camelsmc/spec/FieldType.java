package io.camelsmc.spec;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/** The Java type that a {@link SpecField} holds. */
public enum FieldType {
    STRING(String.class),
    INTEGER(Integer.class),
    BOOLEAN(Boolean.class),
    /** UTC, whole seconds. */
    TIME(Instant.class),
    TARGET_TYPE(TargetType.class),
    /** A list of {@link PartitionSpec}. */
    PARTITIONS(List.class),
    /** A list of {@link DataDiskSpec}. */
    DATA_DISKS(List.class),
    DISKS(DisksSpec.class),
    /** A list of {@link TagSpec}. */
    TAGS(List.class),
    /** Names and values sent as they stand. */
    EXTRA(Map.class);

    private final Class<?> javaType;

    FieldType(Class<?> javaType) {
        this.javaType = javaType;
    }

    public Class<?> javaType() {
        return javaType;
    }
}
