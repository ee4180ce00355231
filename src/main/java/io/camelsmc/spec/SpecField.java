package io.camelsmc.spec;

import static io.camelsmc.spec.FieldType.BOOLEAN;
import static io.camelsmc.spec.FieldType.DATA_DISKS;
import static io.camelsmc.spec.FieldType.DISKS;
import static io.camelsmc.spec.FieldType.EXTRA;
import static io.camelsmc.spec.FieldType.INTEGER;
import static io.camelsmc.spec.FieldType.PARTITIONS;
import static io.camelsmc.spec.FieldType.STRING;
import static io.camelsmc.spec.FieldType.TAGS;
import static io.camelsmc.spec.FieldType.TARGET_TYPE;
import static io.camelsmc.spec.FieldType.TIME;

import org.jspecify.annotations.Nullable;

/**
 * Every field of a {@link ReplicationJobSpec}: the parameters of CreateReplicationJob (pages of 2021 and 2025) and our
 * own. The one table that readers, rules, encoder, comparison and documentation share. The order is the order of
 * columns and of documentation.
 */
public enum SpecField {
    SOURCE_ID("sourceId", "SourceId", STRING, "Source server to migrate"),
    NAME("name", "Name", STRING, "Name of the job, unique in the account; derived from the key where absent"),
    REGION_ID("regionId", "RegionId", STRING, "Destination region"),
    TARGET_TYPE_FIELD("targetType", "TargetType", TARGET_TYPE, "What the migration produces"),
    IMAGE_NAME("imageName", "ImageName", STRING, "Name of the image to make, unique in the region"),
    INSTANCE_ID("instanceId", "InstanceId", STRING, "Target instance; all its data is destroyed"),
    SYSTEM_DISK_SIZE("systemDiskSize", "SystemDiskSize", INTEGER, "Size of the target system disk in GiB"),
    SYSTEM_DISK_PART("systemDiskPart", "SystemDiskPart", PARTITIONS, "Partitions of the target system disk"),
    DATA_DISK("dataDisk", "DataDisk", DATA_DISKS, "Target data disks by index of the source disk"),
    DISKS_LAYOUT("disks", "Disks", DISKS, "Path-based disk layout; do not mix with the three above"),
    NET_MODE("netMode", "NetMode", INTEGER, "0 public internet, 2 VPC"),
    VPC_ID("vpcId", "VpcId", STRING, "VPC of the intermediate instance"),
    V_SWITCH_ID("vSwitchId", "VSwitchId", STRING, "vSwitch of the intermediate instance"),
    RUN_ONCE("runOnce", "RunOnce", BOOLEAN, "true one time, false incremental"),
    FREQUENCY("frequency", "Frequency", INTEGER, "Hours between incremental runs"),
    MAX_NUMBER_OF_IMAGE_TO_KEEP(
            "maxNumberOfImageToKeep", "MaxNumberOfImageToKeep", INTEGER, "Images kept by incremental runs"),
    SCHEDULED_START_TIME("scheduledStartTime", "ScheduledStartTime", TIME, "When the service starts the job, UTC"),
    VALID_TIME("validTime", "ValidTime", TIME, "When the job expires, UTC"),
    INSTANCE_TYPE("instanceType", "InstanceType", STRING, "Type of the intermediate instance, not of the target"),
    INSTANCE_RAM_ROLE("instanceRamRole", "InstanceRamRole", STRING, "RAM role of the intermediate instance"),
    LAUNCH_TEMPLATE_ID("launchTemplateId", "LaunchTemplateId", STRING, "ECS launch template"),
    LAUNCH_TEMPLATE_VERSION("launchTemplateVersion", "LaunchTemplateVersion", STRING, "Version of the template"),
    RESOURCE_GROUP_ID("resourceGroupId", "ResourceGroupId", STRING, "Resource group of the job"),
    LICENSE_TYPE("licenseType", "LicenseType", STRING, "Empty or BYOL"),
    JOB_TYPE("jobType", "JobType", INTEGER, "0 server, 1 operating system, 2 cross-zone, 3 VMware"),
    CONTAINER_NAMESPACE("containerNamespace", "ContainerNamespace", STRING, "Namespace of the container image"),
    CONTAINER_REPOSITORY("containerRepository", "ContainerRepository", STRING, "Repository of the container image"),
    CONTAINER_TAG("containerTag", "ContainerTag", STRING, "Tag of the container image"),
    REPLICATION_PARAMETERS(
            "replicationParameters", "ReplicationParameters", STRING, "JSON object of transfer parameters"),
    DESCRIPTION("description", "Description", STRING, "Description of the job"),
    TAG("tag", "Tag", TAGS, "Tags of the job, 20 at most"),
    CLIENT_TOKEN("clientToken", "ClientToken", STRING, "Idempotency token; derived from the key where absent"),

    // Our own: never sent.
    SOURCE_NAME("sourceName", null, STRING, "Name of the source server, where the row does not give its id"),
    WAVE("wave", null, STRING, "Wave that the row belongs to"),
    APP("app", null, STRING, "Application inside the wave"),
    ENABLED("enabled", null, BOOLEAN, "false parks the row"),
    GENERATION("generation", null, INTEGER, "Raise it to migrate the same source again"),
    TEMPLATE("template", null, STRING, "Template whose values fill the gaps"),
    ERASE_TARGET("eraseTarget", null, BOOLEAN, "Consents to the loss of all data on the target instance"),
    NOTES("notes", null, STRING, "Free text for people"),
    EXTRA_PARAMETERS("extra", null, EXTRA, "Parameters that this version does not know, sent as they stand");

    private final String specName;
    private final @Nullable String wireName;
    private final FieldType type;
    private final String description;

    SpecField(String specName, @Nullable String wireName, FieldType type, String description) {
        this.specName = specName;
        this.wireName = wireName;
        this.type = type;
        this.description = description;
    }

    /** The name in YAML and JSON, camelCase. */
    public String specName() {
        return specName;
    }

    /** The name on the wire, as SMC spells it; null for our own fields. */
    public @Nullable String wireName() {
        return wireName;
    }

    public FieldType type() {
        return type;
    }

    /** One line for people. */
    public String description() {
        return description;
    }

    /** When the field of a job that exists may be changed. */
    public Modifiable modifiable() {
        return Modifiable.of(this);
    }

    /** Whether the field is a parameter of CreateReplicationJob. */
    public boolean isApiParameter() {
        return wireName != null;
    }
}
