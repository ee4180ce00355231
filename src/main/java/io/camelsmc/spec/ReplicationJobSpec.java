package io.camelsmc.spec;

import com.fasterxml.jackson.annotation.JsonCreator;
import io.camelsmc.diag.SourcePosition;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a user wants one migration to be: the parameters of CreateReplicationJob plus our own fields. Immutable and safe
 * to share between threads. A field that was not written is absent, and what is absent is not sent.
 *
 * <p>Equality is equality of the fields; the {@linkplain #origin() place} a spec was read from does not count.
 */
public final class ReplicationJobSpec implements JsonForm {

    private static final long serialVersionUID = 1;

    private final transient Map<SpecField, Object> values;
    private final transient @Nullable SourcePosition origin;

    private ReplicationJobSpec(Map<SpecField, Object> values, @Nullable SourcePosition origin) {
        this.values = values;
        this.origin = origin;
    }

    public static Builder builder() {
        return new Builder();
    }

    /** A builder that starts with the fields of this spec. */
    public Builder toBuilder() {
        Builder builder = new Builder().origin(origin);
        builder.values.putAll(values);
        return builder;
    }

    /** The value of a field, in the type its {@link SpecField#type()} names; null when absent. */
    public @Nullable Object get(SpecField field) {
        return values.get(field);
    }

    public boolean has(SpecField field) {
        return values.containsKey(field);
    }

    /** The fields that are present, in the order of {@link SpecField}. */
    public Set<SpecField> fields() {
        return values.keySet();
    }

    /** Where the spec was read; null for one built in memory. */
    public @Nullable SourcePosition origin() {
        return origin;
    }

    /** The generation, 0 unless the row says otherwise. */
    public int generation() {
        Integer generation = as(SpecField.GENERATION, Integer.class);
        return generation == null ? 0 : generation;
    }

    /** False when the row is parked. */
    public boolean enabled() {
        return !Boolean.FALSE.equals(get(SpecField.ENABLED));
    }

    /** Whether the row consents to the loss of all data on the target instance. */
    public boolean eraseTarget() {
        return Boolean.TRUE.equals(get(SpecField.ERASE_TARGET));
    }

    /** How people name the row. */
    public JobAddress address() {
        return JobAddress.of(this);
    }

    public @Nullable String sourceId() {
        return as(SpecField.SOURCE_ID, String.class);
    }

    public @Nullable String name() {
        return as(SpecField.NAME, String.class);
    }

    public @Nullable String regionId() {
        return as(SpecField.REGION_ID, String.class);
    }

    public @Nullable TargetType targetType() {
        return as(SpecField.TARGET_TYPE_FIELD, TargetType.class);
    }

    public @Nullable String imageName() {
        return as(SpecField.IMAGE_NAME, String.class);
    }

    public @Nullable String instanceId() {
        return as(SpecField.INSTANCE_ID, String.class);
    }

    public @Nullable Integer systemDiskSizeGib() {
        return as(SpecField.SYSTEM_DISK_SIZE, Integer.class);
    }

    public @Nullable Integer netMode() {
        return as(SpecField.NET_MODE, Integer.class);
    }

    public @Nullable String vpcId() {
        return as(SpecField.VPC_ID, String.class);
    }

    public @Nullable String vSwitchId() {
        return as(SpecField.V_SWITCH_ID, String.class);
    }

    public @Nullable Boolean runOnce() {
        return as(SpecField.RUN_ONCE, Boolean.class);
    }

    public @Nullable Integer frequencyHours() {
        return as(SpecField.FREQUENCY, Integer.class);
    }

    public @Nullable Integer maxNumberOfImageToKeep() {
        return as(SpecField.MAX_NUMBER_OF_IMAGE_TO_KEEP, Integer.class);
    }

    public @Nullable Instant scheduledStartTime() {
        return as(SpecField.SCHEDULED_START_TIME, Instant.class);
    }

    public @Nullable Instant validTime() {
        return as(SpecField.VALID_TIME, Instant.class);
    }

    public @Nullable String instanceType() {
        return as(SpecField.INSTANCE_TYPE, String.class);
    }

    public @Nullable String instanceRamRole() {
        return as(SpecField.INSTANCE_RAM_ROLE, String.class);
    }

    public @Nullable String launchTemplateId() {
        return as(SpecField.LAUNCH_TEMPLATE_ID, String.class);
    }

    public @Nullable String launchTemplateVersion() {
        return as(SpecField.LAUNCH_TEMPLATE_VERSION, String.class);
    }

    public @Nullable String resourceGroupId() {
        return as(SpecField.RESOURCE_GROUP_ID, String.class);
    }

    public @Nullable String licenseType() {
        return as(SpecField.LICENSE_TYPE, String.class);
    }

    public @Nullable Integer jobType() {
        return as(SpecField.JOB_TYPE, Integer.class);
    }

    public @Nullable String containerNamespace() {
        return as(SpecField.CONTAINER_NAMESPACE, String.class);
    }

    public @Nullable String containerRepository() {
        return as(SpecField.CONTAINER_REPOSITORY, String.class);
    }

    public @Nullable String containerTag() {
        return as(SpecField.CONTAINER_TAG, String.class);
    }

    public @Nullable String replicationParameters() {
        return as(SpecField.REPLICATION_PARAMETERS, String.class);
    }

    public @Nullable String description() {
        return as(SpecField.DESCRIPTION, String.class);
    }

    public @Nullable String clientToken() {
        return as(SpecField.CLIENT_TOKEN, String.class);
    }

    public @Nullable DisksSpec disks() {
        return as(SpecField.DISKS_LAYOUT, DisksSpec.class);
    }

    /** The name of the source, for rows that do not give its id. */
    public @Nullable String sourceName() {
        return as(SpecField.SOURCE_NAME, String.class);
    }

    public @Nullable String wave() {
        return as(SpecField.WAVE, String.class);
    }

    public @Nullable String app() {
        return as(SpecField.APP, String.class);
    }

    public @Nullable String template() {
        return as(SpecField.TEMPLATE, String.class);
    }

    public @Nullable String notes() {
        return as(SpecField.NOTES, String.class);
    }

    public List<PartitionSpec> systemDiskParts() {
        return list(SpecField.SYSTEM_DISK_PART, PartitionSpec.class);
    }

    public List<DataDiskSpec> dataDisks() {
        return list(SpecField.DATA_DISK, DataDiskSpec.class);
    }

    public List<TagSpec> tags() {
        return list(SpecField.TAG, TagSpec.class);
    }

    /** Parameters to send as they stand, by wire name. */
    public Map<String, String> extra() {
        Map<?, ?> extra = as(SpecField.EXTRA_PARAMETERS, Map.class);
        if (extra == null) {
            return Map.of();
        }
        Map<String, String> copy = new LinkedHashMap<>();
        extra.forEach((name, value) -> copy.put((String) name, (String) value));
        return Collections.unmodifiableMap(copy);
    }

    private <T> @Nullable T as(SpecField field, Class<T> type) {
        return type.cast(values.get(field));
    }

    private <T> List<T> list(SpecField field, Class<T> type) {
        List<?> list = as(field, List.class);
        if (list == null) {
            return List.of();
        }
        List<T> items = new ArrayList<>(list.size());
        for (Object item : list) {
            items.add(type.cast(item));
        }
        return Collections.unmodifiableList(items);
    }

    /** The fields, named and nested as in a JSON sheet; the place it was read from is left out. */
    @Override
    public Map<String, Object> asJson() {
        return SpecFields.of(this);
    }

    /** Reads the form of {@link #asJson()}, and whatever else a map of fields may be. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static ReplicationJobSpec ofJson(Map<String, Object> fields) throws InvalidSpecException {
        return FieldsReader.get().read(fields);
    }

    private Object writeReplace() {
        return JsonForm.text(this);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ReplicationJobSpec that && values.equals(that.values);
    }

    @Override
    public int hashCode() {
        return values.hashCode();
    }

    @Override
    public String toString() {
        return "ReplicationJobSpec[" + address() + (origin == null ? "" : " from " + origin) + "]";
    }

    /** Collects the fields of a spec. Not safe to share between threads. */
    public static final class Builder {

        private final EnumMap<SpecField, Object> values = new EnumMap<>(SpecField.class);
        private @Nullable SourcePosition origin;

        private Builder() {}

        /**
         * Sets a field, or removes it when the value is null.
         *
         * @throws IllegalArgumentException if the value is not of the type of the field
         */
        public Builder set(SpecField field, @Nullable Object value) {
            if (value == null) {
                values.remove(field);
                return this;
            }
            if (!field.type().javaType().isInstance(value)) {
                throw new IllegalArgumentException(field.specName() + " takes a "
                        + field.type().javaType().getSimpleName() + ", not a "
                        + value.getClass().getSimpleName());
            }
            values.put(field, copy(value));
            return this;
        }

        /** Sets a field only if it is absent: how defaults fill the gaps. */
        public Builder setDefault(SpecField field, @Nullable Object value) {
            return values.containsKey(field) ? this : set(field, value);
        }

        public Builder origin(@Nullable SourcePosition where) {
            this.origin = where;
            return this;
        }

        public Builder sourceId(String value) {
            return set(SpecField.SOURCE_ID, value);
        }

        public Builder regionId(String value) {
            return set(SpecField.REGION_ID, value);
        }

        public Builder name(String value) {
            return set(SpecField.NAME, value);
        }

        public ReplicationJobSpec build() {
            return new ReplicationJobSpec(Collections.unmodifiableMap(new EnumMap<>(values)), origin);
        }

        private static Object copy(Object value) {
            if (value instanceof List<?> list) {
                return List.copyOf(list);
            }
            if (value instanceof Map<?, ?> map) {
                LinkedHashMap<Object, Object> copy = new LinkedHashMap<>(map);
                copy.forEach((name, text) -> {
                    Objects.requireNonNull(name, "name");
                    Objects.requireNonNull(text, "value");
                });
                return Collections.unmodifiableMap(copy);
            }
            return value instanceof Instant time ? time.truncatedTo(ChronoUnit.SECONDS) : value;
        }
    }
}
