package io.camelsmc.run;

import io.camelsmc.client.SmcException;
import io.camelsmc.diag.SafeText;
import io.camelsmc.plan.Action;
import io.camelsmc.plan.Change;
import io.camelsmc.plan.Plan;
import io.camelsmc.provision.Provisioner;
import io.camelsmc.spec.ReplicationJobSpec;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The sending half of {@link ApplyRun}, for one plan: sends what is pending, stops where a guard says so, accounts for every
 * row. Whatever happens in between, the run ends with a result, so that it can be reported. To be used once.
 */
final class PlanExecution {

    private final PlannedRows planned;
    private final Plan plan;
    private final RowBook book;
    private final RunListener listener;
    private final Supplier<CallCounts> calls;
    private final Clock clock;
    private final Instant start;
    private final String runId;

    /**
     * Prepares a run.
     *
     * @param trace hears of the creates of the provisioner's client
     * @param limit how many rows may fail
     * @param calls counts of the provisioner's client
     */
    PlanExecution(
            PlannedRows planned,
            SendTrace trace,
            FailureLimit limit,
            RunListener listener,
            Supplier<CallCounts> calls,
            Clock clock) {
        this.planned = planned;
        this.plan = planned.plan();
        this.listener = listener;
        this.calls = calls;
        this.clock = clock;
        this.book = new RowBook(plan, trace, limit, listener, clock);
        this.start = clock.instant();
        this.runId = RunIds.of(plan, start);
    }

    /** Tells the listener that the service throttled a call. */
    void throttled(SmcException answer) {
        book.throttled(answer);
    }

    /**
     * Makes the plan so. An interruption of the calling thread ends the run in order; so does a failure of the journal,
     * which the result carries to be thrown on.
     *
     * @param updates whether jobs whose rows were edited may be changed; if not, such a row is a conflict
     */
    RunResult run(Provisioner provisioner, boolean updates, int parallelism) {
        begin();
        RuntimeException failure = null;
        if (book.stopped() == null) {
            failure = provision(provisioner, updates, parallelism);
        }
        return end(failure);
    }

    /** Sends nothing, for a reason; rows that the plan has not settled are pending. */
    RunResult withoutSending(RunStop reason) {
        begin();
        book.stopping(reason);
        return end(null);
    }

    private void begin() {
        listener.started(new RunStart(runId, start, plan));
        book.settlePlanned();
    }

    private @Nullable RuntimeException provision(Provisioner provisioner, boolean updates, int parallelism) {
        List<ReplicationJobSpec> specs = plan.changes().stream()
                .filter(change -> change.action().pending())
                .map(Change::spec)
                .filter(Objects::nonNull)
                .toList();
        if (specs.isEmpty()) {
            return null;
        }
        try {
            // A change that nobody consented to is a conflict, as for a row that comes alone.
            Set<ReplicationJobSpec> approved = updates ? updates() : Set.of();
            provisioner.provisionAll(specs, approved::contains, parallelism, book);
        } catch (InterruptedException e) {
            book.interrupted();
        } catch (RuntimeException e) {
            String message = e.getMessage() == null ? e.toString() : e.getMessage();
            book.stopping(RunStop.of(RunStop.Kind.FAILURE, SafeText.escape(message)));
            return e;
        }
        return null;
    }

    /** The very rows whose jobs the plan changes; a row that equals one of them is another row. */
    private Set<ReplicationJobSpec> updates() {
        Set<ReplicationJobSpec> updates = Collections.newSetFromMap(new IdentityHashMap<>());
        for (Change change : plan.changes()) {
            if (change.action() == Action.UPDATE && change.spec() != null) {
                updates.add(change.spec());
            }
        }
        return updates;
    }

    private RunResult end(@Nullable RuntimeException failure) {
        List<RowOutcome> rows = book.finish();
        Instant end = clock.instant();
        RunSummary summary = new RunSummary(rows.size(), book.counts(), calls.get(), Duration.between(start, end));
        RunResult result = new RunResult(
                runId, plan, start, end, rows, planned.inOrderOfRows(rows), summary, book.stopped(), failure);
        listener.finished(result);
        return result;
    }
}
