package io.camelsmc.component;

import io.camelsmc.client.SmcException;
import io.camelsmc.diag.Diagnostic;
import io.camelsmc.provision.ProvisionResult;
import io.camelsmc.spec.InvalidSpecException;
import io.camelsmc.spec.JobKey;
import io.camelsmc.spec.ReplicationJobSpec;
import io.camelsmc.state.JournalException;
import org.apache.camel.Message;
import org.jspecify.annotations.Nullable;

/** Puts what came of a call into the headers of the message. */
final class SmcHeaders {

    /** Error class of a row that breaks a rule. */
    static final String INVALID = "invalid";

    /** Error class of a journal that cannot be used. */
    static final String JOURNAL = "journal";

    private static final String PREFIX = "CamelSmc";

    private SmcHeaders() {}

    /**
     * Removes every header of ours, however it is spelt: what an earlier call, or a stranger who sent the message, left
     * behind. No operation takes orders from a header, but for the job id that a change of a job reads before.
     */
    static void clear(Message message) {
        if (message.hasHeaders()) {
            message.getHeaders().keySet().removeIf(name -> name.regionMatches(true, 0, PREFIX, 0, PREFIX.length()));
        }
    }

    static void row(Message message, ReplicationJobSpec spec) {
        message.setHeader(SmcConstants.ADDRESS, spec.address().toString());
        set(message, SmcConstants.SOURCE_ID, spec.sourceId());
        String region = spec.regionId();
        String source = spec.sourceId();
        if (region != null && source != null) {
            jobKey(message, region, source, spec.generation());
        }
    }

    /** Without the account, which may not be known yet when a job is first reported. */
    private static void jobKey(Message message, String region, String sourceId, int generation) {
        message.setHeader(SmcConstants.JOB_KEY, region + "/" + sourceId + "/" + generation);
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
        jobKey(message, key.region(), key.sourceId(), key.generation());
    }

    static void failure(Message message, Exception failure) {
        if (failure instanceof SmcException e) {
            set(message, e.errorClass().id(), e.code(), e.retryable());
            set(message, SmcConstants.REQUEST_ID, e.requestId());
        } else if (failure instanceof InvalidSpecException e) {
            String rule =
                    e.diagnostics().stream().map(Diagnostic::rule).findFirst().orElse(INVALID);
            set(message, INVALID, rule, false);
        } else if (failure instanceof JournalException) {
            set(message, JOURNAL, "Journal.Unusable", true);
        }
    }

    private static void set(Message message, String errorClass, String code, boolean retryable) {
        message.setHeader(SmcConstants.ERROR_CLASS, errorClass);
        message.setHeader(SmcConstants.ERROR_CODE, code);
        message.setHeader(SmcConstants.RETRYABLE, retryable);
    }

    /** A value that is not known leaves no header, not one that holds nothing. */
    private static void set(Message message, String header, @Nullable String value) {
        if (value != null) {
            message.setHeader(header, value);
        }
    }
}
