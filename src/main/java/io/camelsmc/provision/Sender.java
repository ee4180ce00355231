package io.camelsmc.provision;

import io.camelsmc.client.CreateReplicationJobRequest;
import io.camelsmc.client.CreateReplicationJobResult;
import io.camelsmc.client.SmcClient;
import io.camelsmc.client.SmcConflictException;
import io.camelsmc.client.SmcException;
import io.camelsmc.client.SmcOutcomeUnknownException;
import io.camelsmc.client.SmcRejectedException;
import io.camelsmc.job.JobRequest;
import io.camelsmc.provision.pace.Deadline;
import io.camelsmc.provision.pace.Retries;
import io.camelsmc.state.JobRecord;
import io.camelsmc.state.JobState;
import org.jspecify.annotations.Nullable;

/** Sends the request of an intent that is in the journal, as often as it is safe and useful. */
final class Sender {

    private final SmcClient client;
    private final Settlements settlements;
    private final DoubtResolver doubt;
    private final ConflictExplainer conflicts;
    private final Retries retries;

    Sender(
            SmcClient client,
            Settlements settlements,
            DoubtResolver doubt,
            ConflictExplainer conflicts,
            Retries retries) {
        this.client = client;
        this.settlements = settlements;
        this.doubt = doubt;
        this.conflicts = conflicts;
        this.retries = retries;
    }

    /**
     * Sends until there is an answer that settles the row, or patience ends.
     *
     * @param granted the intent, just written
     * @param doubtedBefore whether an earlier request with the same token may still have its effect. While that is so, no
     *     refusal of a later one closes the intent
     */
    Sent send(JobRequest request, JobRecord granted, boolean doubtedBefore, Deadline deadline)
            throws SmcException, InterruptedException {
        JobRecord intent = granted;
        boolean doubted = doubtedBefore;
        Retries.Tries tries = retries.begin(request.address(), deadline);
        for (int sent = 1; ; sent++) {
            CreateReplicationJobRequest call = new CreateReplicationJobRequest(request.spec(), intent.token());
            CreateReplicationJobResult made = null;
            try {
                made = client.call(call);
            } catch (SmcOutcomeUnknownException e) {
                ProvisionResult found = resolve(request, intent, e, sent, doubted, deadline);
                if (found != null) {
                    return new Sent.Settled(found);
                }
                doubted = true;
                if (!tries.again(call, e)) {
                    throw e;
                }
            } catch (SmcConflictException e) {
                return new Sent.Settled(conflicts.explain(request, intent, e, sent, doubted, deadline));
            } catch (SmcRejectedException e) {
                if (!doubted) {
                    settlements.without(intent, JobState.REJECTED, e);
                }
                throw told(request, intent, e, doubted);
            } catch (SmcException e) {
                intent = doubted ? intent : settlements.without(intent, JobState.NOT_SENT, e);
                if (!tries.again(call, e)) {
                    throw told(request, intent, e, doubted);
                }
            }
            if (made != null) {
                return new Sent.Made(request, intent, made, sent);
            }
            intent = settlements.renew(request, intent);
        }
    }

    private @Nullable ProvisionResult resolve(
            JobRequest request,
            JobRecord intent,
            SmcOutcomeUnknownException failure,
            int sent,
            boolean doubted,
            Deadline deadline)
            throws SmcException, InterruptedException {
        if (failure.accountWide()) {
            throw failure;
        }
        return doubt.resolveNow(request, intent, failure, sent, doubted, deadline)
                .result();
    }

    /** What to tell of a request that had no effect: with an earlier one in doubt, that is not the whole truth. */
    private static SmcException told(JobRequest request, JobRecord intent, SmcException failure, boolean doubted) {
        return doubted && !failure.accountWide()
                ? ProtocolFailures.stillInDoubt(request.address(), failure, DoubtResolver.expiry(intent))
                : failure;
    }
}
