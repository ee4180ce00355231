package io.camelsmc.client.wire;

import io.camelsmc.client.DescribeReplicationJobsRequest;
import io.camelsmc.client.DescribeSourceServersRequest;
import io.camelsmc.client.ModifyReplicationJobAttributeRequest;
import io.camelsmc.spec.CanonicalParameters;
import io.camelsmc.spec.ClientToken;
import io.camelsmc.spec.Modifiable;
import io.camelsmc.spec.ReplicationJobSpec;
import io.camelsmc.spec.SpecField;
import io.camelsmc.spec.TagSpec;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The business parameters of a call, flat and not yet percent-encoded. What is null or empty is left out. */
public final class RequestEncoder {

    /** Names that belong to the gateway. A row must not be able to choose the action, the key or the signature. */
    private static final Set<String> COMMON = Set.of(
            "action",
            "version",
            "format",
            "accesskeyid",
            "securitytoken",
            "signature",
            "signaturemethod",
            "signaturenonce",
            "signatureversion",
            "timestamp");

    private static final String JOB_ID = "JobId";

    private RequestEncoder() {}

    /**
     * The parameters of CreateReplicationJob: those of the spec as they stand and the token, which wins over one that
     * the spec gives.
     *
     * @throws IllegalArgumentException if an extra parameter of the spec takes the name of a common one
     */
    public static SortedMap<String, String> create(ReplicationJobSpec spec, ClientToken token) {
        SortedMap<String, String> parameters = business(spec);
        String tokenName = SpecField.CLIENT_TOKEN.wireName();
        parameters.put(tokenName == null ? "ClientToken" : tokenName, token.value());
        return parameters;
    }

    /**
     * The parameters of ModifyReplicationJobAttribute, which takes neither region nor token.
     *
     * @throws IllegalArgumentException if there is no job id or nothing to change, if the operation does not take a
     *     field, or if an extra parameter takes the name of a common one or of the job
     */
    public static SortedMap<String, String> modify(ModifyReplicationJobAttributeRequest request) {
        if (request.jobId().isBlank()) {
            throw new IllegalArgumentException("the id of the job to change is missing");
        }
        ReplicationJobSpec changes = request.changes();
        for (SpecField field : changes.fields()) {
            Modifiable modifiable = field.modifiable();
            if (field.isApiParameter() && (modifiable == Modifiable.NEVER || modifiable == Modifiable.TAGS)) {
                throw new IllegalArgumentException(field.specName() + " of a job that exists cannot be changed");
            }
        }
        SortedMap<String, String> parameters = business(changes);
        if (parameters.isEmpty()) {
            throw new IllegalArgumentException("no attribute to change is given");
        }
        if (parameters.containsKey(JOB_ID)) {
            throw new IllegalArgumentException("extra parameter " + JOB_ID + " belongs to the request itself");
        }
        parameters.put(JOB_ID, request.jobId());
        return parameters;
    }

    private static SortedMap<String, String> business(ReplicationJobSpec spec) {
        SortedMap<String, String> parameters = CanonicalParameters.of(spec);
        for (String name : spec.extra().keySet()) {
            if (COMMON.contains(name.toLowerCase(Locale.ROOT))) {
                throw new IllegalArgumentException("extra parameter " + name + " belongs to the request itself");
            }
        }
        return parameters;
    }

    /** The parameters of DescribeReplicationJobs. */
    public static SortedMap<String, String> describeJobs(DescribeReplicationJobsRequest request) {
        SortedMap<String, String> parameters = new TreeMap<>();
        put(parameters, "RegionId", request.regionId());
        put(parameters, "Name", request.name());
        put(parameters, "Status", request.status());
        put(parameters, "BusinessStatus", request.businessStatus());
        put(parameters, "JobType", request.jobType());
        put(parameters, "ResourceGroupId", request.resourceGroupId());
        list(parameters, "SourceId", request.sourceIds());
        list(parameters, JOB_ID, request.jobIds());
        list(parameters, "InstanceId", request.instanceIds());
        tags(parameters, request.tags());
        put(parameters, "PageNumber", request.pageNumber());
        put(parameters, "PageSize", request.pageSize());
        return parameters;
    }

    /** The parameters of DescribeSourceServers. */
    public static SortedMap<String, String> describeSources(DescribeSourceServersRequest request) {
        SortedMap<String, String> parameters = new TreeMap<>();
        list(parameters, "SourceId", request.sourceIds());
        put(parameters, JOB_ID, request.jobId());
        put(parameters, "Name", request.name());
        put(parameters, "State", request.state());
        list(parameters, "RelatedJobType", request.relatedJobTypes());
        put(parameters, "WorkgroupId", request.workgroupId());
        put(parameters, "ResourceGroupId", request.resourceGroupId());
        tags(parameters, request.tags());
        put(parameters, "PageNumber", request.pageNumber());
        put(parameters, "PageSize", request.pageSize());
        return parameters;
    }

    private static void put(SortedMap<String, String> parameters, String name, @Nullable Object value) {
        if (value != null && !value.toString().isEmpty()) {
            parameters.put(name, value.toString());
        }
    }

    private static void list(SortedMap<String, String> parameters, String name, List<String> values) {
        int n = 0;
        for (String value : values) {
            parameters.put(name + "." + ++n, value);
        }
    }

    private static void tags(SortedMap<String, String> parameters, List<TagSpec> tags) {
        int n = 0;
        for (TagSpec tag : tags) {
            parameters.put("Tag." + ++n + ".Key", tag.key());
            parameters.put("Tag." + n + ".Value", tag.value());
        }
    }
}
