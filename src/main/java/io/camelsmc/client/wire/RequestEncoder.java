package io.camelsmc.client.wire;

import io.camelsmc.client.DescribeReplicationJobsRequest;
import io.camelsmc.client.DescribeSourceServersRequest;
import io.camelsmc.spec.CanonicalParameters;
import io.camelsmc.spec.ClientToken;
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

    private RequestEncoder() {}

    /**
     * The parameters of CreateReplicationJob: those of the spec as they stand and the token, which wins over one that
     * the spec gives.
     *
     * @throws IllegalArgumentException if an extra parameter of the spec takes the name of a common one
     */
    public static SortedMap<String, String> create(ReplicationJobSpec spec, ClientToken token) {
        SortedMap<String, String> parameters = CanonicalParameters.of(spec);
        for (String name : parameters.keySet()) {
            if (COMMON.contains(name.toLowerCase(Locale.ROOT))) {
                throw new IllegalArgumentException("extra parameter " + name + " belongs to the request itself");
            }
        }
        String tokenName = SpecField.CLIENT_TOKEN.wireName();
        parameters.put(tokenName == null ? "ClientToken" : tokenName, token.value());
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
        list(parameters, "JobId", request.jobIds());
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
        put(parameters, "JobId", request.jobId());
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
