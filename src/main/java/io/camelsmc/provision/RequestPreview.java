package io.camelsmc.provision;

import io.camelsmc.client.ModifyReplicationJobAttributeRequest;
import io.camelsmc.job.JobRequest;
import io.camelsmc.spec.ReplicationJobSpec;
import io.camelsmc.spec.SpecField;
import io.camelsmc.state.Intent;
import io.camelsmc.state.JobRecord;
import java.util.Collection;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The parameters that a row would be sent with, before anything is sent. What proves who asks is not part of them. */
public final class RequestPreview {

    private RequestPreview() {}

    /**
     * The create request of a row.
     *
     * @param prior what the journal remembers of it; null for nothing
     */
    public static SortedMap<String, String> create(JobRequest request, @Nullable JobRecord prior) {
        SortedMap<String, String> parameters = new TreeMap<>(request.parameters());
        parameters.put("ClientToken", Intent.of(request, prior).token().value());
        return parameters;
    }

    /** The request that gives a job the values that a row has for some fields. */
    public static SortedMap<String, String> modify(JobRequest request, String jobId, Collection<SpecField> fields) {
        ReplicationJobSpec spec = request.spec();
        ReplicationJobSpec.Builder changes = ReplicationJobSpec.builder();
        fields.forEach(field -> changes.set(field, spec.get(field)));
        return new ModifyReplicationJobAttributeRequest(jobId, changes.build()).parameters();
    }
}
