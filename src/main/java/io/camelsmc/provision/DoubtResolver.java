package io.camelsmc.provision;

import io.camelsmc.client.SmcConflictException;
import io.camelsmc.client.SmcException;
import io.camelsmc.client.SmcOutcomeUnknownException;
import io.camelsmc.job.JobMatch;
import io.camelsmc.job.JobRequest;
import io.camelsmc.job.ObservedSource;
import io.camelsmc.job.Outcome;
import io.camelsmc.job.SourceState;
import io.camelsmc.provision.pace.Deadline;
import io.camelsmc.provision.pace.DoubtPolicy;
import io.camelsmc.provision.pace.ProvisionOptions;
import io.camelsmc.provision.pace.Retries;
import io.camelsmc.spec.ReplicationJobSpec;
import io.camelsmc.state.Intent;
import io.camelsmc.state.JobRecord;
import io.camelsmc.state.JobState;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds out what is true when an answer does not say: asks the service, never guesses, never makes up a new token. As
 * long as a request may still have its effect, its intent stays open, whatever a later request was answered.
 */
final class DoubtResolver {

    private static final Logger LOG = LoggerFactory.getLogger(DoubtResolver.class);

    /** The service refuses a request signed more than 15 minutes ago; five more for a listing that shows jobs late. */
    static final Duration SIGNATURE_LIFE = Duration.ofMinutes(20);

    /** How much longer an empty listing is doubted while the source itself says that it has a job. */
    static final Duration UNSEEN_JOB = Duration.ofMinutes(15);

    private final Settlements settlements;
    private final ReadBack readBack;
    private final Retries retries;
    private final ProvisionOptions options;
    private final Guards guards;
    private final Clock clock;

    DoubtResolver(
            Settlements settlements,
            ReadBack readBack,
            Retries retries,
            ProvisionOptions options,
            Guards guards,
            Clock clock) {
        this.settlements = settlements;
        this.readBack = readBack;
        this.retries = retries;
        this.options = options;
        this.guards = guards;
        this.clock = clock;
    }

    /**
     * What became of a doubt.
     *
     * @param result the job, when there is one
     * @param doubted whether an earlier request may still have its effect, when there is none
     */
    record Resolution(@Nullable ProvisionResult result, boolean doubted) {}

    /** When the last request of an intent can no longer have an effect. */
    static Instant expiry(JobRecord intent) {
        return intent.intendedAt().plus(SIGNATURE_LIFE);
    }

    /** Looks for an equal job before the first create of an invocation. */
    @Nullable
    ProvisionResult adoptExisting(JobRequest request, @Nullable JobRecord prior, Listing listing) throws SmcException {
        JobMatch match = readBack.answer(request.key(), request.spec(), listing).match();
        if (match instanceof JobMatch.Ours ours) {
            return ProvisionResult.of(Outcome.ADOPTED, request, settlements.adopt(request, prior, ours.job()), 0);
        }
        if (match instanceof JobMatch.InTheWay other) {
            throw ProtocolFailures.heldBy(request.address(), other, null);
        }
        return null;
    }

    /** Resolves the doubt that an earlier run, or an earlier call, left behind. */
    Resolution resolveEarlier(JobRequest request, JobRecord prior, Deadline deadline)
            throws SmcException, InterruptedException {
        LOG.info("{}: resolving the open intent of {}", request.address(), prior.intendedAt());
        boolean edited = !prior.digest().equals(request.digest());
        ReplicationJobSpec sent = edited ? prior.anchor() : request.spec();
        Instant asked = clock.instant();
        ReadBackAnswer answer = readBack.ask(request, sent, deadline);
        if (answer.absent()) {
            if (answer.complete() && !asked.isBefore(expiry(prior))) {
                if (!holdsUnseenJob(request, prior, asked, deadline)) {
                    return new Resolution(null, false);
                }
                throw edited
                        ? ProtocolFailures.editedInDoubt(
                                request.address(), prior, expiry(prior).plus(UNSEEN_JOB))
                        : ProtocolFailures.waiting(
                                request.address(), null, expiry(prior).plus(UNSEEN_JOB));
            }
            if (edited) {
                throw ProtocolFailures.editedInDoubt(request.address(), prior, expiry(prior));
            }
            if (asked.isBefore(prior.intendedAt().plus(options.settleDelay())) && retries.settle(deadline)) {
                answer = readBack.ask(request, sent, deadline);
            }
        }
        if (answer.match() instanceof JobMatch.Ours ours) {
            JobRecord record = settlements.adopted(prior, ours.job());
            if (edited) {
                throw ProtocolFailures.changed(request.address(), record, request.parameters());
            }
            return new Resolution(ProvisionResult.of(Outcome.ADOPTED, request, record, 0), false);
        }
        if (answer.match() instanceof JobMatch.InTheWay holder) {
            throw settlements.conflict(request, prior, holder, null);
        }
        requireMayResend(request, prior, null, deadline);
        return new Resolution(null, true);
    }

    /** Closes the doubt about another generation of the source, which would block this one for ever. */
    void resolveOtherGeneration(JobRequest request, JobRecord other, Deadline deadline)
            throws SmcException, InterruptedException {
        Instant asked = clock.instant();
        Listing listing =
                readBack.ofSources(request.address(), List.of(other.key().sourceId()), deadline);
        ReadBackAnswer answer = readBack.answer(other.key(), other.anchor(), listing);
        if (answer.match() instanceof JobMatch.Ours ours) {
            settlements.adopted(other, ours.job());
        } else if (answer.match() instanceof JobMatch.InTheWay holder) {
            settlements.without(other, JobState.CONFLICT, ProtocolFailures.heldBy(other.address(), holder, null));
        } else if (answer.complete()
                && !asked.isBefore(expiry(other))
                && !holdsUnseenJob(request, other, asked, deadline)) {
            settlements.without(other, JobState.NOT_SENT, ProtocolFailures.neverArrived(other.address()));
        } else {
            throw ProtocolFailures.busy(request.address(), other);
        }
    }

    /**
     * Resolves the doubt of the call just made.
     *
     * @param doubted whether a call before it is in doubt as well
     * @return the job, or none when the service shows none and the same token may go again
     */
    Resolution resolveNow(
            JobRequest request,
            JobRecord intent,
            SmcOutcomeUnknownException cause,
            int sent,
            boolean doubted,
            Deadline deadline)
            throws SmcException, InterruptedException {
        LOG.info(
                "{}: outcome unknown ({}, RequestId {}); asking the service",
                request.address(),
                cause.code(),
                cause.requestId());
        ReadBackAnswer answer;
        try {
            answer = readBack.ask(request, request.spec(), deadline);
            if (answer.absent() && retries.settle(deadline)) {
                answer = readBack.ask(request, request.spec(), deadline);
            }
        } catch (SmcException e) {
            throw ProtocolFailures.unanswered(e, cause);
        }
        if (answer.match() instanceof JobMatch.Ours ours) {
            return new Resolution(settlements.adopted(request, intent, ours.job(), sent), false);
        }
        if (answer.match() instanceof JobMatch.InTheWay holder) {
            throw settlements.conflict(request, intent, holder, cause);
        }
        if (Intent.TOKEN_HELD_BY_OTHER_VALUES.contains(cause.code())) {
            if (doubted) {
                throw ProtocolFailures.stillInDoubt(request.address(), cause, expiry(intent));
            }
            SmcConflictException conflict = ProtocolFailures.heldByUnknown(request.address(), cause, null);
            settlements.without(intent, JobState.CONFLICT, conflict);
            throw conflict;
        }
        requireMayResend(request, intent, cause, deadline);
        return new Resolution(null, true);
    }

    /** An empty listing does not allow another request while the source itself shows one, or no rule is left to trust. */
    private void requireMayResend(JobRequest request, JobRecord intent, @Nullable SmcException cause, Deadline deadline)
            throws SmcException, InterruptedException {
        boolean allowed = options.doubtPolicy() == DoubtPolicy.ASK_AND_RESEND && guards.anyLeft();
        if (allowed) {
            allowed = !sourceInUse(request, deadline);
        }
        if (!allowed) {
            throw ProtocolFailures.waiting(request.address(), cause, expiry(intent));
        }
    }

    /**
     * Whether the source has a job that no listing shows although the request has expired: most likely the request's own,
     * carried out late. Believed for a while only, or a job that the account may not see would block the row for ever.
     */
    private boolean holdsUnseenJob(JobRequest request, JobRecord intent, Instant asked, Deadline deadline)
            throws InterruptedException {
        return asked.isBefore(expiry(intent).plus(UNSEEN_JOB)) && sourceInUse(request, deadline);
    }

    /** What the source says about itself; false when it does not say. */
    private boolean sourceInUse(JobRequest request, Deadline deadline) throws InterruptedException {
        try {
            ObservedSource source =
                    readBack.source(request.address(), request.key().sourceId(), deadline);
            return source != null && source.is(SourceState.IN_USE);
        } catch (SmcException e) {
            LOG.debug("{}: the state of the source is not known", request.address(), e);
            return false;
        }
    }
}
