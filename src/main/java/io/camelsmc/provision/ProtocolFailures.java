package io.camelsmc.provision;

import io.camelsmc.client.SmcConflictException;
import io.camelsmc.client.SmcException;
import io.camelsmc.client.SmcFailure;
import io.camelsmc.client.SmcFailure.Executed;
import io.camelsmc.client.SmcOperation;
import io.camelsmc.client.SmcOutcomeUnknownException;
import io.camelsmc.client.SmcRejectedException;
import io.camelsmc.client.SmcUnavailableException;
import io.camelsmc.job.JobDifference;
import io.camelsmc.job.JobMatch;
import io.camelsmc.job.JobRequest;
import io.camelsmc.job.ObservedJob;
import io.camelsmc.job.ObservedSource;
import io.camelsmc.job.SourceState;
import io.camelsmc.spec.JobAddress;
import io.camelsmc.state.JobRecord;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Failure messages that the protocol adds to what the service answered. */
final class ProtocolFailures {

    private static final String HELD = "SourceServer.HeldByOtherJob";
    private static final int MAX_DIFFERENCES = 5;

    private ProtocolFailures() {}

    /** Another job stands where this one should be. */
    static SmcConflictException heldBy(JobAddress address, JobMatch.InTheWay match, @Nullable SmcException cause) {
        ObservedJob job = match.job();
        String message = address + ": job " + job.jobId() + " (name " + job.name() + ", status " + job.status() + ") ";
        if (match instanceof JobMatch.Ambiguous) {
            return conflict(
                    cause,
                    HELD,
                    message + "is as this row wants it, but may be that of an earlier generation",
                    "give the row another name to migrate again, or generation 0 if the job is its own");
        }
        if (match instanceof JobMatch.Other other && other.holds() == JobMatch.Holds.GENERATION) {
            return conflict(
                    cause,
                    HELD,
                    message + "is in the journal as another generation of the source",
                    "give the row that generation, or another name once that job has finished");
        }
        List<JobDifference> differences = match.differences();
        return conflict(
                cause,
                HELD,
                message + "holds "
                        + (differences.isEmpty() ? "this source under another name" : "it with other values")
                        + list(differences.stream().map(JobDifference::toString).toList()),
                "let it finish or delete it in the console, or make the row equal to it to adopt it");
    }

    /** Something stands in the way that no listing shows. */
    static SmcConflictException heldByUnknown(JobAddress address, SmcException cause, @Nullable String jobId) {
        String message = address + ": " + cause.failure().message()
                + (jobId == null ? "; no job in the listing explains it" : "; the source names job " + jobId);
        return conflict(cause, cause.code(), message, cause.failure().advice());
    }

    /** The journal holds the job, with other values than the row has now. */
    static SmcConflictException changed(JobAddress address, JobRecord prior, SortedMap<String, String> now) {
        return changed(address, prior, parameterDifferences(prior.parameters(), now));
    }

    static SmcConflictException changed(JobAddress address, JobRecord prior, List<String> differences) {
        String message = address + ": job " + prior.jobId() + " exists with other values" + list(differences)
                + "; nothing was sent";
        String advice = "restore the row, or raise its generation once the existing job has finished";
        return conflict(null, "Spec.Changed", message, advice);
    }

    /** The row was edited while the outcome of its former version is still open. */
    static SmcOutcomeUnknownException editedInDoubt(JobAddress address, JobRecord prior, Instant until) {
        String message = address + ": the row was edited while the outcome of its former version (token "
                + prior.token() + ") is unknown; the service may still execute that until " + until;
        String advice = "restore the row or run the same command again after that time";
        return new SmcOutcomeUnknownException(
                failure("Spec.ChangedInDoubt", message, advice, Executed.UNKNOWN, null), null);
    }

    /** Another worker or another generation of the same source has an open intent. */
    static SmcOutcomeUnknownException busy(JobAddress address, JobRecord blocking) {
        String message = address + ": source " + blocking.key().sourceId() + " has an open intent of "
                + blocking.intendedAt() + " (generation " + blocking.key().generation() + ", state " + blocking.state()
                + "); nothing was sent";
        return new SmcOutcomeUnknownException(
                failure("Journal.Busy", message, "run the same command again", Executed.UNKNOWN, null), null);
    }

    /** Another row asked for this one too, and the time of this one was up before the answer came. */
    static SmcUnavailableException unansweredInTime(JobAddress address) {
        String message = address + ": the service did not say in time whether the job exists; nothing was sent";
        return new SmcUnavailableException(
                failure("Question.Unanswered", message, "run the same command again", Executed.NO, null), null);
    }

    /** The request was refused or never left, but an earlier one of the same row may still have had its effect. */
    static SmcOutcomeUnknownException stillInDoubt(JobAddress address, SmcException cause, Instant until) {
        String message = address + ": " + cause.failure().message()
                + "; an earlier request of this row may have had its effect all the same, and the service shows no job yet";
        String advice = "run the same command again; what is still missing after " + until + " was never made";
        return new SmcOutcomeUnknownException(failure(cause.code(), message, advice, Executed.UNKNOWN, cause), cause);
    }

    /** Nothing may be sent before the last request has expired. */
    static SmcOutcomeUnknownException waiting(JobAddress address, @Nullable SmcException cause, Instant until) {
        String message = address + ": the outcome of the last request is unknown, and the service shows no job yet";
        String advice = "run the same command again; it is sent again after " + until + " if there is none then";
        String code = cause == null ? "Journal.InDoubt" : cause.code();
        return new SmcOutcomeUnknownException(failure(code, message, advice, Executed.UNKNOWN, cause), cause);
    }

    /** Somebody stands in the way, and the question who it is was not answered. */
    static SmcOutcomeUnknownException unexplained(JobAddress address, SmcException cause) {
        String message = address + ": " + cause.failure().message() + "; the service did not say whose job that is";
        return new SmcOutcomeUnknownException(
                failure(cause.code(), message, "run the same command again", Executed.UNKNOWN, cause), cause);
    }

    /** A question about a doubt failed too. A failure of the whole account is the one to tell; the doubt stays. */
    static SmcException unanswered(SmcException read, SmcException doubt) {
        SmcException told = read.accountWide() ? read : doubt;
        told.addSuppressed(read.accountWide() ? doubt : read);
        return told;
    }

    /** The job was made, but somebody else resolves its intent now. */
    static SmcOutcomeUnknownException takenOver(JobAddress address, String jobId) {
        String message = address + ": job " + jobId
                + " was made, but another worker took the record over meanwhile and resolves it";
        return new SmcOutcomeUnknownException(
                failure("Journal.TakenOver", message, "run the same command again", Executed.UNKNOWN, null), null);
    }

    /** The run stopped before the request left. */
    static SmcUnavailableException notSent(JobAddress address) {
        return new SmcUnavailableException(
                failure("Run.Stopped", address + ": the run stopped before this row was sent", "", Executed.NO, null),
                null);
    }

    /** An earlier generation's request went unanswered, and by now it has expired without a job. */
    static SmcOutcomeUnknownException neverArrived(JobAddress address) {
        return new SmcOutcomeUnknownException(
                failure("Journal.NeverArrived", address + ": no job came of it", "", Executed.NO, null), null);
    }

    /** Why the source cannot take a job, apart from holding one; null if it can, or is in use. */
    static @Nullable SmcRejectedException sourceNotReady(
            JobRequest request, SmcException cause, @Nullable ObservedSource source) {
        String id = "source " + request.key().sourceId();
        if (source == null) {
            return notReady(request, cause, id + " does not exist", "check the source id");
        }
        if (source.is(SourceState.DELETING)) {
            return notReady(request, cause, id + " is being deleted", "remove the row");
        }
        if (source.is(SourceState.UNAVAILABLE)) {
            String why = source.errorCode() == null ? "" : " (" + source.errorCode() + ")";
            String advice = "restart the SMC client on that server, then run again";
            return notReady(request, cause, id + " is Unavailable" + why, advice);
        }
        return null;
    }

    private static SmcRejectedException notReady(JobRequest request, SmcException cause, String detail, String advice) {
        String message = request.address() + ": " + detail;
        return new SmcRejectedException(failure(cause.code(), message, advice, Executed.NO, cause), cause);
    }

    private static SmcConflictException conflict(
            @Nullable SmcException cause, String code, String message, String advice) {
        return new SmcConflictException(
                failure(cause == null ? code : cause.code(), message, advice, Executed.NO, cause), cause);
    }

    private static SmcFailure failure(
            String code, String message, String advice, Executed executed, @Nullable SmcException cause) {
        return SmcFailure.of(SmcOperation.CREATE_REPLICATION_JOB, code, executed)
                .message(message)
                .advice(advice)
                .answeredBy(cause)
                .build();
    }

    private static List<String> parameterDifferences(SortedMap<String, String> before, SortedMap<String, String> now) {
        TreeSet<String> names = new TreeSet<>(before.keySet());
        names.addAll(now.keySet());
        List<String> differences = new ArrayList<>();
        for (String name : names) {
            String was = before.getOrDefault(name, "absent");
            String is = now.getOrDefault(name, "absent");
            if (!was.equals(is)) {
                differences.add(name + " was " + was + ", now " + is);
            }
        }
        return differences;
    }

    private static String list(List<String> differences) {
        if (differences.isEmpty()) {
            return "";
        }
        String shown = String.join("; ", differences.subList(0, Math.min(MAX_DIFFERENCES, differences.size())));
        int more = differences.size() - MAX_DIFFERENCES;
        return " (" + shown + (more > 0 ? "; and " + more + " more" : "") + ")";
    }
}
