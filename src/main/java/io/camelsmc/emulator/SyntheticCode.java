package io.camelsmc.emulator;

/**
 * Refusals for which no page gives a code. Each has one of ours, which {@link EmulatorSettings#answer} replaces, so that a
 * client can be tried with what the service may really say.
 */
public enum SyntheticCode {
    /** The JobId of an operation is unknown. */
    JOB_NOT_FOUND(404, "InvalidJobId.NotFound"),
    /** The SourceId of an operation is unknown. */
    SOURCE_NOT_FOUND(404, "InvalidSourceId.NotFound"),
    /** A job is started while as many run as the account allows. */
    RUNNING_QUOTA(400, "QuotaExceeded.RunningReplicationJob"),
    /** The WorkgroupId of an operation is unknown. */
    WORKGROUP_NOT_FOUND(404, "InvalidWorkgroupId.NotFound"),
    /** Another workgroup has the name. */
    WORKGROUP_NAME_DUPLICATE(400, "WorkgroupName.Duplicate"),
    /** A workgroup with sources is deleted. */
    WORKGROUP_NOT_EMPTY(400, "Workgroup.NotEmpty"),
    /** The account has 50 workgroups. */
    WORKGROUP_QUOTA(400, "QuotaExceeded.Workgroup"),
    /** A workgroup would have more than 50 sources. */
    WORKGROUP_FULL(400, "QuotaExceeded.WorkgroupSourceServer"),
    /** A source is in another workgroup. */
    SOURCE_IN_WORKGROUP(400, "SourceServer.InWorkgroup"),
    /** A source that is to leave a workgroup is not in it. */
    SOURCE_NOT_IN_WORKGROUP(400, "SourceServer.NotInWorkgroup"),
    /** The job of a source that joins a workgroup is not incremental or makes no image. */
    JOB_NOT_FOR_WORKGROUP(400, "ReplicationJob.NotSupportedByWorkgroup"),
    /** The AccessTokenId of an operation is unknown. */
    ACCESS_TOKEN_NOT_FOUND(404, "InvalidAccessTokenId.NotFound");

    private final int status;
    private final String code;

    SyntheticCode(int status, String code) {
        this.status = status;
        this.code = code;
    }

    /** The HTTP status unless another one is set. */
    public int status() {
        return status;
    }

    /** The error code unless another one is set. */
    public String code() {
        return code;
    }
}
