package io.camelsmc.client;

import io.camelsmc.client.wire.Answer;
import io.camelsmc.client.wire.Parameters;
import io.camelsmc.client.wire.UnreadableResponseException;
import io.camelsmc.spec.ClientToken;
import io.camelsmc.spec.ReplicationJobSpec;
import java.util.SortedMap;
import java.util.regex.Pattern;

/**
 * Creates a replication job. Sends the parameters of the spec as they stand and the token, and fills in nothing else.
 *
 * @param spec the job; an extra parameter that takes the name of a common one cannot be sent
 * @param token wins over one that the spec gives; with the same token again, the service makes no second job
 */
public record CreateReplicationJobRequest(ReplicationJobSpec spec, ClientToken token)
        implements SmcCall<CreateReplicationJobResult> {

    private static final Pattern JOB_ID = Pattern.compile("[A-Za-z0-9._-]{1,128}");

    @Override
    public SmcOperation operation() {
        return SmcOperation.CREATE_REPLICATION_JOB;
    }

    @Override
    public SortedMap<String, String> parameters() {
        return Parameters.of(spec).put("ClientToken", token.value()).sorted();
    }

    @Override
    public CreateReplicationJobResult parse(Answer answer) throws UnreadableResponseException {
        String jobId = answer.fields().text("JobId");
        if (jobId == null || !JOB_ID.matcher(jobId).matches()) {
            throw new UnreadableResponseException("the answer carries no usable JobId");
        }
        return new CreateReplicationJobResult(jobId, answer.requestId());
    }
}
