package io.camelsmc.client.wire;

import io.camelsmc.job.ObservedJob;
import io.camelsmc.job.ReplicationJobRun;
import io.camelsmc.spec.DataDiskSpec;
import io.camelsmc.spec.DisksSpec;
import io.camelsmc.spec.PartitionSpec;
import io.camelsmc.spec.ReplicationJobSpec;
import io.camelsmc.spec.SpecField;
import io.camelsmc.spec.TargetType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads one {@code ReplicationJob} of a listing. */
public final class ObservedJobParser {

    private ObservedJobParser() {}

    /** Reads it, given its id and the id of the call. */
    public static ObservedJob parse(Fields job, String jobId, String requestId) {
        return new ObservedJob(
                jobId,
                job.text("Status"),
                job.text("BusinessStatus"),
                job.decimal("Progress"),
                job.text("ErrorCode"),
                job.text("StatusInfo"),
                job.text("ImageId"),
                job.text("CreationTime"),
                job.text("StartTime"),
                job.text("EndTime"),
                job.text("TransitionInstanceId"),
                job.text("WorkgroupId"),
                runs(job),
                attributes(job),
                requestId);
    }

    private static List<ReplicationJobRun> runs(Fields job) {
        return job.list("ReplicationJobRuns", "ReplicationJobRun").stream()
                .map(run -> new ReplicationJobRun(
                        run.text("Type"), run.text("StartTime"), run.text("EndTime"), run.text("ImageId")))
                .toList();
    }

    private static ReplicationJobSpec attributes(Fields job) {
        ReplicationJobSpec.Builder spec = ReplicationJobSpec.builder();
        for (SpecField field : SpecField.values()) {
            String name = field.wireName();
            if (name != null && field != SpecField.CLIENT_TOKEN) {
                spec.set(field, value(job, field, name));
            }
        }
        return spec.build();
    }

    private static @Nullable Object value(Fields job, SpecField field, String name) {
        return switch (field.type()) {
            case STRING -> job.text(name);
            case INTEGER -> job.integer(name);
            case BOOLEAN -> job.flag(name);
            case TIME -> job.time(name);
            case TARGET_TYPE -> targetType(job.text(name));
            case PARTITIONS -> unlessEmpty(partitions(job, "SystemDiskParts", "SystemDiskPart"));
            case DATA_DISKS -> unlessEmpty(dataDisks(job));
            case DISKS -> disks(job.object(name));
            case TAGS -> unlessEmpty(job.tags());
            case EXTRA -> null;
        };
    }

    private static @Nullable TargetType targetType(@Nullable String text) {
        return text == null ? null : TargetType.parse(text).orElse(null);
    }

    private static List<PartitionSpec> partitions(Fields owner, String outer, String inner) {
        return owner.list(outer, inner).stream()
                .map(part -> new PartitionSpec(part.text("Device"), part.number("SizeBytes"), part.flag("Block")))
                .toList();
    }

    private static List<DataDiskSpec> dataDisks(Fields job) {
        return job.list("DataDisks", "DataDisk").stream()
                .map(disk -> new DataDiskSpec(
                        disk.integer("Index"), disk.integer("Size"), partitions(disk, "Parts", "Part")))
                .toList();
    }

    private static @Nullable DisksSpec disks(Fields layout) {
        Fields system = layout.object("System");
        List<DisksSpec.Disk> data = layout.list("Data", "Data").stream()
                .map(ObservedJobParser::disk)
                .toList();
        DisksSpec.Disk systemDisk = system.node().isObject() && !system.node().isEmpty() ? disk(system) : null;
        return systemDisk == null && data.isEmpty() ? null : new DisksSpec(systemDisk, data);
    }

    private static DisksSpec.Disk disk(Fields disk) {
        List<DisksSpec.Part> parts = disk.list("Parts", "Part").stream()
                .map(part -> new DisksSpec.Part(part.text("Path"), part.number("SizeBytes"), part.flag("Block")))
                .toList();
        return new DisksSpec.Disk(disk.integer("Size"), disk.flag("LVM"), disk.text("DiskId"), parts);
    }

    private static @Nullable List<?> unlessEmpty(List<?> list) {
        return list.isEmpty() ? null : list;
    }
}
