package io.camelsmc.provision;

import io.camelsmc.job.JobRequest;
import io.camelsmc.job.Outcome;
import io.camelsmc.spec.ClientToken;
import io.camelsmc.spec.JobAddress;
import io.camelsmc.spec.JobKey;
import io.camelsmc.spec.JsonForm;
import io.camelsmc.state.JobRecord;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A job that exists in the service.
 *
 * @param outcome how it came to be known
 * @param key identity of the job
 * @param address how people name it
 * @param name name of the job in the service
 * @param jobId id of the replication job
 * @param requestId id of the call that settled it; null when no call was made
 * @param token token of the job
 * @param attempts calls made by this invocation to create or change the job
 */
public record ProvisionResult(
        Outcome outcome,
        JobKey key,
        JobAddress address,
        String name,
        String jobId,
        @Nullable String requestId,
        ClientToken token,
        int attempts)
        implements JsonForm {

    private static final Logger LOG = LoggerFactory.getLogger(ProvisionResult.class);

    /** The result as routes hand it on. The account stays out of it. */
    @Override
    public Map<String, Object> asJson() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("outcome", outcome.label());
        json.put("address", address.toString());
        json.put("name", name);
        json.put("sourceId", key.sourceId());
        json.put("regionId", key.region());
        json.put("generation", key.generation());
        json.put("jobId", jobId);
        JsonForm.put(json, "requestId", requestId);
        json.put("clientToken", token.value());
        json.put("attempts", attempts);
        return json;
    }

    private Object writeReplace() {
        return JsonForm.text(this);
    }

    static ProvisionResult of(Outcome outcome, JobRequest request, JobRecord record, int attempts) {
        String jobId = record.jobId();
        if (jobId == null) {
            throw new IllegalStateException(record.state() + " without a job id");
        }
        LOG.info(
                "{}: {} job {} (source {}, RequestId {})",
                request.address(),
                outcome.label(),
                jobId,
                record.key().sourceId(),
                record.requestId());
        return new ProvisionResult(
                outcome,
                record.key(),
                request.address(),
                record.name(),
                jobId,
                record.requestId(),
                record.token(),
                attempts);
    }
}
