package io.camelsmc.provision;

import io.camelsmc.client.SmcException;
import io.camelsmc.job.JobRequest;
import org.jspecify.annotations.Nullable;

/** A row that waits for the answer to its {@link FirstLook}, which guards it by its lock. */
final class Look {

    private final JobRequest request;
    private final boolean unknown;
    private boolean answered;
    private @Nullable Listing listing;
    private @Nullable SmcException failure;

    /**
     * @param unknown whether the journal holds nothing of the row's source
     */
    Look(JobRequest request, boolean unknown) {
        this.request = request;
        this.unknown = unknown;
    }

    JobRequest request() {
        return request;
    }

    boolean unknown() {
        return unknown;
    }

    String sourceId() {
        return request.key().sourceId();
    }

    boolean answered() {
        return answered;
    }

    void answer(Listing jobs) {
        answered = true;
        listing = jobs;
    }

    void ruleOut() {
        answered = true;
    }

    void fail(SmcException cause) {
        answered = true;
        failure = cause;
    }

    /** The jobs found; null when a census has ruled them out. */
    @Nullable
    Listing result() throws SmcException {
        if (failure != null) {
            throw failure;
        }
        return listing;
    }
}
