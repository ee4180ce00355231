package io.camelsmc.provision;

import io.camelsmc.client.SmcConflictException;
import io.camelsmc.client.SmcException;
import io.camelsmc.job.JobMatch;
import io.camelsmc.job.JobRequest;
import io.camelsmc.job.ObservedSource;
import io.camelsmc.provision.pace.Deadline;
import io.camelsmc.provision.pace.Retries;
import io.camelsmc.state.JobRecord;
import io.camelsmc.state.JobState;
import org.jspecify.annotations.Nullable;

/** Finds out who stands in the way when the service says that somebody does. */
final class ConflictExplainer {

    private final Settlements settlements;
    private final ReadBack readBack;
    private final Retries retries;
    private final Guards guards;

    ConflictExplainer(Settlements settlements, ReadBack readBack, Retries retries, Guards guards) {
        this.settlements = settlements;
        this.readBack = readBack;
        this.retries = retries;
        this.guards = guards;
    }

    /**
     * Takes the job over if it is ours, or says whose it is.
     *
     * @param doubted whether an earlier call with this token may have had its effect: then what no listing explains may
     *     be our own job, and the intent stays open
     */
    ProvisionResult explain(
            JobRequest request,
            JobRecord intent,
            SmcConflictException cause,
            int sent,
            boolean doubted,
            Deadline deadline)
            throws SmcException, InterruptedException {
        ReadBackAnswer answer;
        ObservedSource source = null;
        try {
            answer = readBack.whoHolds(request, cause.code(), deadline);
            if (answer.absent() && cause.code().startsWith("SourceServerState")) {
                source = readBack.source(request.address(), request.key().sourceId(), deadline);
            }
        } catch (SmcException e) {
            throw ProtocolFailures.unanswered(e, ProtocolFailures.unexplained(request.address(), cause));
        }
        if (answer.absent()) {
            if (!doubted && cause.code().startsWith("SourceServerState")) {
                requireReady(request, intent, cause, source);
            }
            answer = askAgain(request, cause, answer, deadline);
        }
        if (answer.match() instanceof JobMatch.Ours ours) {
            if (doubted) {
                guards.tokenIgnored();
            }
            return settlements.adopted(request, intent, ours.job(), sent);
        }
        if (answer.match() instanceof JobMatch.InTheWay other) {
            throw settlements.conflict(request, intent, other, cause);
        }
        if (doubted) {
            throw ProtocolFailures.stillInDoubt(request.address(), cause, DoubtResolver.expiry(intent));
        }
        SmcConflictException unknown =
                ProtocolFailures.heldByUnknown(request.address(), cause, source == null ? null : source.jobId());
        settlements.without(intent, JobState.CONFLICT, unknown);
        throw unknown;
    }

    private ReadBackAnswer askAgain(
            JobRequest request, SmcConflictException cause, ReadBackAnswer first, Deadline deadline)
            throws SmcException, InterruptedException {
        if (!retries.settle(deadline)) {
            return first;
        }
        try {
            return readBack.whoHolds(request, cause.code(), deadline);
        } catch (SmcException e) {
            throw ProtocolFailures.unanswered(e, ProtocolFailures.unexplained(request.address(), cause));
        }
    }

    /** A source that is missing or not ready makes the refusal final; one that is in use leaves the question open. */
    private void requireReady(
            JobRequest request, JobRecord intent, SmcConflictException cause, @Nullable ObservedSource source)
            throws SmcException {
        SmcException notReady = ProtocolFailures.sourceNotReady(request, cause, source);
        if (notReady != null) {
            settlements.without(intent, JobState.REJECTED, notReady);
            throw notReady;
        }
    }
}
