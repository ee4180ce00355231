package io.camelsmc.component;

import java.util.Set;
import org.apache.camel.Exchange;

/** What an endpoint does. The names are the operations of SMC in camelCase, and our own. */
public enum SmcOperations {
    /** Makes one replication job exist, exactly once in effect. */
    createReplicationJob(SmcProducer::create, Needs.JOURNAL),
    /** Changes attributes of a job that exists: one plain call, without a journal. */
    modifyReplicationJobAttribute(PlainCall.of(ModifyRequests::of), Needs.SERVICE, SmcConstants.JOB_ID),
    /** Lists replication jobs. */
    describeReplicationJobs(PlainCall.of(DescribeFilters::jobs), Needs.SERVICE),
    /** Lists source servers. */
    describeSourceServers(PlainCall.of(DescribeFilters::sources), Needs.SERVICE),
    /** Makes the job of every row of a wave exist; the body becomes the list of what became of each row. */
    apply(SmcProducer::apply, Needs.JOURNAL),
    /** Reads a file of rows and checks it as a whole; the body becomes an iterator for a streaming split. */
    readWave(SmcProducer::readWave, Needs.NOTHING),
    /** Accounts for the rows of a wave after its split; fails while rows are pending, so that the input stays in place. */
    finishWave(SmcProducer::finishWave, Needs.NOTHING),
    /** Leaves one row of a wave out on purpose: it counts as settled, and nothing is sent. */
    skipRow(SmcProducer::skipRow, Needs.NOTHING),
    /** Checks one row; the body becomes the spec, or every problem is thrown at once. */
    validate(SmcProducer::validate, Needs.NOTHING);

    /** One operation on an exchange. */
    @FunctionalInterface
    interface Action {
        void run(SmcProducer producer, Exchange exchange) throws Exception;
    }

    private enum Needs {
        NOTHING,
        SERVICE,
        JOURNAL
    }

    // A reference to a method, and a set that is never changed.
    @SuppressWarnings("ImmutableEnumChecker")
    private final Action action;

    private final Needs needs;

    @SuppressWarnings("ImmutableEnumChecker")
    private final Set<String> headers;

    SmcOperations(Action action, Needs needs, String... headers) {
        this.action = action;
        this.needs = needs;
        this.headers = Set.of(headers);
    }

    Action action() {
        return action;
    }

    /** Whether the operation needs a connection to the service. */
    boolean callsService() {
        return needs != Needs.NOTHING;
    }

    /** Whether the operation keeps what it does in the journal. */
    boolean keepsJournal() {
        return needs == Needs.JOURNAL;
    }

    /** The headers that the operation takes orders from. */
    Set<String> headers() {
        return headers;
    }
}
