package io.camelsmc.provision;

import io.camelsmc.client.SmcClient;
import io.camelsmc.client.SmcClients;
import io.camelsmc.client.SmcException;
import io.camelsmc.diag.Diagnostic;
import io.camelsmc.job.JobDifference;
import io.camelsmc.job.JobMatch;
import io.camelsmc.job.JobRequest;
import io.camelsmc.job.Outcome;
import io.camelsmc.provision.pace.Deadline;
import io.camelsmc.provision.pace.Pace;
import io.camelsmc.provision.pace.ProvisionOptions;
import io.camelsmc.provision.pace.Retries;
import io.camelsmc.provision.pace.Sleeper;
import io.camelsmc.spec.InvalidSpecException;
import io.camelsmc.spec.ReplicationJobSpec;
import io.camelsmc.state.Intent;
import io.camelsmc.state.IntentResult;
import io.camelsmc.state.JobRecord;
import io.camelsmc.state.JobState;
import io.camelsmc.state.Journal;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** The steps of the protocol, in the order in which a row takes them. Single rows and batches share them. */
final class Protocol {

    private final SmcClient client;
    private final Journal journal;
    private final Checker checker;
    private final ProvisionOptions options;
    private final LongSupplier nanos;
    private final Pace pace;
    private final Settlements settlements;
    private final ReadBack readBack;
    private final FirstLook firstLook;
    private final DoubtResolver doubt;
    private final Sender sender;
    private final JobUpdater updater;
    private final AccountGate gate;
    private final SourceLocks locks;

    Protocol(
            SmcClient client,
            Journal journal,
            SpecCheck check,
            ProvisionOptions options,
            Pace pace,
            Clock clock,
            Sleeper sleeper,
            RandomGenerator random,
            LongSupplier nanos) {
        this.client = client;
        SmcClient paced = SmcClients.intercepted(client, pace);
        this.journal = journal;
        this.checker = new Checker(check, clock);
        this.options = options;
        this.nanos = nanos;
        this.pace = pace;
        this.locks = SourceLocks.of(journal);
        this.gate = new AccountGate(nanos);
        Guards guards = new Guards();
        Retries retries = new Retries(options, pace, sleeper, random);
        EmergencyRecord emergency =
                new EmergencyRecord(journal, System.err, Path.of(System.getProperty("java.io.tmpdir")));
        this.settlements = new Settlements(journal, emergency, clock);
        this.readBack = new ReadBack(paced, retries, settlements, guards);
        this.firstLook = new FirstLook(readBack, gate, nanos);
        this.doubt = new DoubtResolver(settlements, readBack, retries, options, guards, clock);
        this.sender = new Sender(
                paced, settlements, doubt, new ConflictExplainer(settlements, readBack, retries, guards), retries);
        this.updater = new JobUpdater(paced, settlements, readBack, retries, checker);
    }

    /** The row as it will be sent; one that has no identity or cannot be encoded is invalid. */
    JobRequest request(ReplicationJobSpec spec) throws InvalidSpecException, SmcException {
        String account = client.accountScope();
        try {
            return JobRequest.of(account, spec).checked();
        } catch (IllegalArgumentException e) {
            InvalidSpecException invalid = problems(spec);
            throw invalid != null
                    ? invalid
                    : new InvalidSpecException(
                            List.of(Diagnostic.error("Spec.Unusable", String.valueOf(e.getMessage()))));
        }
    }

    void lock(JobRequest request) throws InterruptedException {
        locks.lock(request.key());
    }

    void unlock(JobRequest request) {
        locks.unlock(request.key());
    }

    @Nullable
    JobRecord record(JobRequest request) {
        return journal.find(request.key()).orElse(null);
    }

    /** The job exists. What was recorded as the service reported it is the row's from now on, if the row agrees. */
    ProvisionResult unchanged(JobRequest request, JobRecord prior) throws SmcException {
        if (prior.digest().equals(request.digest())) {
            return ProvisionResult.of(Outcome.UNCHANGED, request, prior, 0);
        }
        if (!prior.asReported()) {
            throw ProtocolFailures.changed(request.address(), prior, request.parameters());
        }
        List<JobDifference> differences = prior.differences(request.spec());
        if (!differences.isEmpty()) {
            throw ProtocolFailures.changed(
                    request.address(),
                    prior,
                    differences.stream().map(JobDifference::toString).toList());
        }
        return ProvisionResult.of(Outcome.UNCHANGED, request, settlements.amend(request, prior, null), 0);
    }

    /** What keeps a spec from being sent now; null if nothing does. */
    @Nullable
    InvalidSpecException problems(ReplicationJobSpec spec) {
        return checker.problems(spec);
    }

    /** What the journal holds of the sources of some rows. */
    PriorRecords records(List<JobRequest> requests) {
        return PriorRecords.of(journal, requests);
    }

    /** The whole way of one row whose source is locked. */
    ProvisionResult provision(JobRequest request) throws InvalidSpecException, SmcException, InterruptedException {
        try {
            return steps(request);
        } catch (SmcException e) {
            gate.note(e);
            throw e;
        }
    }

    private ProvisionResult steps(JobRequest request) throws InvalidSpecException, SmcException, InterruptedException {
        JobRecord prior = record(request);
        if (prior != null && prior.state().jobExists()) {
            return unchanged(request, prior);
        }
        boolean open = prior != null && prior.state().inDoubt();
        InvalidSpecException invalid = problems(request.spec());
        if (invalid != null && !open) {
            throw invalid;
        }
        gate.pass();
        pace.pass(client);
        Deadline deadline = deadline();
        List<JobRecord> others = settlements.otherGenerations(request.key());
        for (JobRecord other : others) {
            if (other.state().inDoubt()) {
                doubt.resolveOtherGeneration(request, other, deadline);
            }
        }
        boolean doubted = false;
        if (prior != null && open) {
            DoubtResolver.Resolution resolution = doubt.resolveEarlier(request, prior, deadline);
            if (resolution.result() != null) {
                return resolution.result();
            }
            doubted = resolution.doubted();
        } else if (asksFirst()) {
            boolean unknown = journal.remembersJobs() && prior == null && others.isEmpty();
            Listing listing = firstLook.of(request, unknown, deadline);
            ProvisionResult found = listing == null ? null : adoptExisting(request, prior, listing);
            if (found != null) {
                return found;
            }
        }
        if (invalid != null) {
            throw invalid;
        }
        Sent sent = send(request, settlements.intend(request, prior), doubted, deadline);
        return sent instanceof Sent.Made made ? settlements.made(made) : ((Sent.Settled) sent).result();
    }

    /** The jobs of rows that the journal holds; null when it holds none. */
    @Nullable
    Listing existing(List<JobRequest> requests) throws SmcException, InterruptedException {
        List<String> ids = requests.stream()
                .map(this::record)
                .filter(Objects::nonNull)
                .map(JobRecord::jobId)
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .toList();
        if (ids.isEmpty()) {
            return null;
        }
        try {
            gate.pass();
            pace.pass(client);
            return readBack.ofJobs(requests.get(0).address(), ids, deadline());
        } catch (SmcException e) {
            gate.note(e);
            throw e;
        }
    }

    /**
     * Makes the job of a row whose source is locked equal to the row.
     *
     * @param listing where the job may be found already; null to ask
     */
    ProvisionResult update(JobRequest request, @Nullable Listing listing)
            throws InvalidSpecException, SmcException, InterruptedException {
        JobRecord prior = record(request);
        if (prior == null || !prior.state().jobExists()) {
            throw UpdateFailures.noJob(request.address(), prior);
        }
        try {
            gate.pass();
            pace.pass(client);
            ProvisionResult result = updater.update(request, prior, listing, deadline());
            if (result.outcome() == Outcome.UPDATED) {
                gate.open();
            }
            return result;
        } catch (SmcException e) {
            gate.note(e);
            throw e;
        }
    }

    /** Whether every row begins with a question. */
    boolean asksFirst() {
        return options.readBeforeCreate();
    }

    /** What exists of rows; null when nobody wants to know. */
    @Nullable
    Listing listing(List<JobRequest> requests) throws SmcException, InterruptedException {
        try {
            gate.pass();
            pace.pass(client);
            return asksFirst() ? listing(requests, deadline()) : null;
        } catch (SmcException e) {
            gate.note(e);
            throw e;
        }
    }

    private Listing listing(List<JobRequest> requests, Deadline deadline) throws SmcException, InterruptedException {
        List<String> sources =
                requests.stream().map(request -> request.key().sourceId()).toList();
        return readBack.ofSources(requests.get(0).address(), sources, deadline);
    }

    /** Takes over the job of a row that is there already; null when there is none. */
    @Nullable
    ProvisionResult adoptExisting(JobRequest request, @Nullable JobRecord prior, Listing listing) throws SmcException {
        return doubt.adoptExisting(request, prior, listing);
    }

    /** The way of a row in doubt that a listing was asked about already: most often that shows its job. */
    ProvisionResult resolve(JobRequest request, JobRecord prior, Listing listing)
            throws InvalidSpecException, SmcException, InterruptedException {
        boolean edited = !prior.digest().equals(request.digest());
        if (!edited && readBack.answer(request.key(), request.spec(), listing).match() instanceof JobMatch.Ours found) {
            return settlements.adopted(request, prior, found.job(), 0);
        }
        return provision(request);
    }

    List<IntentResult> intendAll(List<Intent> intents) {
        return settlements.intendAll(intents);
    }

    /** Records jobs that were made, in one commit. */
    List<ProvisionResult> made(List<Sent.Made> all) {
        return settlements.made(all);
    }

    /** Records a job that was made. */
    ProvisionResult made(Sent.Made made) throws SmcException {
        return settlements.made(made);
    }

    /** Sends the request of an intent that was written in a batch. */
    Sent sendGranted(JobRequest request, IntentResult result) throws SmcException, InterruptedException {
        try {
            pace.pass(client);
            return send(request, settlements.granted(request, result), false, deadline());
        } catch (SmcException e) {
            gate.note(e);
            throw e;
        }
    }

    /** Gives up an intent whose request never left. */
    void withdraw(JobRequest request, IntentResult result) throws SmcException {
        if (result instanceof IntentResult.Granted granted) {
            settlements.without(granted.record(), JobState.NOT_SENT, ProtocolFailures.notSent(request.address()));
        }
    }

    private Sent send(JobRequest request, JobRecord intent, boolean doubted, Deadline deadline)
            throws SmcException, InterruptedException {
        if (intent.state().jobExists()) {
            return new Sent.Settled(unchanged(request, intent));
        }
        Sent result = sender.send(request, intent, doubted, deadline);
        gate.open();
        return result;
    }

    private Deadline deadline() {
        return Deadline.after(options.totalTime(), nanos);
    }
}
