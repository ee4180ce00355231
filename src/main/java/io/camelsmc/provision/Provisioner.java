package io.camelsmc.provision;

import io.camelsmc.client.CreateReplicationJobResult;
import io.camelsmc.client.SmcAccessException;
import io.camelsmc.client.SmcClient;
import io.camelsmc.client.SmcConflictException;
import io.camelsmc.client.SmcException;
import io.camelsmc.client.SmcOutcomeUnknownException;
import io.camelsmc.client.SmcRejectedException;
import io.camelsmc.diag.Diagnostic;
import io.camelsmc.spec.InvalidSpecException;
import io.camelsmc.spec.ReplicationJobSpec;
import io.camelsmc.state.Intent;
import io.camelsmc.state.IntentResult;
import io.camelsmc.state.JobRecord;
import io.camelsmc.state.JobState;
import io.camelsmc.state.Journal;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.Lock;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes one job exist, exactly once in effect. The intent is in the journal before the request leaves, the outcome after
 * it; an outcome that is not known is resolved by asking the service, and the same token goes out again. Calling it
 * again for the same row is always safe. Safe to share between threads.
 *
 * <p>It owns every retry: callers that repeat a failed call only give it more time.
 */
public final class Provisioner {

    private static final Logger LOG = LoggerFactory.getLogger(Provisioner.class);

    /** Codes that one more try may cure, since the client has corrected its clock or fetched new credentials. */
    private static final Set<String> CURED_BY_CLIENT =
            Set.of("InvalidTimeStamp.Expired", "IllegalTimestamp", "InvalidSecurityToken.Expired");

    private final SmcClient client;
    private final Journal journal;
    private final SpecCheck check;
    private final ProvisionOptions options;
    private final Clock clock;
    private final Sleeper sleeper;
    private final RandomGenerator random;
    private final DoubtResolver doubt;
    private final AccountGate gate;
    private final SourceLocks locks = new SourceLocks();

    public Provisioner(
            SmcClient client,
            Journal journal,
            SpecCheck check,
            ProvisionOptions options,
            Clock clock,
            Sleeper sleeper,
            RandomGenerator random) {
        this.client = client;
        this.journal = journal;
        this.check = check;
        this.options = options;
        this.clock = clock;
        this.sleeper = sleeper;
        this.random = random;
        this.gate = new AccountGate(clock);
        this.doubt = new DoubtResolver(client, journal, options, clock, sleeper);
    }

    /**
     * Makes the job of a spec exist.
     *
     * @throws InvalidSpecException if the spec breaks a rule; nothing was sent
     * @throws SmcException typed by what may be done next; {@link SmcOutcomeUnknownException} leaves the job in doubt, and
     *     the next call for the same row resolves it
     * @throws io.camelsmc.state.JournalException if the journal cannot be written; nothing more may be sent
     * @throws InterruptedException if interrupted while waiting; the journal is consistent
     */
    public ProvisionResult provision(ReplicationJobSpec spec)
            throws InvalidSpecException, SmcException, InterruptedException {
        List<Diagnostic> errors = check.check(spec, clock.instant()).stream()
                .filter(Diagnostic::isError)
                .toList();
        if (!errors.isEmpty()) {
            throw new InvalidSpecException(errors);
        }
        JobRequest request = JobRequest.of(client.accountScope(), spec);
        Lock lock = locks.of(request.key());
        lock.lockInterruptibly();
        try {
            return provision(request);
        } catch (SmcException e) {
            gate.note(e);
            throw e;
        } finally {
            lock.unlock();
        }
    }

    private ProvisionResult provision(JobRequest request) throws SmcException, InterruptedException {
        JobRecord prior = journal.find(request.key()).orElse(null);
        if (prior != null && prior.state().jobExists()) {
            return unchanged(request, prior);
        }
        gate.pass();
        if (prior != null && prior.state().inDoubt()) {
            DoubtResolver.Resolution resolution = doubt.resolveEarlier(request, prior);
            if (resolution.result() != null) {
                return resolution.result();
            }
            prior = resolution.record();
        } else if (prior == null && options.readBeforeCreate()) {
            ProvisionResult found = doubt.adoptExisting(request);
            if (found != null) {
                return found;
            }
        }
        return create(request, prior);
    }

    private ProvisionResult unchanged(JobRequest request, JobRecord prior) throws SmcConflictException {
        if (!prior.digest().equals(request.digest())) {
            throw Failures.changed(request.address(), prior, request.parameters());
        }
        return result(Outcome.UNCHANGED, request, prior, 0);
    }

    private ProvisionResult create(JobRequest request, @Nullable JobRecord prior)
            throws SmcException, InterruptedException {
        JobRecord last = prior;
        boolean cured = false;
        for (int sent = 1; ; sent++) {
            JobRecord intent = intend(request, last);
            try {
                CreateReplicationJobResult made = client.createReplicationJob(request.spec(), intent.token());
                JobRecord record = settle(intent, JobState.CREATED, made.jobId(), made.requestId(), null);
                return result(Outcome.CREATED, request, record, sent);
            } catch (SmcOutcomeUnknownException e) {
                ProvisionResult found = doubt.resolveNow(request, intent, e, sent);
                if (found != null) {
                    return found;
                }
                last = journal.find(request.key()).orElse(intent);
                pause(request, e, sent);
            } catch (SmcConflictException e) {
                return doubt.explainConflict(request, intent, e, sent);
            } catch (SmcRejectedException e) {
                settle(intent, JobState.REJECTED, null, e.requestId(), e);
                throw e;
            } catch (SmcAccessException e) {
                last = settle(intent, JobState.NOT_SENT, null, e.requestId(), e);
                if (cured || !CURED_BY_CLIENT.contains(e.code())) {
                    throw e;
                }
                cured = true;
            } catch (SmcException e) {
                last = settle(intent, JobState.NOT_SENT, null, e.requestId(), e);
                if (e.accountWide() || !e.retryable()) {
                    throw e;
                }
                pause(request, e, sent);
            }
        }
    }

    /** Waits before another try, or gives up by throwing the failure. */
    private void pause(JobRequest request, SmcException failure, int sent) throws SmcException, InterruptedException {
        Duration asked = failure.failure().retryAfter();
        if (sent >= options.maxAttempts() || (asked != null && asked.compareTo(options.maxRetryAfter()) > 0)) {
            throw failure;
        }
        Duration wait = options.backoff().after(sent, random);
        if (asked != null && asked.compareTo(wait) > 0) {
            wait = asked;
        }
        LOG.debug(
                "{}: try {} of {} failed with {} (RequestId {}); next try in {} ms",
                request.address(),
                sent,
                options.maxAttempts(),
                failure.code(),
                failure.requestId(),
                wait.toMillis());
        sleeper.sleep(wait);
    }

    private JobRecord intend(JobRequest request, @Nullable JobRecord prior) throws SmcException {
        Intent intent = request.intent(prior);
        IntentResult result = journal.intend(List.of(intent)).get(0);
        if (result instanceof IntentResult.Granted granted) {
            return granted.record();
        }
        throw Failures.busy(request.address(), ((IntentResult.Refused) result).blocking());
    }

    private JobRecord settle(
            JobRecord intent,
            JobState state,
            @Nullable String jobId,
            @Nullable String requestId,
            @Nullable SmcException failure) {
        return Settlements.settle(journal, intent, state, jobId, requestId, failure);
    }

    static ProvisionResult result(Outcome outcome, JobRequest request, JobRecord record, int attempts) {
        String jobId = record.jobId();
        if (jobId == null) {
            throw new IllegalStateException(record.state() + " without a job id");
        }
        LOG.info(
                "{}: {} job {} (source {}, RequestId {})",
                request.address(),
                outcome.label(),
                jobId,
                record.key().sourceId(),
                record.requestId());
        return new ProvisionResult(
                outcome,
                record.key(),
                request.address(),
                record.name(),
                jobId,
                record.requestId(),
                record.token(),
                attempts);
    }
}
