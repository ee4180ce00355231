package io.camelsmc.component;

import io.camelsmc.client.PagedCall;
import io.camelsmc.client.SmcAnswer;
import io.camelsmc.client.SmcCall;
import io.camelsmc.client.SmcClient;
import io.camelsmc.client.SmcException;
import io.camelsmc.diag.Diagnostic;
import io.camelsmc.diag.SourcePosition;
import io.camelsmc.spec.InvalidSpecException;
import java.util.List;
import java.util.function.Function;
import org.apache.camel.Exchange;
import org.apache.camel.Message;

/**
 * The operations that are one call of the service, or one listing: reads the call from the message, makes it, and puts the
 * answer into the body and its request id into the header.
 */
final class PlainCall {

    private PlainCall() {}

    /** How an operation reads its call from a message. */
    @FunctionalInterface
    interface Reader {
        SmcCall<?> read(Exchange exchange) throws Exception;
    }

    static SmcOperations.Action of(Reader reader) {
        return (producer, exchange) -> make(producer.client(), reader.read(exchange), exchange.getMessage());
    }

    /** An operation that takes nothing but a job, which a header names. */
    static SmcOperations.Action ofJob(Function<String, SmcCall<?>> request) {
        return of(exchange -> request.apply(jobId(exchange, "set the header")));
    }

    /**
     * The job that the header names.
     *
     * @throws InvalidSpecException if it names none
     */
    static String jobId(Exchange exchange, String fix) throws InvalidSpecException {
        String jobId = exchange.getMessage().getHeader(SmcConstants.JOB_ID, String.class);
        if (jobId == null || jobId.isBlank()) {
            throw new InvalidSpecException(List.of(Diagnostic.error("job.unnamed", "the job is not named")
                    .at(SourcePosition.of(RowBodies.sourceName(exchange)))
                    .expected("its id in the header " + SmcConstants.JOB_ID)
                    .fix(fix)));
        }
        return jobId.strip();
    }

    private static void make(SmcClient client, SmcCall<?> call, Message message) throws SmcException {
        if (call instanceof PagedCall<?> listing) {
            Listings.into(message, Listings.all(client, listing));
            return;
        }
        Object answer = client.call(call);
        message.setBody(answer);
        if (answer instanceof SmcAnswer full) {
            message.setHeader(SmcConstants.REQUEST_ID, full.requestId());
        } else if (answer instanceof String requestId) {
            message.setHeader(SmcConstants.REQUEST_ID, requestId);
        }
    }
}
