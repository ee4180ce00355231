package io.camelsmc.component;

import io.camelsmc.client.SmcException;
import io.camelsmc.diag.AbortException;
import io.camelsmc.diag.Diagnostic;
import io.camelsmc.provision.ProvisionResult;
import io.camelsmc.spec.InvalidSpecException;
import io.camelsmc.spec.JobKey;
import io.camelsmc.spec.ReplicationJobSpec;
import io.camelsmc.state.JournalException;
import java.io.IOException;
import java.util.Set;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.jspecify.annotations.Nullable;

/** Puts what came of a call into the headers of the message. */
final class SmcHeaders {

    /** Error class of a row that breaks a rule. */
    static final String INVALID = "invalid";

    /** Error class of a journal that cannot be used. */
    static final String JOURNAL = "journal";

    /** Class of a row that no further try can help, for a reason that is neither its own nor another job's. */
    static final String FAILED = "failed";

    private static final String PREFIX = "CamelSmc";

    private SmcHeaders() {}

    /**
     * Removes every header of ours, however it is spelt: what an earlier call, or a stranger who sent the message, left
     * behind. No operation takes orders from a header but those that it keeps.
     */
    static void clear(Message message, Set<String> kept) {
        if (message.hasHeaders()) {
            message.getHeaders()
                    .keySet()
                    .removeIf(name -> name.regionMatches(true, 0, PREFIX, 0, PREFIX.length()) && !kept.contains(name));
        }
    }

    static void row(Message message, ReplicationJobSpec spec) {
        message.setHeader(SmcConstants.ADDRESS, spec.address().toString());
        set(message, SmcConstants.SOURCE_ID, spec.sourceId());
        set(message, SmcConstants.JOB_KEY, key(spec));
    }

    /** Identity of the job of a row; null while the row does not say. */
    static @Nullable String key(ReplicationJobSpec spec) {
        String region = spec.regionId();
        String source = spec.sourceId();
        return region == null || source == null ? null : key(region, source, spec.generation());
    }

    /** Without the account, which may not be known yet when a job is first reported. */
    static String key(String region, String sourceId, int generation) {
        return region + "/" + sourceId + "/" + generation;
    }

    static void job(Message message, String jobId) {
        message.setHeader(SmcConstants.JOB_ID, jobId);
    }

    static void success(Message message, ProvisionResult result) {
        message.setHeader(SmcConstants.JOB_ID, result.jobId());
        set(message, SmcConstants.REQUEST_ID, result.requestId());
        message.setHeader(SmcConstants.CLIENT_TOKEN, result.token().value());
        message.setHeader(SmcConstants.OUTCOME, result.outcome().label());
        message.setHeader(SmcConstants.ATTEMPTS, result.attempts());
        message.setHeader(SmcConstants.ADDRESS, result.address().toString());
        JobKey key = result.key();
        set(message, SmcConstants.SOURCE_ID, key.sourceId());
        message.setHeader(SmcConstants.JOB_KEY, key(key.region(), key.sourceId(), key.generation()));
    }

    /**
     * What a failure is to a route.
     *
     * @param errorClass the routing class
     * @param code the code of the service, or the rule that was broken
     * @param retryable whether the same row may succeed later, unedited
     */
    record Kind(String errorClass, String code, boolean retryable) {}

    /**
     * What a failure is to a route. One that is none of ours cannot be helped by another try, unless it is about reading
     * the message or about the end of this context: then it says nothing about the row, and this is null.
     */
    static @Nullable Kind kind(Exception failure, boolean stopping) {
        if (failure instanceof SmcException e) {
            return new Kind(e.errorClass().id(), e.code(), e.retryable());
        }
        if (failure instanceof InvalidSpecException e) {
            String rule =
                    e.diagnostics().stream().map(Diagnostic::rule).findFirst().orElse(INVALID);
            return new Kind(INVALID, rule, false);
        }
        if (failure instanceof JournalException) {
            return new Kind(JOURNAL, "Journal.Unusable", true);
        }
        boolean passing = stopping
                || failure instanceof IOException
                || failure instanceof AbortException
                || failure instanceof InterruptedException
                || failure instanceof WaveIncompleteException;
        return passing ? null : new Kind(FAILED, "Run.Unexpected", false);
    }

    /** Whether the end of the context, or of the thread, breaks off what is under way. */
    static boolean stopping(Exchange exchange) {
        return exchange.getContext().isStopping() || Thread.currentThread().isInterrupted();
    }

    static void failure(Exchange exchange, Exception failure) {
        Message message = exchange.getMessage();
        Kind kind = kind(failure, stopping(exchange));
        if (kind != null) {
            message.setHeader(SmcConstants.ERROR_CLASS, kind.errorClass());
            message.setHeader(SmcConstants.ERROR_CODE, kind.code());
            message.setHeader(SmcConstants.RETRYABLE, kind.retryable());
        }
        if (failure instanceof SmcException e) {
            set(message, SmcConstants.REQUEST_ID, e.requestId());
        }
    }

    /** A value that is not known leaves no header, not one that holds nothing. */
    private static void set(Message message, String header, @Nullable String value) {
        if (value != null) {
            message.setHeader(header, value);
        }
    }
}
