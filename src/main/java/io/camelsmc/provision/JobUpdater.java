package io.camelsmc.provision;

import io.camelsmc.client.ModifyReplicationJobAttributeRequest;
import io.camelsmc.client.SmcClient;
import io.camelsmc.client.SmcConflictException;
import io.camelsmc.client.SmcException;
import io.camelsmc.client.SmcOutcomeUnknownException;
import io.camelsmc.client.SmcRejectedException;
import io.camelsmc.job.JobRequest;
import io.camelsmc.job.JobStatus;
import io.camelsmc.job.ObservedJob;
import io.camelsmc.job.Outcome;
import io.camelsmc.provision.pace.Deadline;
import io.camelsmc.provision.pace.Retries;
import io.camelsmc.spec.InvalidSpecException;
import io.camelsmc.state.JobRecord;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes a job that exists equal to its row. No intent is needed: the same change again has no further effect, and what the
 * service shows tells what is left to do. A process that dies after the call leaves a record with the old digest; the next
 * run finds the job as the row wants it and only amends the record.
 */
final class JobUpdater {

    private static final Logger LOG = LoggerFactory.getLogger(JobUpdater.class);

    /** The refusals that speak of where the job stands. */
    private static final Set<String> STATUS_CODES =
            Set.of("ReplicationJob.InvalidStatus", "ReplicationJob.InvalidBusinessStatus");

    private final SmcClient client;
    private final Settlements settlements;
    private final ReadBack readBack;
    private final Retries retries;
    private final Checker checker;

    JobUpdater(SmcClient client, Settlements settlements, ReadBack readBack, Retries retries, Checker checker) {
        this.client = client;
        this.settlements = settlements;
        this.readBack = readBack;
        this.retries = retries;
        this.checker = checker;
    }

    /**
     * Changes what differs, all of it or nothing.
     *
     * @param prior the record; its job exists
     * @param listing where the job may be found already; null to ask
     * @throws SmcConflictException if the job is gone, or if some difference cannot be removed
     */
    ProvisionResult update(JobRequest request, JobRecord prior, @Nullable Listing listing, Deadline deadline)
            throws InvalidSpecException, SmcException, InterruptedException {
        ObservedJob known = listing == null ? null : listing.job(jobId(prior));
        JobChanges changes = JobChanges.between(
                request, prior, known == null ? find(request, prior, deadline) : present(request, known));
        if (changes.none()) {
            return done(Outcome.UNCHANGED, request, prior, null, 0);
        }
        requireModifiable(request, changes);
        InvalidSpecException invalid = checker.problems(changes.toCheck());
        if (invalid != null) {
            throw invalid;
        }
        return send(request, prior, changes, deadline);
    }

    private ProvisionResult send(JobRequest request, JobRecord prior, JobChanges first, Deadline deadline)
            throws SmcException, InterruptedException {
        JobChanges changes = first;
        Retries.Tries tries = retries.begin(request.address(), deadline);
        for (int sent = 1; ; sent++) {
            ModifyReplicationJobAttributeRequest call =
                    new ModifyReplicationJobAttributeRequest(jobId(prior), changes.attributes());
            String requestId = null;
            try {
                requestId = client.call(call).requestId();
            } catch (SmcOutcomeUnknownException e) {
                changes = after(request, prior, e, deadline);
                if (changes.none()) {
                    return done(Outcome.UPDATED, request, prior, e.requestId(), sent);
                }
                if (!tries.again(call, e)) {
                    throw e;
                }
                requireModifiable(request, changes);
            } catch (SmcConflictException e) {
                return refused(request, prior, e, sent, deadline);
            } catch (SmcRejectedException e) {
                throw e.code().equals("InvalidJobId.NotFound")
                        ? UpdateFailures.missing(request.address(), prior, e)
                        : e;
            } catch (SmcException e) {
                if (!tries.again(call, e)) {
                    throw e;
                }
            }
            if (requestId != null) {
                return done(Outcome.UPDATED, request, prior, requestId, sent);
            }
        }
    }

    /** What is left to do after a call whose outcome is unknown. */
    private JobChanges after(JobRequest request, JobRecord prior, SmcOutcomeUnknownException cause, Deadline deadline)
            throws SmcException, InterruptedException {
        if (cause.accountWide()) {
            throw cause;
        }
        LOG.info(
                "{}: outcome unknown ({}, RequestId {}); reading job {} back",
                request.address(),
                cause.code(),
                cause.requestId(),
                prior.jobId());
        try {
            return JobChanges.between(request, prior, find(request, prior, deadline));
        } catch (SmcConflictException e) {
            throw e;
        } catch (SmcException e) {
            throw ProtocolFailures.unanswered(e, cause);
        }
    }

    /** An earlier call may have had its effect, or the job has moved on: the job itself tells. */
    private ProvisionResult refused(
            JobRequest request, JobRecord prior, SmcConflictException cause, int sent, Deadline deadline)
            throws SmcException, InterruptedException {
        if (!STATUS_CODES.contains(cause.code())) {
            throw UpdateFailures.refused(request.address(), prior, cause);
        }
        JobChanges left;
        try {
            left = JobChanges.between(request, prior, find(request, prior, deadline));
        } catch (SmcException e) {
            cause.addSuppressed(e);
            throw UpdateFailures.refused(request.address(), prior, cause);
        }
        if (left.none()) {
            return done(Outcome.UPDATED, request, prior, null, sent);
        }
        throw UpdateFailures.refused(request.address(), left, cause);
    }

    private void requireModifiable(JobRequest request, JobChanges changes) throws SmcConflictException {
        List<String> obstacles = changes.obstacles();
        if (!obstacles.isEmpty()) {
            throw UpdateFailures.notModifiable(request.address(), changes.job(), obstacles);
        }
    }

    /** Asks twice before it believes that a job is gone, since listings lag. */
    private ObservedJob find(JobRequest request, JobRecord prior, Deadline deadline)
            throws SmcException, InterruptedException {
        List<String> ids = List.of(jobId(prior));
        ObservedJob job = readBack.ofJobs(request.address(), ids, deadline).job(jobId(prior));
        if (job == null && retries.settle(deadline)) {
            job = readBack.ofJobs(request.address(), ids, deadline).job(jobId(prior));
        }
        if (job == null) {
            throw UpdateFailures.missing(request.address(), prior, null);
        }
        return present(request, job);
    }

    private static ObservedJob present(JobRequest request, ObservedJob job) throws SmcConflictException {
        if (job.is(JobStatus.DELETING)) {
            throw UpdateFailures.deleting(request.address(), job);
        }
        return job;
    }

    private ProvisionResult done(
            Outcome outcome, JobRequest request, JobRecord prior, @Nullable String requestId, int sent)
            throws SmcException {
        boolean recorded = outcome == Outcome.UNCHANGED && prior.digest().equals(request.digest());
        List<String> left = JobChanges.leftAsTheyAre(request, prior);
        if (!left.isEmpty()) {
            LOG.warn("{}: the row gives no {} any more; job {} keeps it", request.address(), left, prior.jobId());
        }
        JobRecord record = recorded ? prior : settlements.amend(request, prior, requestId);
        return ProvisionResult.of(outcome, request, record, sent);
    }

    private static String jobId(JobRecord prior) {
        return Objects.requireNonNull(prior.jobId());
    }
}
