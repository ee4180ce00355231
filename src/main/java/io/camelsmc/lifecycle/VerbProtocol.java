package io.camelsmc.lifecycle;

import io.camelsmc.client.Acknowledged;
import io.camelsmc.client.DescribeReplicationJobsRequest;
import io.camelsmc.client.ErrorClass;
import io.camelsmc.client.SmcCall;
import io.camelsmc.client.SmcClient;
import io.camelsmc.client.SmcException;
import io.camelsmc.client.SmcFailure.Executed;
import io.camelsmc.job.JobStatus;
import io.camelsmc.job.ObservedJob;
import io.camelsmc.provision.pace.Deadline;
import io.camelsmc.provision.pace.ProvisionOptions;
import io.camelsmc.provision.pace.Retries;
import io.camelsmc.state.Journal;
import io.camelsmc.state.VerbRecord;
import io.camelsmc.state.VerbSettlement;
import io.camelsmc.state.VerbState;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Sends one verb whose intent is durable, and settles what came of it. None of the verbs has a token, so a request whose
 * outcome is unknown goes again only after a look shows that it had no effect; a cut-over only while the look shows
 * Waiting. What stays unknown stays open in the journal, and the next run looks before it sends anything. Safe to share
 * between threads.
 */
public final class VerbProtocol {

    private final SmcClient client;
    private final SmcClient reads;
    private final Journal journal;
    private final Retries retries;
    private final ProvisionOptions patience;
    private final int quota;
    private final AtomicReference<@Nullable SmcException> stop = new AtomicReference<>();

    /**
     * For one run.
     *
     * @param client sends verbs, one request for each call
     * @param reads asks; tries again by itself
     * @param quota jobs of the account that may run at once
     */
    public VerbProtocol(
            SmcClient client, SmcClient reads, Journal journal, Retries retries, ProvisionOptions patience, int quota) {
        this.quota = quota;
        this.client = client;
        this.reads = reads;
        this.journal = journal;
        this.retries = retries;
        this.patience = patience;
    }

    /** What made every further call of the account pointless; null when nothing did. */
    public @Nullable SmcException stop() {
        return stop.get();
    }

    /**
     * Sends a verb.
     *
     * @param intent its durable intent
     */
    public VerbResult send(PlannedVerb planned, VerbRecord intent) throws InterruptedException {
        if (stop() != null) {
            return leave(planned, intent);
        }
        SmcCall<Acknowledged> call = VerbCalls.of(intent);
        Deadline deadline = Deadline.after(patience.totalTime(), System::nanoTime);
        Retries.Tries tries = retries.begin(planned.job().address(), deadline);
        for (int sent = 1; ; sent++) {
            try {
                return done(planned, intent, client.call(call).requestId());
            } catch (SmcException e) {
                if (e.failure().executed() == Executed.UNKNOWN) {
                    VerbResult settled = look(planned, intent, e, deadline);
                    if (settled != null) {
                        return settled;
                    }
                    if (sent >= patience.maxAttempts()) {
                        return open(planned, e, "looks show no effect of it so far");
                    }
                } else if (!tries.again(call, e)) {
                    return refused(planned, intent, e);
                }
            }
        }
    }

    /**
     * Settles a verb that an earlier run left open, as far as a look can.
     *
     * @param job the job now; null when the service does not have it
     * @return whether it is settled
     */
    public boolean settle(VerbRecord open, @Nullable ObservedJob job) {
        VerbFinding finding = VerbFinding.of(open, job);
        switch (finding) {
            case EFFECTIVE -> journal.settleVerbs(List.of(VerbSettlement.done(open, null)));
            case UNCHANGED, OVERTAKEN ->
                journal.settleVerbs(List.of(new VerbSettlement(
                        open, VerbState.NOT_DONE, null, null, "a later look shows no effect of it")));
            case UNSURE -> {
                return false;
            }
        }
        return true;
    }

    private VerbResult done(PlannedVerb planned, VerbRecord intent, @Nullable String requestId) {
        journal.settleVerbs(List.of(VerbSettlement.done(intent, requestId)));
        return new VerbResult(planned, VerbOutcome.DONE, planned.verdict().reason(), null, requestId);
    }

    /** Closes an intent of which nothing was sent. */
    public VerbResult leave(PlannedVerb planned, VerbRecord intent) {
        SmcException cause = stop();
        String code = cause == null ? null : cause.code();
        String why = "not sent: " + (cause == null ? "the run ended first" : cause.getMessage());
        journal.settleVerbs(List.of(new VerbSettlement(intent, VerbState.NOT_DONE, null, code, why)));
        return new VerbResult(planned, VerbOutcome.WAITING, why, code, null);
    }

    /** What a look says after a call whose outcome is unknown; null when it shows no effect and the same may go again. */
    private @Nullable VerbResult look(PlannedVerb planned, VerbRecord intent, SmcException cause, Deadline deadline)
            throws InterruptedException {
        for (int look = 1; ; look++) {
            ObservedJob job;
            try {
                job = ask(intent.jobId());
            } catch (SmcException e) {
                return open(planned, cause, "and it could not be looked at: " + e.getMessage());
            }
            VerbFinding finding = VerbFinding.of(intent, job);
            switch (finding) {
                case EFFECTIVE -> {
                    return done(planned, intent, cause.requestId());
                }
                case OVERTAKEN -> {
                    return settled(planned, intent, cause, VerbRefusal.byState(intent.verb(), job));
                }
                case UNCHANGED -> {
                    // Listings lag: one look proves nothing.
                    if (look > 1) {
                        return null;
                    }
                }
                case UNSURE -> {
                    if (look > 1) {
                        return open(
                                planned,
                                cause,
                                "it runs, by its schedule or by the cut-over; that shows when it is Finished or Waiting");
                    }
                }
            }
            if (!retries.settle(deadline)) {
                return open(planned, cause, "the time for this call is over");
            }
        }
    }

    private VerbResult open(PlannedVerb planned, SmcException cause, String why) {
        return new VerbResult(
                planned,
                VerbOutcome.UNKNOWN,
                "the " + planned.verb().label() + " was sent, its answer is unknown (" + cause.code() + "), " + why
                        + "; run the same command again: it looks before it sends anything",
                cause.code(),
                cause.requestId());
    }

    private VerbResult refused(PlannedVerb planned, VerbRecord intent, SmcException cause) {
        VerbRefusal refusal = VerbRefusal.of(intent, cause, new VerbRefusal.Look() {
            @Override
            public @Nullable ObservedJob job() throws SmcException {
                return ask(intent.jobId());
            }

            @Override
            public boolean full() throws SmcException {
                return running() >= quota;
            }
        });
        // A full account is a wait for a place and stops nothing.
        if (cause.accountWide() && cause.errorClass() != ErrorClass.QUOTA) {
            stop.compareAndSet(null, cause);
        }
        return settled(planned, intent, cause, refusal);
    }

    private VerbResult settled(PlannedVerb planned, VerbRecord intent, SmcException cause, VerbRefusal refusal) {
        VerbState state = refusal.effective() ? VerbState.DONE : VerbState.NOT_DONE;
        journal.settleVerbs(List.of(new VerbSettlement(
                intent, state, cause.requestId(), refusal.effective() ? null : cause.code(), refusal.reason())));
        return new VerbResult(
                planned,
                refusal.outcome(),
                refusal.reason(),
                refusal.effective() ? null : cause.code(),
                cause.requestId());
    }

    /** How many jobs of the account run now. */
    private int running() throws SmcException {
        return reads.call(DescribeReplicationJobsRequest.all()
                        .withStatus(JobStatus.RUNNING.label())
                        .withPageSize(1))
                .totalCount();
    }

    private @Nullable ObservedJob ask(String jobId) throws SmcException {
        return reads.call(DescribeReplicationJobsRequest.all().withJobIds(List.of(jobId))).items().stream()
                .filter(job -> job.jobId().equals(jobId))
                .findFirst()
                .orElse(null);
    }
}
