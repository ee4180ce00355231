package io.camelsmc.emulator;

/** A lasting departure of the service from its documented behaviour, switched on and off with {@link EmulatorSettings}. */
public enum Quirk {
    /** ClientToken has no effect at all. */
    IGNORE_CLIENT_TOKENS,
    /** A ClientToken is forgotten as soon as its call has ended. */
    FORGET_CLIENT_TOKENS,
    /** A source that is in use takes a further job. */
    SEVERAL_JOBS_PER_SOURCE,
    /** A name or an image name that a job holds may be given to a further job. */
    SEVERAL_JOBS_PER_NAME,
    /** Text filters of the Describe operations match parts of the value, whatever the case. */
    LOOSE_FILTERS,
    /** From the second page on every page begins one entry late, as if an entry had gone meanwhile. */
    PAGE_SHIFT,
    /** The service-linked role is missing: 403 {@code EntityNotExist.Role} on create. */
    ROLE_MISSING,
    /** The account is not verified: 403 {@code RealNameAuthenticationError} on create. */
    REAL_NAME_MISSING,
    /** The caller may do nothing: 403 {@code Forbidden.Unauthorized}. */
    PERMISSION_DENIED,
    /** The access key is disabled: 403 {@code InvalidAccessKeyId.Inactive}. */
    KEY_DISABLED,
    /** Session tokens have expired: 400 {@code InvalidSecurityToken.Expired}; calls without a token are not touched. */
    SECURITY_TOKEN_EXPIRED,
    /** StartReplicationJob begins the next cycle of a job in Waiting at once. */
    START_IN_WAITING,
    /** StopReplicationJob pauses a job in Waiting: it is Stopped until it is started. */
    STOP_IN_WAITING,
    /** ReplicationParameters may be changed while the job is Running and Syncing. */
    MODIFY_WHILE_SYNCING,
    /** What may be changed before a job is executed may also be changed in Stopped and InError. */
    MODIFY_BEFORE_NEXT_RUN,
    /** A list of DataDisk changes the disks it names by Index and leaves the others, instead of replacing all. */
    MERGE_DATA_DISKS,
    /** An empty value clears an attribute when a job is modified, instead of being ignored. */
    CLEAR_BY_EMPTY_VALUE,
    /** An empty ValidTime is for ever, instead of 30 days. */
    NEVER_EXPIRE_WHEN_EMPTY,
    /** A cut-over without a last synchronisation does not need a source that is online. */
    CUT_OVER_WITHOUT_SOURCE,
    /** A workgroup takes sources whatever their jobs are, instead of those with incremental jobs of images alone. */
    WORKGROUPS_TAKE_ANY_JOB
}
