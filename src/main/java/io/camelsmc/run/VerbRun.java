package io.camelsmc.run;

import io.camelsmc.account.AccountReader;
import io.camelsmc.client.SmcClients;
import io.camelsmc.client.SmcException;
import io.camelsmc.diag.AbortException;
import io.camelsmc.job.Verb;
import io.camelsmc.job.Verdict;
import io.camelsmc.lifecycle.PlannedVerb;
import io.camelsmc.lifecycle.VerbProtocol;
import io.camelsmc.provision.pace.Retries;
import io.camelsmc.provision.pace.Sleeper;
import io.camelsmc.state.JobRecord;
import io.camelsmc.state.Journal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * Starts, stops, cuts over, deletes or extends jobs of the journal: gives a verdict for each, asks, and sends what is to be
 * sent, each verb once. What an earlier run left in doubt is settled first. Jobs that wait are tried again for as long as
 * the options say.
 */
public final class VerbRun {

    private final AccountAccess<Journal> access;
    private final VerbOptions options;
    private final VerbConsent consent;

    public VerbRun(AccountAccess<Journal> access, VerbOptions options, VerbConsent consent) {
        this.access = access;
        this.options = options;
        this.consent = consent;
    }

    /**
     * Runs the verb. An interruption of the calling thread ends it in order.
     *
     * @throws SmcException if the service does not say how the jobs stand before anything is sent
     * @throws AbortException if the selection takes no job, or the journal is of another account
     */
    public VerbRunResult run() throws SmcException {
        Instant began = access.clock().instant();
        String account = access.client().accountScope();
        access.state().bindAccount(account);
        List<JobRecord> records = records();
        CallCounter counter = new CallCounter();
        // Closing it would close the caller's client.
        AccountAccess<Journal> counted = access.through(SmcClients.intercepted(access.client(), counter));
        VerbProtocol protocol = protocol(counted);
        VerbRound round =
                new VerbRound(access, options, records, new JobLook(new AccountReader(counted.reads())), protocol);
        boolean approved = false;
        String stop = null;
        Duration patience = options.patience();
        Instant end = patience == null ? began : began.plus(patience);
        try {
            round.settleOpen(access.patience().settleDelay());
            while (true) {
                SmcException outage = null;
                try {
                    List<PlannedVerb> planned = round.plan();
                    if (options.dryRun()) {
                        round.note(planned);
                        consent.given(planned, sends(planned));
                        break;
                    }
                    if (!approved) {
                        approved = consent.given(planned, sends(planned));
                    }
                    if (!approved) {
                        round.note(planned);
                        stop = "nothing was sent: it was not approved";
                        break;
                    }
                    round.send(planned);
                } catch (SmcException e) {
                    // What was sent before is told all the same, and an outage ends before a long wait does.
                    if (!approved) {
                        throw e;
                    }
                    outage = e;
                }
                stop = stop(protocol, outage);
                boolean over = !access.clock().instant().plus(options.poll()).isBefore(end);
                boolean pointless = protocol.stop() != null || (outage != null && !outage.retryable());
                if (pointless || over || (outage == null && !round.anyWaits())) {
                    break;
                }
                Sleeper.REAL.sleep(options.poll());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            stop = "interrupted; what was not sent is waiting";
        }
        return new VerbRunResult(
                verb(),
                account,
                round.results(),
                approved,
                stop,
                counter.counts().calls(),
                Duration.between(began, access.clock().instant()));
    }

    private static @Nullable String stop(VerbProtocol protocol, @Nullable SmcException outage) {
        SmcException cause = protocol.stop() != null ? protocol.stop() : outage;
        return cause == null ? null : cause.getMessage();
    }

    private List<JobRecord> records() {
        List<JobRecord> selected = JobLook.selected(access.state(), options.selection());
        if (selected.isEmpty() && access.state().list().isEmpty()) {
            throw AbortException.wrongUsage(
                    "the journal has no job to " + verb().label() + "; 'smc state list' shows what it"
                            + " has, 'smc apply' makes jobs, and 'smc adopt' takes existing ones over");
        }
        Selections.requireUsedForJobs(options.selection());
        if (verb() == Verb.DELETE) {
            return selected;
        }
        Set<String> deleted = access.state().deletedJobs();
        List<JobRecord> left = selected.stream()
                .filter(record -> !deleted.contains(record.jobId()))
                .toList();
        if (left.isEmpty() && !selected.isEmpty()) {
            throw AbortException.wrongUsage(
                    "'smc delete' removed every selected job; to migrate these servers again, raise"
                            + " generation in their rows and apply");
        }
        return left;
    }

    private VerbProtocol protocol(AccountAccess<Journal> counted) {
        Retries retries = new Retries(access.patience(), access.pace(), Sleeper.REAL, () -> ThreadLocalRandom.current()
                .nextLong());
        return new VerbProtocol(
                SmcClients.intercepted(counted.client(), access.pace()),
                counted.reads(),
                access.state(),
                retries,
                access.patience(),
                options.quota());
    }

    private Verb verb() {
        return options.request().verb();
    }

    private static long sends(List<PlannedVerb> planned) {
        return planned.stream().filter(one -> one.verdict().is(Verdict.Kind.DO)).count();
    }
}
