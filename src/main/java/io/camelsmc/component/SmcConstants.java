package io.camelsmc.component;

import org.apache.camel.spi.Metadata;

/** The headers and exchange properties of the component. */
public final class SmcConstants {

    @Metadata(
            label = "producer",
            javaType = "String",
            description =
                    "Id of the replication job: what SMC returned, or what modifyReplicationJobAttribute shall change")
    public static final String JOB_ID = "CamelSmcJobId";

    @Metadata(label = "producer", javaType = "String", description = "Id that the service gave the call")
    public static final String REQUEST_ID = "CamelSmcRequestId";

    @Metadata(
            label = "producer",
            javaType = "String",
            description = "Idempotency token of the job; the same for every try of the same row")
    public static final String CLIENT_TOKEN = "CamelSmcClientToken";

    @Metadata(
            label = "producer",
            javaType = "String",
            description = "How the row ended: created, adopted, unchanged, updated or skipped")
    public static final String OUTCOME = "CamelSmcOutcome";

    @Metadata(label = "producer", javaType = "Integer", description = "Create calls made for this exchange")
    public static final String ATTEMPTS = "CamelSmcAttempts";

    @Metadata(label = "producer", javaType = "String", description = "The row as people name it: wave/name")
    public static final String ADDRESS = "CamelSmcAddress";

    @Metadata(label = "producer", javaType = "String", description = "Source server of the row")
    public static final String SOURCE_ID = "CamelSmcSourceId";

    @Metadata(
            label = "producer",
            javaType = "String",
            description = "Identity of the row's job: region/source/generation; the same in every report of the job")
    public static final String JOB_KEY = "CamelSmcJobKey";

    @Metadata(
            label = "producer",
            javaType = "String",
            description =
                    "Class of the error: invalid, rejected, conflict, quota, access, throttled, unavailable, outcome-unknown,"
                            + " journal or failed")
    public static final String ERROR_CLASS = "CamelSmcErrorClass";

    @Metadata(
            label = "producer",
            javaType = "String",
            description = "Code of the error: the service's own, or the rule that an invalid row breaks")
    public static final String ERROR_CODE = "CamelSmcErrorCode";

    @Metadata(
            label = "producer",
            javaType = "Boolean",
            description = "Whether the same row may succeed later, unedited")
    public static final String RETRYABLE = "CamelSmcRetryable";

    @Metadata(
            label = "producer",
            javaType = "Long",
            description = "Items in the answer of a describe operation, or rows in a wave")
    public static final String COUNT = "CamelSmcCount";

    /** Exchange property: the {@link WaveSummary} of a wave that was split. */
    public static final String WAVE_SUMMARY = "CamelSmcWaveSummary";

    /** Exchange property: the row as it was read, for reports. */
    public static final String ROW = "CamelSmcRow";

    /** Exchange property: a safe file name made from the name of the input, without ending. */
    public static final String REPORT_NAME = "CamelSmcReportName";

    /** Exchange property: where the input belongs: done, partial, rejected or in. */
    public static final String FOLDER = "CamelSmcFolder";

    /** Exchange property: a safe file name for the finished input, with time and digest. */
    public static final String TARGET_NAME = "CamelSmcTargetName";

    /** Exchange property: SHA-256 of the input that the rows of a wave were read from, hex. */
    public static final String INPUT_DIGEST = "CamelSmcInputDigest";

    private SmcConstants() {}
}
