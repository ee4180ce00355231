package io.camelsmc.vendor;

import io.camelsmc.spec.DataDiskSpec;
import io.camelsmc.spec.DisksSpec;
import io.camelsmc.spec.PartitionSpec;
import io.camelsmc.spec.ReplicationJobSpec;
import io.camelsmc.spec.TagSpec;
import io.camelsmc.spec.TargetType;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * A CreateReplicationJob as a user of the vendor's library writes it: nested, in the vendor's spelling, nothing
 * flattened. Shares no code with our encoder.
 */
final class VendorRequest {

    private static final DateTimeFormatter UTC =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss'Z'").withZone(ZoneOffset.UTC);

    private VendorRequest() {}

    static Map<String, Object> of(ReplicationJobSpec spec) {
        Map<String, Object> request = new LinkedHashMap<>();
        put(request, "RegionId", spec.regionId());
        put(request, "SourceId", spec.sourceId());
        put(request, "ClientToken", spec.clientToken());
        put(request, "Name", spec.name());
        put(request, "Description", spec.description());
        put(request, "TargetType", targetType(spec.targetType()));
        put(request, "ImageName", spec.imageName());
        put(request, "InstanceId", spec.instanceId());
        put(request, "SystemDiskSize", spec.systemDiskSizeGib());
        put(request, "SystemDiskPart", list(spec.systemDiskParts(), VendorRequest::partition));
        put(request, "DataDisk", list(spec.dataDisks(), VendorRequest::dataDisk));
        put(request, "Disks", spec.disks() == null ? null : disks(spec.disks()));
        put(request, "NetMode", spec.netMode());
        put(request, "VpcId", spec.vpcId());
        put(request, "VSwitchId", spec.vSwitchId());
        put(request, "RunOnce", spec.runOnce());
        put(request, "Frequency", spec.frequencyHours());
        put(request, "MaxNumberOfImageToKeep", spec.maxNumberOfImageToKeep());
        put(request, "ScheduledStartTime", time(spec.scheduledStartTime()));
        put(request, "ValidTime", time(spec.validTime()));
        put(request, "InstanceType", spec.instanceType());
        put(request, "InstanceRamRole", spec.instanceRamRole());
        put(request, "LaunchTemplateId", spec.launchTemplateId());
        put(request, "LaunchTemplateVersion", spec.launchTemplateVersion());
        put(request, "ResourceGroupId", spec.resourceGroupId());
        put(request, "LicenseType", spec.licenseType());
        put(request, "JobType", spec.jobType());
        put(request, "ContainerNamespace", spec.containerNamespace());
        put(request, "ContainerRepository", spec.containerRepository());
        put(request, "ContainerTag", spec.containerTag());
        put(request, "ReplicationParameters", spec.replicationParameters());
        put(request, "Tag", tags(spec.tags()));
        return request;
    }

    static List<Map<String, Object>> tags(List<TagSpec> tags) {
        return list(tags, tag -> fields("Key", tag.key(), "Value", tag.value()));
    }

    private static Map<String, Object> partition(PartitionSpec part) {
        return fields("Device", part.device(), "SizeBytes", part.sizeBytes(), "Block", part.block());
    }

    private static Map<String, Object> dataDisk(DataDiskSpec disk) {
        return fields(
                "Index", disk.index(), "Size", disk.sizeGib(), "Part", list(disk.parts(), VendorRequest::partition));
    }

    private static Map<String, Object> disks(DisksSpec disks) {
        return fields(
                "System",
                disks.system() == null ? null : disk(disks.system()),
                "Data",
                list(disks.data(), VendorRequest::disk));
    }

    private static Map<String, Object> disk(DisksSpec.Disk disk) {
        return fields(
                "Size",
                disk.sizeGib(),
                "LVM",
                disk.lvm(),
                "DiskId",
                disk.diskId(),
                "Part",
                list(
                        disk.parts(),
                        part -> fields("Path", part.path(), "SizeBytes", part.sizeBytes(), "Block", part.block())));
    }

    private static String targetType(TargetType type) {
        if (type == null) {
            return null;
        }
        return switch (type) {
            case IMAGE -> "Image";
            case CONTAINER_IMAGE -> "ContainerImage";
            case TARGET_INSTANCE -> "TargetInstance";
        };
    }

    private static String time(Instant time) {
        return time == null ? null : UTC.format(time);
    }

    private static <T> List<Map<String, Object>> list(List<T> items, Function<T, Map<String, Object>> item) {
        return items.isEmpty() ? null : items.stream().map(item).toList();
    }

    private static Map<String, Object> fields(Object... namesAndValues) {
        Map<String, Object> fields = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            put(fields, (String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return fields;
    }

    private static void put(Map<String, Object> to, String name, Object value) {
        if (value != null) {
            to.put(name, value);
        }
    }
}
