package io.camelsmc.component;

import io.camelsmc.client.ModifyReplicationJobAttributeRequest;
import io.camelsmc.spec.InvalidSpecException;
import io.camelsmc.spec.ReplicationJobSpec;
import io.camelsmc.spec.read.SpecReader;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import org.apache.camel.Exchange;

/**
 * Reads a change of a job from a message. No default fills a gap here: what the message does not name stays as it is in
 * the service.
 */
final class ModifyRequests {

    private ModifyRequests() {}

    /**
     * The change that a message asks for; the header names its job, now at the latest.
     *
     * @throws InvalidSpecException if no job is named, or the attributes cannot be read
     */
    static ModifyReplicationJobAttributeRequest of(Exchange exchange) throws InvalidSpecException, IOException {
        if (exchange.getMessage().getBody() instanceof ModifyReplicationJobAttributeRequest request) {
            SmcHeaders.job(exchange.getMessage(), request.jobId());
            return request;
        }
        String jobId = PlainCall.jobId(exchange, "set the header, or send a ModifyReplicationJobAttributeRequest");
        SmcHeaders.job(exchange.getMessage(), jobId);
        return new ModifyReplicationJobAttributeRequest(jobId, changes(exchange, RowBodies.sourceName(exchange)));
    }

    private static ReplicationJobSpec changes(Exchange exchange, String source)
            throws InvalidSpecException, IOException {
        Object body = exchange.getMessage().getBody();
        if (body instanceof ReplicationJobSpec spec) {
            return spec;
        }
        if (body instanceof Map<?, ?> map) {
            return RowBodies.ofMap(map, source);
        }
        byte[] text = BodyText.bytes(BodyText.stream(exchange, source), source);
        if (body instanceof InputStream) {
            // A stream reads once only, and the route may send this message again.
            exchange.getMessage().setBody(text);
        }
        return SpecReader.one(text, source, BodyText.format(text, source));
    }
}
