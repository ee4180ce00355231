package io.camelsmc.client.wire;

import io.camelsmc.job.SourceServer;
import java.util.List;

/** Reads one {@code SourceServer} of a listing. */
public final class SourceServerParser {

    private SourceServerParser() {}

    /** Reads it, given its id. */
    public static SourceServer parse(Fields source, String sourceId) {
        return new SourceServer(
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

    private static List<SourceServer.DataDisk> dataDisks(Fields source) {
        return source.list("DataDisks", "DataDisk").stream()
                .map(disk -> new SourceServer.DataDisk(
                        disk.integer("Index"),
                        disk.integer("Size"),
                        disk.text("Path"),
                        partitions(disk, "Parts", "Part")))
                .toList();
    }

    private static List<SourceServer.Partition> partitions(Fields owner, String outer, String inner) {
        return owner.list(outer, inner).stream()
                .map(part -> new SourceServer.Partition(
                        part.text("Device"),
                        part.text("Path"),
                        part.number("SizeBytes"),
                        part.flag("CanBlock"),
                        part.flag("Need")))
                .toList();
    }
}
