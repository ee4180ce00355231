package io.camelsmc.spec;

/** When a field of a job that exists may be changed (page ModifyReplicationJobAttribute). */
public enum Modifiable {
    /** In every status. */
    ANY("always"),
    /** Before the job has run for the first time. Whether a job that was stopped or failed counts is unconfirmed: no. */
    BEFORE_START("before the start"),
    /** Before the first run, or between two runs. */
    BEFORE_START_OR_WAITING("before the start and between runs"),
    /** As long as the job can still expire. */
    VALID_TIME("until the end"),
    /** Fixed when the job is made. */
    NEVER("never"),
    /** Tags have operations of their own (TagResources, UntagResources); a change of the job does not take them. */
    TAGS("never, tags have operations of their own");

    private final String description;

    Modifiable(String description) {
        this.description = description;
    }

    /** Some words for people. */
    public String description() {
        return description;
    }

    /** The one table. Our own fields are never sent, so there is nothing to change. */
    static Modifiable of(SpecField field) {
        return switch (field) {
            case NAME, DESCRIPTION -> ANY;
            case FREQUENCY, MAX_NUMBER_OF_IMAGE_TO_KEEP -> BEFORE_START_OR_WAITING;
            case VALID_TIME -> VALID_TIME;
            case TARGET_TYPE_FIELD,
                    IMAGE_NAME,
                    INSTANCE_ID,
                    SYSTEM_DISK_SIZE,
                    SYSTEM_DISK_PART,
                    DATA_DISK,
                    NET_MODE,
                    VPC_ID,
                    V_SWITCH_ID,
                    SCHEDULED_START_TIME,
                    INSTANCE_TYPE,
                    INSTANCE_RAM_ROLE,
                    LAUNCH_TEMPLATE_ID,
                    LAUNCH_TEMPLATE_VERSION,
                    CONTAINER_NAMESPACE,
                    CONTAINER_REPOSITORY,
                    CONTAINER_TAG,
                    REPLICATION_PARAMETERS -> BEFORE_START;
            case TAG -> TAGS;
            case SOURCE_ID,
                    REGION_ID,
                    DISKS_LAYOUT,
                    RUN_ONCE,
                    RESOURCE_GROUP_ID,
                    LICENSE_TYPE,
                    JOB_TYPE,
                    CLIENT_TOKEN,
                    SOURCE_NAME,
                    WAVE,
                    APP,
                    ENABLED,
                    GENERATION,
                    TEMPLATE,
                    ERASE_TARGET,
                    NOTES,
                    EXTRA_PARAMETERS -> NEVER;
        };
    }
}
