package io.camelsmc.provision;

import io.camelsmc.client.SmcConflictException;
import io.camelsmc.client.SmcException;
import io.camelsmc.client.SmcFailure;
import io.camelsmc.client.SmcFailure.Executed;
import io.camelsmc.client.SmcOperation;
import io.camelsmc.job.JobDifference;
import io.camelsmc.job.ObservedJob;
import io.camelsmc.spec.JobAddress;
import io.camelsmc.state.JobRecord;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Failure messages for jobs that cannot be changed. */
final class UpdateFailures {

    private static final String AGAIN = "raise the generation of the row to migrate the source again";

    private UpdateFailures() {}

    /** The journal holds no job that could be changed. */
    static SmcConflictException noJob(JobAddress address, @Nullable JobRecord prior) {
        String message = address + ": the journal holds no job of this row to change (state "
                + (prior == null ? "none" : prior.state()) + "); nothing was sent";
        return failure(null, "Journal.NoJob", message, "plan and apply again");
    }

    /** Drift: the job of the row is gone. */
    static SmcConflictException missing(JobAddress address, JobRecord prior, @Nullable SmcException cause) {
        String message = address + ": job " + prior.jobId() + " of this row is not in the service any more: it was"
                + " deleted, or it expired and was removed; nothing was changed";
        return failure(cause, "ReplicationJob.Missing", message, AGAIN);
    }

    /** Drift: the job of the row is on its way out. */
    static SmcConflictException deleting(JobAddress address, ObservedJob job) {
        String message = address + ": job " + job.jobId() + " of this row is being deleted; nothing was sent";
        return failure(null, "ReplicationJob.Missing", message, AGAIN);
    }

    /** The job cannot be made equal to the row, so it is left as it is. */
    static SmcConflictException notModifiable(JobAddress address, ObservedJob job, List<String> obstacles) {
        String message = address + ": job " + job.jobId() + " (status " + job.status()
                + ") cannot be made equal to the row: " + String.join("; ", obstacles) + "; nothing was sent";
        String advice = "restore these values in the row; or delete the job, or let it finish, and raise the generation"
                + " of the row";
        return failure(null, "Spec.NotModifiable", message, advice);
    }

    /** The service refuses the change because of where the job stands. */
    static SmcConflictException refused(JobAddress address, JobChanges left, SmcException cause) {
        ObservedJob job = left.job();
        String stage = job.businessStatus() == null ? "" : ", " + job.businessStatus();
        String message = address + ": job " + job.jobId() + " is " + job.status() + stage
                + ", and the service does not change it then ("
                + left.differences().stream().map(JobDifference::toString).collect(Collectors.joining("; ")) + ")";
        String advice = "run the same command again when the job has left this status, or restore the row";
        return failure(cause, cause.code(), message, advice);
    }

    /** The service refuses the change because of something else, such as a name that is taken. */
    static SmcConflictException refused(JobAddress address, JobRecord prior, SmcException cause) {
        String message = address + ": job " + prior.jobId() + " was not changed: "
                + cause.failure().message();
        return failure(cause, cause.code(), message, cause.failure().advice());
    }

    private static SmcConflictException failure(
            @Nullable SmcException cause, String code, String message, String advice) {
        return new SmcConflictException(
                SmcFailure.of(SmcOperation.MODIFY_REPLICATION_JOB_ATTRIBUTE, code, Executed.NO)
                        .message(message)
                        .advice(advice)
                        .answeredBy(cause)
                        .build(),
                cause);
    }
}
