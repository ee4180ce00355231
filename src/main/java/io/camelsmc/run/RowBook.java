package io.camelsmc.run;

import io.camelsmc.client.SmcException;
import io.camelsmc.diag.Count;
import io.camelsmc.diag.Diagnostic;
import io.camelsmc.job.Outcome;
import io.camelsmc.plan.Action;
import io.camelsmc.plan.Change;
import io.camelsmc.plan.Plan;
import io.camelsmc.provision.Outcomes;
import io.camelsmc.provision.ProvisionListener;
import io.camelsmc.provision.ProvisionResult;
import io.camelsmc.spec.ReplicationJobSpec;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes down what becomes of each row of a plan and passes it on. The counts are kept apart from the rows, so that a row
 * which ends twice, or is none of the plan's, is noticed. Safe to share between threads.
 */
final class RowBook implements ProvisionListener {

    private final Plan plan;
    private final SendTrace trace;
    private final FailureLimit limit;
    private final RunListener listener;
    private final Clock clock;
    private final IdentityHashMap<ReplicationJobSpec, Integer> places = new IdentityHashMap<>();
    private final @Nullable RowOutcome[] rows;
    private final Map<Outcome, Long> counts = new EnumMap<>(Outcome.class);
    private long tried;
    private long badTried;
    private @Nullable RunStop stop;

    RowBook(Plan plan, SendTrace trace, FailureLimit limit, RunListener listener, Clock clock) {
        this.plan = plan;
        this.trace = trace;
        this.limit = limit;
        this.listener = listener;
        this.clock = clock;
        this.rows = new RowOutcome[plan.changes().size()];
        for (int i = 0; i < rows.length; i++) {
            ReplicationJobSpec spec = plan.changes().get(i).spec();
            if (spec != null) {
                places.put(spec, i);
            }
        }
    }

    /** Settles the rows that the plan leaves alone. */
    synchronized void settlePlanned() {
        for (int i = 0; i < rows.length; i++) {
            Change change = plan.changes().get(i);
            if (!change.action().pending()) {
                Outcome outcome = planned(change.action());
                List<Diagnostic> problems = outcome.good() ? List.of() : PlanProblems.of(change);
                note(i, row(i, outcome, null, problems, true, outcome == Outcome.PENDING, change.jobId(), null, 0));
            }
        }
        guard();
    }

    private static Outcome planned(Action action) {
        return switch (action) {
            case UNCHANGED -> Outcome.UNCHANGED;
            case INVALID -> Outcome.INVALID;
            case CONFLICT -> Outcome.CONFLICT;
            default -> Outcome.PENDING;
        };
    }

    @Override
    public synchronized void succeeded(ReplicationJobSpec spec, ProvisionResult result) {
        tried++;
        Outcome outcome = result.outcome();
        settle(spec, outcome, null, List.of(), true, false, result.jobId(), result.requestId(), result.attempts());
    }

    @Override
    public synchronized void failed(ReplicationJobSpec spec, Exception failure) {
        Outcome outcome = Outcomes.of(failure);
        tried++;
        if (outcome.bad()) {
            badTried++;
        }
        SmcException answer = failure instanceof SmcException e ? e : null;
        settle(
                spec,
                outcome,
                answer,
                FailureProblems.of(spec.address(), failure),
                true,
                answer != null && answer.retryable(),
                null,
                answer == null ? null : answer.requestId(),
                attempts(spec));
        guard();
    }

    @Override
    public synchronized void pending(ReplicationJobSpec spec, Exception cause) {
        SmcException answer = cause instanceof SmcException e ? e : null;
        if (answer != null) {
            stopping(RunStop.of(
                    RunStop.Kind.ACCOUNT, "the service refuses the whole account: " + answer.getMessage(), answer));
        } else if (cause instanceof InterruptedException) {
            interrupted();
        }
        int attempts = attempts(spec);
        String requestId = answer == null || attempts == 0 ? null : answer.requestId();
        List<Diagnostic> why = FailureProblems.notReached(spec.address(), cause);
        settle(spec, Outcome.PENDING, answer, why, attempts > 0, true, null, requestId, attempts);
    }

    @Override
    public synchronized @Nullable Exception stop() {
        return stop == null ? null : new RunStoppedException(stop);
    }

    /** Why no further row may be started; null to go on. */
    synchronized @Nullable RunStop stopped() {
        return stop;
    }

    /** A signal ended the run. */
    synchronized void interrupted() {
        stopping(RunStop.of(RunStop.Kind.SIGNAL, "interrupted by a signal; run the same command again"));
    }

    /** The first reason counts. */
    synchronized void stopping(RunStop reason) {
        if (stop == null) {
            stop = reason;
            listener.stopping(reason);
        }
    }

    /** A call was throttled. */
    synchronized void throttled(SmcException answer) {
        listener.throttled(answer);
    }

    /** What nobody settled is pending. Called once, at the end. */
    synchronized List<RowOutcome> finish() {
        List<Diagnostic> why = FailureProblems.notReached(stop);
        List<RowOutcome> all = new ArrayList<>();
        for (int i = 0; i < rows.length; i++) {
            RowOutcome row = rows[i];
            if (row == null) {
                row = row(i, Outcome.PENDING, null, why, false, true, null, null, 0);
                note(i, row);
            }
            all.add(row);
        }
        return all;
    }

    /** Rows by outcome so far. */
    synchronized Map<Outcome, Long> counts() {
        return new EnumMap<>(counts);
    }

    private void guard() {
        long bad = counts.entrySet().stream()
                .filter(entry -> entry.getKey().bad())
                .mapToLong(Map.Entry::getValue)
                .sum();
        if (limit.exceeded(bad, tried, badTried)) {
            String what = limit.percent() == null
                    ? Count.of(bad, "row")
                    : badTried + " of " + Count.of(tried, "row") + " tried";
            stopping(RunStop.of(
                    RunStop.Kind.MAX_FAIL,
                    what + " ended in rejected, conflict or failed, and --max-fail allows " + limit
                            + "; no further row is started; look at those rows, fix their common cause, or raise it"));
        }
    }

    private int attempts(ReplicationJobSpec spec) {
        SendTrace.Sent sent = trace.of(spec);
        return sent == null ? 0 : sent.attempts();
    }

    private void settle(
            ReplicationJobSpec spec,
            Outcome outcome,
            @Nullable SmcException answer,
            List<Diagnostic> problems,
            boolean reached,
            boolean retryable,
            @Nullable String jobId,
            @Nullable String requestId,
            int attempts) {
        Integer place = places.get(spec);
        if (place == null) {
            counts.merge(outcome, 1L, Long::sum);
            return;
        }
        String errorClass = answer == null ? null : answer.errorClass().id();
        note(place, row(place, outcome, errorClass, problems, reached, retryable, jobId, requestId, attempts));
    }

    private RowOutcome row(
            int place,
            Outcome outcome,
            @Nullable String errorClass,
            List<Diagnostic> problems,
            boolean reached,
            boolean retryable,
            @Nullable String jobId,
            @Nullable String requestId,
            int attempts) {
        Change change = plan.changes().get(place);
        ReplicationJobSpec spec = change.spec();
        SendTrace.Sent sent = spec == null ? null : trace.of(spec);
        Instant now = clock.instant();
        return new RowOutcome(
                change.position(),
                change.address(),
                change.region(),
                spec == null ? null : spec.sourceId(),
                outcome,
                errorClass,
                problems,
                reached,
                retryable,
                jobId,
                requestId,
                sent == null ? null : sent.token(),
                attempts,
                sent == null ? now : sent.first(),
                now);
    }

    private void note(int place, RowOutcome row) {
        rows[place] = row;
        counts.merge(row.outcome(), 1L, Long::sum);
        listener.ended(row);
    }
}
