package io.camelsmc.emulator;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** A job in the words of DescribeReplicationJobs. The ClientToken is not among them. */
final class JobView {

    private static final List<String> TEXTS = List.of(
            "Description",
            "VpcId",
            "VSwitchId",
            "InstanceType",
            "InstanceRamRole",
            "LaunchTemplateId",
            "LaunchTemplateVersion",
            "LicenseType",
            "ReplicationParameters",
            "ContainerNamespace",
            "ContainerRepository",
            "ContainerTag",
            "InstanceId",
            "ResourceGroupId");
    private static final List<String> NUMBERS = List.of("Frequency", "MaxNumberOfImageToKeep", "SystemDiskSize");

    private JobView() {}

    static void write(EmulatedJob job, ObjectNode to) {
        SortedMap<String, String> from = job.parameters();
        to.put("JobId", job.jobId()).put("SourceId", job.sourceId()).put("RegionId", job.regionId());
        putIfPresent(to, "Name", job.name());
        to.put("Status", job.status().wire()).put("BusinessStatus", job.businessStatus());
        to.put("Progress", job.progress()).put("ErrorCode", job.errorCode()).put("StatusInfo", job.statusInfo());
        to.put("TargetType", targetType(from.get("TargetType")));
        to.put("JobType", Integer.parseInt(from.getOrDefault("JobType", "0")));
        to.put("RunOnce", !"false".equalsIgnoreCase(from.get("RunOnce")));
        to.put("NetMode", Integer.parseInt(from.getOrDefault("NetMode", "0")));
        putIfPresent(to, "ImageName", job.imageName());
        TEXTS.forEach(name -> putIfPresent(to, name, from.get(name)));
        NUMBERS.forEach(name -> putNumber(to, name, from.get(name)));
        putIfPresent(to, "ImageId", job.imageId());
        putIfPresent(to, "TransitionInstanceId", job.transitionInstanceId());
        to.put("CreationTime", utc(job.createdAt()));
        putTime(to, "ValidTime", job.validUntil().equals(Instant.MAX) ? null : job.validUntil());
        putTime(to, "StartTime", job.startedAt());
        putTime(to, "EndTime", job.endedAt());
        putTime(to, "ScheduledStartTime", job.scheduledAt());
        writeParts(from, "SystemDiskPart", to.putObject("SystemDiskParts").putArray("SystemDiskPart"));
        writeDataDisks(from, to.putObject("DataDisks").putArray("DataDisk"));
        DisksView.write(from, to);
        ArrayNode runs = to.putObject("ReplicationJobRuns").putArray("ReplicationJobRun");
        for (EmulatedRun run : job.runs()) {
            ObjectNode entry = runs.addObject().put("Type", run.manual() ? "Manual" : "Schedule");
            entry.put("StartTime", utc(run.startedAt())).put("EndTime", utc(run.endedAt()));
            entry.put("ImageId", run.imageId());
        }
    }

    static String utc(Instant time) {
        return time.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    static void putNumber(ObjectNode to, String name, @Nullable String text) {
        if (text != null) {
            to.put(name, Long.parseLong(text));
        }
    }

    private static String targetType(@Nullable String asked) {
        return List.of("ContainerImage", "TargetInstance").stream()
                .filter(known -> known.equalsIgnoreCase(asked))
                .findFirst()
                .orElse("Image");
    }

    private static void writeDataDisks(SortedMap<String, String> from, ArrayNode to) {
        for (SortedMap<String, String> disk : WireList.items(from, "DataDisk").values()) {
            ObjectNode entry = to.addObject();
            putNumber(entry, "Index", disk.get("Index"));
            putNumber(entry, "Size", disk.get("Size"));
            writeParts(disk, "Part", entry.putObject("Parts").putArray("Part"));
        }
    }

    private static void writeParts(SortedMap<String, String> from, String name, ArrayNode to) {
        for (SortedMap<String, String> part : WireList.items(from, name).values()) {
            ObjectNode entry = to.addObject();
            putIfPresent(entry, "Device", part.get("Device"));
            putNumber(entry, "SizeBytes", part.get("SizeBytes"));
            entry.put("Block", !"false".equalsIgnoreCase(part.get("Block")));
        }
    }

    private static void putIfPresent(ObjectNode to, String name, @Nullable String value) {
        if (value != null) {
            to.put(name, value);
        }
    }

    private static void putTime(ObjectNode to, String name, @Nullable Instant time) {
        if (time != null) {
            to.put(name, utc(time));
        }
    }
}
