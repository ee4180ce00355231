package io.camelsmc.spec;

import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of CreateReplicationJob that a spec stands for, flat and sorted by name in byte order: lists become
 * {@code DataDisk.1.Part.2.SizeBytes}, the layout {@code Disks.Data.1.Size}. What is absent from the spec is absent
 * here. This one form is both sent and digested.
 */
public final class CanonicalParameters {

    private final SortedMap<String, String> parameters = new TreeMap<>();

    private CanonicalParameters() {}

    /** The parameters of a spec, {@code ClientToken} included where the spec gives one. */
    public static SortedMap<String, String> of(ReplicationJobSpec spec) {
        CanonicalParameters flat = new CanonicalParameters();
        for (SpecField field : spec.fields()) {
            String name = field.wireName();
            if (name != null) {
                flat.add(name, field, spec.get(field));
            }
        }
        flat.parameters.putAll(spec.extra());
        return flat.parameters;
    }

    /** SHA-256 over the canonical request, without the token. */
    public static String digest(ReplicationJobSpec spec) {
        return digest(of(spec));
    }

    /** The same for parameters that {@link #of} made. */
    public static String digest(SortedMap<String, String> canonical) {
        StringBuilder text = new StringBuilder();
        canonical.forEach((name, value) -> {
            if (!name.equals(SpecField.CLIENT_TOKEN.wireName())) {
                text.append(name.length()).append(':').append(name);
                text.append(value.length()).append(':').append(value);
            }
        });
        return Sha256.hex(text.toString());
    }

    /**
     * The spec that some parameters stand for, the way back from {@link #of}. Fields of our own are not in it, nor are
     * values that are not of their field's type.
     */
    public static ReplicationJobSpec spec(SortedMap<String, String> parameters) {
        return ParametersReader.read(parameters);
    }

    private void add(String name, SpecField field, @Nullable Object value) {
        if (value == null) {
            return;
        }
        switch (field.type()) {
            case PARTITIONS -> addPartitions(name, (List<?>) value);
            case DATA_DISKS -> addDataDisks(name, (List<?>) value);
            case TAGS -> addTags(name, (List<?>) value);
            case DISKS -> addDisks(name, (DisksSpec) value);
            case STRING, INTEGER, BOOLEAN, TIME, TARGET_TYPE -> put(name, value);
            case EXTRA -> throw new IllegalStateException("extra parameters have no name of their own");
        }
    }

    private void addPartitions(String name, List<?> parts) {
        int n = 0;
        for (Object one : parts) {
            PartitionSpec part = (PartitionSpec) one;
            String prefix = name + "." + ++n + ".";
            put(prefix + "Device", part.device());
            put(prefix + "SizeBytes", part.sizeBytes());
            put(prefix + "Block", part.block());
        }
    }

    private void addDataDisks(String name, List<?> disks) {
        int n = 0;
        for (Object one : disks) {
            DataDiskSpec disk = (DataDiskSpec) one;
            String prefix = name + "." + ++n + ".";
            put(prefix + "Index", disk.index());
            put(prefix + "Size", disk.sizeGib());
            addPartitions(prefix + "Part", disk.parts());
        }
    }

    private void addTags(String name, List<?> tags) {
        int n = 0;
        for (Object one : tags) {
            TagSpec tag = (TagSpec) one;
            String prefix = name + "." + ++n + ".";
            put(prefix + "Key", tag.key());
            put(prefix + "Value", tag.value());
        }
    }

    private void addDisks(String name, DisksSpec disks) {
        DisksSpec.Disk system = disks.system();
        if (system != null) {
            addDisk(name + ".System.", system);
        }
        int n = 0;
        for (DisksSpec.Disk disk : disks.data()) {
            addDisk(name + ".Data." + ++n + ".", disk);
        }
    }

    private void addDisk(String prefix, DisksSpec.Disk disk) {
        put(prefix + "Size", disk.sizeGib());
        put(prefix + "LVM", disk.lvm());
        put(prefix + "DiskId", disk.diskId());
        int n = 0;
        for (DisksSpec.Part part : disk.parts()) {
            String partPrefix = prefix + "Part." + ++n + ".";
            put(partPrefix + "Path", part.path());
            put(partPrefix + "SizeBytes", part.sizeBytes());
            put(partPrefix + "Block", part.block());
        }
    }

    /** Instant prints whole seconds as {@code yyyy-MM-ddTHH:mm:ssZ}, which is the form the service wants. */
    private void put(String name, @Nullable Object value) {
        if (value != null) {
            parameters.put(name, value instanceof Instant time ? time.toString() : value.toString());
        }
    }
}
