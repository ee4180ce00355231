package io.camelsmc.client.wire;

import io.camelsmc.job.ObservedSource;
import java.util.List;

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
                dataDisks(source));
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
