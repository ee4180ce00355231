package io.camelsmc.provision;

import io.camelsmc.client.SmcClient;
import io.camelsmc.client.SmcException;
import io.camelsmc.client.SmcOutcomeUnknownException;
import io.camelsmc.job.JobRequest;
import io.camelsmc.job.Outcome;
import io.camelsmc.provision.pace.Pace;
import io.camelsmc.provision.pace.ProvisionOptions;
import io.camelsmc.provision.pace.Sleeper;
import io.camelsmc.spec.InvalidSpecException;
import io.camelsmc.spec.ReplicationJobSpec;
import io.camelsmc.state.Journal;
import java.time.Clock;
import java.util.Collection;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;

/**
 * Makes jobs exist, each exactly once in effect. The intent is in the journal before the request leaves, the outcome
 * after it; an outcome that is not known is resolved by asking the service, and the same token goes out again. Calling it
 * again for the same row is always safe. Safe to share between threads; provisioners of one process that work on one
 * journal know of each other.
 *
 * <p>It owns every retry: callers that repeat a failed call only give it more time.
 */
public final class Provisioner {

    private final Protocol protocol;

    /** With a {@linkplain Pace#standard() pace} of its own. */
    public Provisioner(
            SmcClient client,
            Journal journal,
            SpecCheck check,
            ProvisionOptions options,
            Clock clock,
            Sleeper sleeper,
            RandomGenerator random) {
        this(client, journal, check, options, Pace.standard(), clock, sleeper, random);
    }

    /**
     * With a pace that others may share.
     *
     * @param client stays the caller's
     * @param journal stays the caller's
     * @param check what a spec must pass before it is sent
     * @param clock tells the times of requests; compared with the times in the journal
     * @param random spreads the waits
     */
    public Provisioner(
            SmcClient client,
            Journal journal,
            SpecCheck check,
            ProvisionOptions options,
            Pace pace,
            Clock clock,
            Sleeper sleeper,
            RandomGenerator random) {
        this(client, journal, check, options, pace, clock, sleeper, random, System::nanoTime);
    }

    Provisioner(
            SmcClient client,
            Journal journal,
            SpecCheck check,
            ProvisionOptions options,
            Pace pace,
            Clock clock,
            Sleeper sleeper,
            RandomGenerator random,
            LongSupplier nanos) {
        this.protocol = new Protocol(client, journal, check, options, pace, clock, sleeper, random, nanos);
    }

    /**
     * Makes the job of a spec exist.
     *
     * @throws InvalidSpecException if the spec breaks a rule; nothing was sent for it now. A row whose job the journal
     *     holds is not held against rules that time has broken since
     * @throws SmcException typed by what may be done next; {@link SmcOutcomeUnknownException} leaves the job in doubt, and
     *     the next call for the same row resolves it
     * @throws io.camelsmc.state.JournalException if the journal cannot be written; nothing more may be sent
     * @throws InterruptedException if interrupted while waiting; the journal is consistent
     */
    public ProvisionResult provision(ReplicationJobSpec spec)
            throws InvalidSpecException, SmcException, InterruptedException {
        JobRequest request = protocol.request(spec);
        protocol.lock(request);
        try {
            return protocol.provision(request);
        } finally {
            protocol.unlock(request);
        }
    }

    /**
     * Makes the job of a spec, which the journal holds, equal to the spec: reads it, and changes what differs and may be
     * changed in its status, all of it or nothing. Whoever calls this has approved the change. Fields that the spec does not
     * give stay as they are. The outcome is {@link Outcome#UPDATED}, or {@link Outcome#UNCHANGED} when nothing differs.
     * Calling it again is always safe, also after the process has died.
     *
     * @throws InvalidSpecException if the spec breaks a rule; nothing was sent
     * @throws io.camelsmc.client.SmcConflictException if the journal holds no job of the spec, the job is gone from the
     *     service, or a difference cannot be removed: the field is fixed, or the status of the job forbids it
     * @throws SmcException typed by what may be done next; {@link SmcOutcomeUnknownException} when the answers got lost, and
     *     the next call finds out
     * @throws io.camelsmc.state.JournalException if the journal cannot be written; the next call mends that
     * @throws InterruptedException if interrupted while waiting
     */
    public ProvisionResult update(ReplicationJobSpec spec)
            throws InvalidSpecException, SmcException, InterruptedException {
        JobRequest request = protocol.request(spec);
        protocol.lock(request);
        try {
            return protocol.update(request, null);
        } finally {
            protocol.unlock(request);
        }
    }

    /**
     * Makes the jobs of many specs exist: fifty rows share one question and one commit before the first of them is sent.
     * A failure that concerns the whole account stops the run; what was not settled by then is pending.
     *
     * @param specs read once, in order; two rows of one source are worked on one after the other
     * @param parallelism requests in flight at most, as far as the pace allows
     * @param listener hears of every row once, from threads of the run
     * @throws io.camelsmc.state.JournalException if the journal cannot be written; every other row is pending
     * @throws InterruptedException if interrupted; requests in flight were given some seconds to end, and the journal is
     *     consistent
     */
    public void provisionAll(Collection<ReplicationJobSpec> specs, int parallelism, ProvisionListener listener)
            throws InterruptedException {
        provisionAll(specs, spec -> false, parallelism, listener);
    }

    /**
     * The same, and in the same run the jobs of some specs are changed as {@link #update(ReplicationJobSpec)} does it; fifty
     * of them share one question.
     *
     * @param updates whether the change of the job of a spec is approved; for any other spec a job with other values is a
     *     conflict
     * @throws io.camelsmc.state.JournalException if the journal cannot be written; every other row is pending
     * @throws InterruptedException if interrupted; as above
     */
    public void provisionAll(
            Collection<ReplicationJobSpec> specs,
            Predicate<ReplicationJobSpec> updates,
            int parallelism,
            ProvisionListener listener)
            throws InterruptedException {
        new BulkRun(protocol, updates, parallelism, listener).run(specs);
    }
}
