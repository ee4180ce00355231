package io.camelsmc.client.wire;

import io.camelsmc.job.ObservedSource;
import io.camelsmc.job.SourceDetails;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads one {@code SourceServer} of a listing. */
public final class ObservedSourceParser {

    private ObservedSourceParser() {}

    /** Reads it, given its id. */
    public static ObservedSource parse(Fields source, String sourceId) {
        return new ObservedSource(
                sourceId,
                source.text("Name"),
                source.text("State"),
                source.text("ErrorCode"),
                source.text("StatusInfo"),
                source.text("JobId"),
                source.text("Platform"),
                source.text("Architecture"),
                source.text("AgentVersion"),
                source.text("ReplicationDriver"),
                source.integer("SystemDiskSize"),
                partitions(source, "SystemDiskParts", "SystemDiskPart"),
                dataDisks(source),
                details(source));
    }

    private static SourceDetails details(Fields source) {
        return new SourceDetails(
                source.text("Description"),
                source.integer("HeartbeatRate"),
                source.integer("KernelLevel"),
                source.text("SystemInfo"),
                source.text("ResourceGroupId"),
                source.text("WorkgroupId"),
                source.text("CreationTime"),
                layout(source.object("Disks")),
                source.tags());
    }

    private static SourceDetails.@Nullable Layout layout(Fields disks) {
        SourceDetails.Disk system = disks.object("System").node().isEmpty() ? null : disk(disks.object("System"));
        List<SourceDetails.Disk> data = disks.list("Data", "Data").stream()
                .map(ObservedSourceParser::disk)
                .toList();
        return system == null && data.isEmpty() ? null : new SourceDetails.Layout(system, data);
    }

    private static SourceDetails.Disk disk(Fields disk) {
        List<SourceDetails.Part> parts = disk.list("Parts", "Part").stream()
                .map(part -> new SourceDetails.Part(
                        part.text("Path"), part.number("SizeBytes"), part.flag("CanBlock"), part.text("Type")))
                .toList();
        return new SourceDetails.Disk(disk.integer("Size"), disk.number("Offset"), parts);
    }

    private static List<ObservedSource.DataDisk> dataDisks(Fields source) {
        return source.list("DataDisks", "DataDisk").stream()
                .map(disk -> new ObservedSource.DataDisk(
                        disk.integer("Index"),
                        disk.integer("Size"),
                        disk.text("Path"),
                        partitions(disk, "Parts", "Part")))
                .toList();
    }

    private static List<ObservedSource.Partition> partitions(Fields owner, String outer, String inner) {
        return owner.list(outer, inner).stream()
                .map(part -> new ObservedSource.Partition(
                        part.text("Device"),
                        part.text("Path"),
                        part.number("SizeBytes"),
                        part.flag("CanBlock"),
                        part.flag("Need")))
                .toList();
    }
}
