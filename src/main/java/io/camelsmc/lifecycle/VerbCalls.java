package io.camelsmc.lifecycle;

import io.camelsmc.client.Acknowledged;
import io.camelsmc.client.CutOverReplicationJobRequest;
import io.camelsmc.client.DeleteReplicationJobRequest;
import io.camelsmc.client.ModifyReplicationJobAttributeRequest;
import io.camelsmc.client.SmcCall;
import io.camelsmc.client.StartReplicationJobRequest;
import io.camelsmc.client.StopReplicationJobRequest;
import io.camelsmc.spec.ReplicationJobSpec;
import io.camelsmc.spec.SpecField;
import io.camelsmc.state.VerbRecord;
import java.time.Instant;

/** The request of a verb, from what the journal says of it: a verb that goes again is the same to the letter. */
final class VerbCalls {

    private VerbCalls() {}

    static SmcCall<Acknowledged> of(VerbRecord verb) {
        String jobId = verb.jobId();
        return switch (verb.verb()) {
            case START -> new StartReplicationJobRequest(jobId);
            case STOP -> new StopReplicationJobRequest(jobId);
            case CUT_OVER -> new CutOverReplicationJobRequest(jobId, Boolean.parseBoolean(value(verb)));
            case DELETE -> new DeleteReplicationJobRequest(jobId);
            case EXTEND ->
                new ModifyReplicationJobAttributeRequest(
                        jobId,
                        ReplicationJobSpec.builder()
                                .set(SpecField.VALID_TIME, Instant.parse(value(verb)))
                                .build());
        };
    }

    private static String value(VerbRecord verb) {
        return verb.arguments().substring(verb.arguments().indexOf('=') + 1);
    }
}
