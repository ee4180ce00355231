package io.camelsmc.emulator;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** A source server in the words of DescribeSourceServers. */
final class SourceView {

    private SourceView() {}

    static void write(EmulatedSource source, ObjectNode to) {
        to.put("SourceId", source.sourceId()).put("Name", source.name()).put("Description", source.description());
        to.put("State", source.state()).put("ErrorCode", source.errorCode());
        if (source.state().equals(EmulatedSource.UNAVAILABLE)) {
            to.put("StatusInfo", statusInfo(source.errorCode()));
        }
        if (source.jobId() != null) {
            to.put("JobId", source.jobId());
        }
        to.put("Platform", source.platform()).put("Architecture", source.architecture());
        to.put("KernelLevel", 1).put("AgentVersion", "2.5.0").put("HeartbeatRate", 30);
        to.put("ReplicationDriver", "SMT").put("SystemInfo", systemInfo(source));
        if (!source.learnsDisks() || !source.dataDisks().isEmpty()) {
            writeDisks(source, to);
        }
        to.put("ResourceGroupId", "").put("CreationTime", JobView.utc(source.createdAt()));
    }

    /** A server that has whatever disks a job names does not know them before. */
    private static void writeDisks(EmulatedSource source, ObjectNode to) {
        to.put("SystemDiskSize", source.systemDisk().sizeGib());
        writeParts(source.systemDisk(), to.putObject("SystemDiskParts").putArray("SystemDiskPart"), true);
        ArrayNode disks = to.putObject("DataDisks").putArray("DataDisk");
        for (EmulatedDisk disk : source.dataDisks()) {
            ObjectNode entry = disks.addObject().put("Index", disk.index()).put("Size", disk.sizeGib());
            entry.put("Path", disk.path());
            writeParts(disk, entry.putObject("Parts").putArray("Part"), true);
        }
        writePaths(source, to.putObject("Disks"));
    }

    private static void writePaths(EmulatedSource source, ObjectNode to) {
        ObjectNode system =
                to.putObject("System").put("Size", source.systemDisk().sizeGib());
        writeParts(source.systemDisk(), system.putObject("Parts").putArray("Part"), false);
        ArrayNode data = to.putObject("Data").putArray("Data");
        for (EmulatedDisk disk : source.dataDisks()) {
            ObjectNode entry = data.addObject().put("Size", disk.sizeGib());
            writeParts(disk, entry.putObject("Parts").putArray("Part"), false);
        }
    }

    private static void writeParts(EmulatedDisk disk, ArrayNode to, boolean withDevice) {
        for (EmulatedPartition part : disk.partitions()) {
            ObjectNode entry = to.addObject();
            if (withDevice) {
                entry.put("Device", part.device()).put("Need", part.needed());
            } else {
                entry.put(
                        "Type",
                        part.path().equals("/boot") ? "Boot" : part.path().equals("/") ? "System" : "Normal");
            }
            entry.put("Path", part.path()).put("SizeBytes", part.sizeBytes()).put("CanBlock", part.canBlock());
        }
    }

    private static String systemInfo(EmulatedSource source) {
        ObjectNode info = JsonNodeFactory.instance.objectNode();
        info.put("agent_mode", "daemon").put("cores", "2").put("hostname", source.name());
        int hash = source.sourceId().hashCode();
        String ipv4 = "10." + (hash >> 16 & 255) + "." + (hash >> 8 & 255) + "." + (hash & 255);
        return info.put("ipv4", ipv4)
                .put("memory", "8.00")
                .put("memory_usage", "3.61")
                .toString();
    }

    private static String statusInfo(String errorCode) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("error_code", errorCode)
                .put("error_msg", "The agent cannot be reached.")
                .toString();
    }
}
