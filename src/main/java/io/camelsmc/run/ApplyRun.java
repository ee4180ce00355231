package io.camelsmc.run;

import io.camelsmc.client.SmcClient;
import io.camelsmc.client.SmcClients;
import io.camelsmc.client.SmcException;
import io.camelsmc.diag.Count;
import io.camelsmc.plan.Action;
import io.camelsmc.plan.Plan;
import io.camelsmc.provision.Provisioner;
import io.camelsmc.provision.SpecCheck;
import io.camelsmc.provision.pace.Sleeper;
import io.camelsmc.spec.check.SpecChecker;
import io.camelsmc.state.Journal;
import io.camelsmc.wave.CheckedRows;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * Makes the jobs of some rows exist: plans them with what the service reports, holds the guards, asks for consent, sends
 * what is pending and accounts for every row. Whatever happens after the plan is made, the run ends with a result.
 *
 * <p>An instance may run as often as wanted, also from several threads, as far as its listener and its consent can.
 */
public final class ApplyRun {

    private final AccountAccess<Journal> access;
    private final ApplyOptions options;
    private final Consent consent;
    private final RunListener listener;

    public ApplyRun(AccountAccess<Journal> access, ApplyOptions options, Consent consent, RunListener listener) {
        this.access = access;
        this.options = options;
        this.consent = consent;
        this.listener = listener;
    }

    /** Runs rows that were checked. */
    public RunResult run(CheckedRows rows) throws SmcException {
        return run(PlanSource.of(rows));
    }

    /**
     * Runs what a source plans. A service that does not say what is there makes every row pending that the journal cannot
     * settle. An interruption of the calling thread ends the run in order.
     *
     * @return the result; its failure, if there is one, is for the caller to throw once everything is reported
     * @throws SmcException if the account could not be found out
     * @throws io.camelsmc.state.JournalException if the journal fails before the plan is made
     * @throws io.camelsmc.diag.AbortException if the run cannot begin, for example with the journal of another account
     */
    public RunResult run(PlanSource source) throws SmcException {
        SendTrace trace = new SendTrace(access.clock());
        CallCounter counter = new CallCounter();
        // Closing it would close the caller's client.
        SmcClient client = SmcClients.intercepted(access.client(), trace, counter);
        access.state().bindAccount(client.accountScope());
        PlannedRows planned;
        RunStop stop;
        try {
            planned = source.asked(access.through(client), options.planning());
            stop = strict(planned.plan());
        } catch (SmcException e) {
            planned = source.unasked(access.state(), client.accountScope(), options.planning());
            stop = unanswered(e);
        }
        Plan plan = planned.plan();
        stop = stop == null ? tooMany(plan) : stop;
        listener.planned(plan, stop);
        if (stop == null && plan.hasPendingChanges() && !consent.given(plan)) {
            stop = RunStop.of(RunStop.Kind.NOT_APPROVED, "nothing was sent: the plan was not approved");
        }
        PlanExecution execution =
                new PlanExecution(planned, trace, options.maxFail(), listener, counter::counts, access.clock());
        counter.onThrottled(execution::throttled);
        return stop == null
                ? execution.run(provisioner(client), options.updates(), options.parallelism())
                : execution.withoutSending(stop);
    }

    /** What is known without the service is reported all the same, so that every row is accounted for. */
    private static RunStop unanswered(SmcException cause) {
        if (Thread.currentThread().isInterrupted()) {
            return RunStop.of(RunStop.Kind.SIGNAL, "interrupted by a signal; run the same command again");
        }
        return RunStop.of(
                cause.accountWide() ? RunStop.Kind.ACCOUNT : RunStop.Kind.OUTAGE,
                "nothing was sent, since the service could not be asked what is there: " + cause.getMessage(),
                cause);
    }

    private @Nullable RunStop strict(Plan plan) {
        long invalid = plan.counts().getOrDefault(Action.INVALID, 0L);
        if (!options.strict() || invalid == 0) {
            return null;
        }
        return RunStop.of(
                RunStop.Kind.STRICT,
                "nothing was sent: " + invalid + " of "
                        + Count.of(plan.changes().size(), "row") + (invalid == 1 ? " is" : " are")
                        + " invalid, and --strict allows none; correct them, or leave --strict out to send the others");
    }

    private @Nullable RunStop tooMany(Plan plan) {
        long creates = plan.counts().getOrDefault(Action.CREATE, 0L);
        Integer most = options.maxCreate();
        if (most == null || creates <= most) {
            return null;
        }
        return RunStop.of(
                RunStop.Kind.MAX_CREATE,
                "nothing was created: " + Count.of(creates, "job") + " would be created, and --max-create allows "
                        + most + "; raise it, or select fewer rows with --target");
    }

    private Provisioner provisioner(SmcClient client) {
        SpecCheck check =
                (row, now) -> SpecChecker.check(row, options.planning().context(now));
        return new Provisioner(
                client,
                access.state(),
                check,
                access.patience(),
                access.pace(),
                access.clock(),
                Sleeper.REAL,
                () -> ThreadLocalRandom.current().nextLong());
    }
}
