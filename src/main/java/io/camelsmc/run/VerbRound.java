package io.camelsmc.run;

import io.camelsmc.account.AccountReader;
import io.camelsmc.client.SmcException;
import io.camelsmc.job.JobStatus;
import io.camelsmc.job.ObservedJob;
import io.camelsmc.job.Verb;
import io.camelsmc.job.Verdict;
import io.camelsmc.lifecycle.LifecyclePlanner;
import io.camelsmc.lifecycle.Places;
import io.camelsmc.lifecycle.PlannedVerb;
import io.camelsmc.lifecycle.TrackedJob;
import io.camelsmc.lifecycle.VerbFinding;
import io.camelsmc.lifecycle.VerbOutcome;
import io.camelsmc.lifecycle.VerbProtocol;
import io.camelsmc.lifecycle.VerbResult;
import io.camelsmc.provision.pace.Sleeper;
import io.camelsmc.spec.JobKey;
import io.camelsmc.state.JobRecord;
import io.camelsmc.state.Journal;
import io.camelsmc.state.RefusalException;
import io.camelsmc.state.VerbIntent;
import io.camelsmc.state.VerbIntentResult;
import io.camelsmc.state.VerbRecord;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The rounds of a {@link VerbRun}: look, give verdicts, send. What is settled in one round takes no part in the next. */
final class VerbRound {

    private static final Logger LOG = LoggerFactory.getLogger(VerbRound.class);

    private static final int BATCH = 50;

    /** A verdict from an older look is not acted upon. */
    private static final Duration FRESH = Duration.ofSeconds(60);

    /** What calls in flight are given to end when the run is to stop. */
    private static final Duration WIND_UP = Duration.ofSeconds(20);

    private final Journal journal;
    private final VerbOptions options;
    private final JobLook look;
    private final VerbProtocol protocol;
    private final Clock clock;
    private final Map<JobKey, JobRecord> left = new LinkedHashMap<>();
    private final Map<JobKey, VerbResult> results = new LinkedHashMap<>();
    private Instant lookedAt = Instant.MIN;
    private volatile boolean stopping;

    VerbRound(
            AccountAccess<Journal> access,
            VerbOptions options,
            List<JobRecord> records,
            JobLook look,
            VerbProtocol protocol) {
        this.journal = access.state();
        this.options = options;
        this.look = look;
        this.protocol = protocol;
        this.clock = access.clock();
        records.forEach(record -> left.put(record.key(), record));
    }

    /**
     * Settles what earlier runs left open for these jobs, as far as looks can. Listings lag, so that a verb had no effect is
     * believed only when a second look, some time later, still says so.
     *
     * @param settleDelay time between the two
     */
    void settleOpen(Duration settleDelay) throws SmcException, InterruptedException {
        List<VerbRecord> open = journal.openVerbs().stream()
                .filter(verb -> left.containsKey(verb.key()))
                .toList();
        if (open.isEmpty()) {
            return;
        }
        List<JobRecord> records = open.stream()
                .map(verb -> Objects.requireNonNull(left.get(verb.key())))
                .toList();
        Map<String, ObservedJob> jobs = jobs(records);
        if (open.stream().anyMatch(verb -> VerbFinding.of(verb, jobs.get(verb.jobId())) != VerbFinding.EFFECTIVE)) {
            Sleeper.REAL.sleep(settleDelay);
            jobs.putAll(jobs(records));
        }
        for (VerbRecord verb : open) {
            try {
                protocol.settle(verb, jobs.get(verb.jobId()));
            } catch (RefusalException e) {
                // Another runner is at work on it; its verdict says so.
                LOG.debug("{} stays open", verb.key(), e);
            }
        }
    }

    private Map<String, ObservedJob> jobs(List<JobRecord> records) throws SmcException {
        Map<String, ObservedJob> jobs = new HashMap<>();
        for (TrackedJob job : look.at(records)) {
            if (job.job() != null) {
                jobs.put(job.jobId(), job.job());
            }
        }
        return jobs;
    }

    /** A fresh look, and a verdict for every job that is not settled yet. */
    List<PlannedVerb> plan() throws SmcException {
        List<JobRecord> records = List.copyOf(left.values());
        lookedAt = clock.instant();
        List<TrackedJob> jobs;
        Places places = new Places(options.quota(), 0);
        if (verb() == Verb.START) {
            AccountReader.Census census = look.account(records);
            jobs = JobLook.tracked(records, census.jobs());
            places = new Places(options.quota(), running(census.jobs()));
        } else {
            jobs = look.at(records);
        }
        if (verb() == Verb.START || verb() == Verb.CUT_OVER) {
            jobs = look.withSources(jobs, JobLook::troubled);
        }
        return planned(jobs, places);
    }

    /** The verdicts; of a job that we deleted, and that no listing shows, its youth says nothing. */
    private List<PlannedVerb> planned(List<TrackedJob> jobs, Places places) {
        List<PlannedVerb> planned = LifecyclePlanner.plan(jobs, options.request(), places, lookedAt);
        if (verb() != Verb.DELETE) {
            return planned;
        }
        Set<String> deleted = journal.deletedJobs();
        return planned.stream()
                .map(one ->
                        one.job().job() == null && deleted.contains(one.job().jobId())
                                ? new PlannedVerb(one.job(), Verb.DELETE, Verdict.already("it was deleted before"), "")
                                : one)
                .toList();
    }

    private static int running(List<ObservedJob> jobs) {
        return (int) jobs.stream().filter(job -> job.is(JobStatus.RUNNING)).count();
    }

    /** Notes the verdicts of a round in which nothing is sent. */
    void note(List<PlannedVerb> planned) {
        planned.forEach(one -> results.put(key(one), VerbResult.unsent(one)));
    }

    /** Sends what is to be sent. */
    void send(List<PlannedVerb> planned) throws SmcException, InterruptedException {
        note(planned);
        List<PlannedVerb> sending = planned.stream()
                .filter(one -> one.verdict().is(Verdict.Kind.DO))
                .toList();
        ExecutorService threads = Executors.newFixedThreadPool(options.parallelism());
        try {
            for (int from = 0; from < sending.size() && protocol.stop() == null; from += BATCH) {
                send(fresh(sending.subList(from, Math.min(sending.size(), from + BATCH))), threads);
            }
        } finally {
            threads.shutdownNow();
        }
        results.forEach((key, result) -> {
            if (result.outcome() != VerbOutcome.WAITING) {
                left.remove(key);
            }
        });
    }

    /** The verdicts again from a new look, if the last one is too old. */
    private List<PlannedVerb> fresh(List<PlannedVerb> batch) throws SmcException {
        if (Duration.between(lookedAt, clock.instant()).compareTo(FRESH) < 0) {
            return batch;
        }
        lookedAt = clock.instant();
        List<TrackedJob> jobs =
                look.at(batch.stream().map(one -> one.job().record()).toList());
        List<PlannedVerb> planned = planned(jobs, new Places(batch.size(), 0));
        note(planned);
        return planned.stream().filter(one -> one.verdict().is(Verdict.Kind.DO)).toList();
    }

    private void send(List<PlannedVerb> batch, ExecutorService threads) throws InterruptedException {
        List<PlannedVerb> first = batch.stream().map(this::firstStep).toList();
        List<VerbIntentResult> granted =
                journal.intendVerbs(first.stream().map(VerbRound::intent).toList());
        List<Future<VerbResult>> running = new ArrayList<>(batch.size());
        for (int i = 0; i < batch.size(); i++) {
            PlannedVerb planned = batch.get(i);
            PlannedVerb step = first.get(i);
            VerbIntentResult answer = granted.get(i);
            running.add(threads.submit(() -> send(planned, step, answer)));
        }
        try {
            for (int i = 0; i < batch.size(); i++) {
                results.put(key(batch.get(i)), result(running.get(i)));
            }
        } catch (InterruptedException e) {
            windUp(batch, running, threads);
            throw e;
        }
    }

    /** Lets calls in flight end, sends nothing more, and tells what is not known. */
    private void windUp(List<PlannedVerb> batch, List<Future<VerbResult>> running, ExecutorService threads)
            throws InterruptedException {
        stopping = true;
        threads.shutdown();
        boolean ended = threads.awaitTermination(WIND_UP.toSeconds(), TimeUnit.SECONDS);
        for (int i = 0; i < batch.size(); i++) {
            PlannedVerb planned = batch.get(i);
            results.put(
                    key(planned),
                    ended || running.get(i).isDone()
                            ? result(running.get(i))
                            : new VerbResult(
                                    planned,
                                    VerbOutcome.UNKNOWN,
                                    "interrupted before its answer came; run the same command again: it looks before it"
                                            + " sends anything",
                                    null,
                                    null));
        }
    }

    private VerbResult send(PlannedVerb planned, PlannedVerb step, VerbIntentResult answer)
            throws InterruptedException {
        VerbResult result = send(step, answer);
        if (step.verb() == planned.verb()) {
            return result;
        }
        if (result.outcome() != VerbOutcome.DONE && result.outcome() != VerbOutcome.ALREADY) {
            return new VerbResult(
                    planned,
                    result.outcome(),
                    "it could not be stopped first: " + result.reason(),
                    result.code(),
                    result.requestId());
        }
        PlannedVerb second =
                new PlannedVerb(stopped(planned.job()), planned.verb(), planned.verdict(), planned.arguments());
        return send(second, journal.intendVerbs(List.of(intent(second))).get(0));
    }

    private VerbResult send(PlannedVerb step, VerbIntentResult answer) throws InterruptedException {
        if (answer instanceof VerbIntentResult.Granted granted) {
            return stopping ? protocol.leave(step, granted.record()) : protocol.send(step, granted.record());
        }
        VerbIntentResult.Refused refused = (VerbIntentResult.Refused) answer;
        VerbRecord open = refused.open();
        boolean held = refused.heldUntilMillis() > 0;
        return new VerbResult(
                step,
                held ? VerbOutcome.WAITING : VerbOutcome.UNKNOWN,
                held
                        ? "another runner has sent " + open.verb().label() + " for it and waits for the answer until "
                                + Instant.ofEpochMilli(refused.heldUntilMillis())
                        : "its " + open.verb().label() + " of " + open.intendedAt()
                                + " is still in doubt; run the same command again when its state is clear",
                null,
                null);
    }

    /** A job that runs and is to be deleted is stopped first. */
    private PlannedVerb firstStep(PlannedVerb planned) {
        boolean stop = planned.verb() == Verb.DELETE && planned.job().status() == JobStatus.RUNNING;
        return stop ? new PlannedVerb(planned.job(), Verb.STOP, planned.verdict(), "") : planned;
    }

    private static TrackedJob stopped(TrackedJob job) {
        ObservedJob before = Objects.requireNonNull(job.job());
        return new TrackedJob(
                job.record(),
                ObservedJob.of(before.jobId(), JobStatus.STOPPED.label(), before.attributes()),
                job.source());
    }

    private static VerbIntent intent(PlannedVerb planned) {
        TrackedJob job = planned.job();
        return new VerbIntent(job.record().key(), job.jobId(), planned.verb(), planned.arguments(), job.statusText());
    }

    private static VerbResult result(Future<VerbResult> running) throws InterruptedException {
        try {
            return running.get();
        } catch (ExecutionException e) {
            Throwable cause = e.getCause();
            if (cause instanceof InterruptedException) {
                throw new InterruptedException("interrupted while it was sent");
            }
            if (cause instanceof RuntimeException failure) {
                throw failure;
            }
            throw new IllegalStateException(cause);
        }
    }

    /** Whether a job waits for something that may come. */
    boolean anyWaits() {
        return results.values().stream().anyMatch(result -> result.outcome() == VerbOutcome.WAITING);
    }

    /** What became of every job that was looked at, in the order of the jobs. */
    List<VerbResult> results() {
        return List.copyOf(results.values());
    }

    private Verb verb() {
        return options.request().verb();
    }

    private static JobKey key(PlannedVerb planned) {
        return planned.job().record().key();
    }
}
