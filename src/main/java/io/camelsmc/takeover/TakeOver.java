package io.camelsmc.takeover;

import io.camelsmc.job.JobRequest;
import io.camelsmc.job.ObservedJob;
import io.camelsmc.spec.JobAddress;
import io.camelsmc.spec.JobKey;
import io.camelsmc.spec.ReplicationJobSpec;
import io.camelsmc.spec.SpecField;
import io.camelsmc.state.JobRecord;

/**
 * A job of the service that the journal is to hold from now on.
 *
 * @param request the request that it stands for: that of its row, or one with all values that the service reports
 * @param job the job
 */
public record TakeOver(JobRequest request, ObservedJob job) {

    /** A job as it is. */
    static TakeOver asReported(JobKey key, ObservedJob job) {
        ReplicationJobSpec spec = job.attributes().toBuilder()
                .setDefault(SpecField.NAME, job.jobId())
                .origin(JobRecord.SERVICE)
                .build();
        return new TakeOver(JobRequest.of(key, spec), job);
    }

    /** Identity that the job gets. */
    public JobKey key() {
        return request.key();
    }

    /** How people name it. */
    public JobAddress address() {
        return request.address();
    }

    /** Its values, name included. */
    public ReplicationJobSpec spec() {
        return request.spec();
    }

    /** Whether a row gave the values. */
    public boolean hasRow() {
        return !JobRecord.SERVICE.equals(request.spec().origin());
    }
}
