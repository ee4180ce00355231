package io.camelsmc.state;

import io.camelsmc.spec.JobKey;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The journal over JDBC: one connection writes, in groups, another reads. After a failed transaction it refuses every
 * further change, since nobody knows what the database kept; it can still be read.
 */
final class JdbcJournal implements Journal {

    private static final Logger LOG = LoggerFactory.getLogger(JdbcJournal.class);

    private final Database database;
    private final JournalOptions options;
    private final Statements writer;
    private final JdbcView view;
    private final OpenIntents openIntents;
    private final GroupCommit<WriteTransaction> commits = new GroupCommit<WriteTransaction>(this::commit);
    private @Nullable JournalException broken;
    private boolean closed;

    private JdbcJournal(Database database, JournalOptions options, Statements writer, JdbcView view) {
        this.database = database;
        this.options = options;
        this.writer = writer;
        this.view = view;
        this.openIntents = new OpenIntents(database.leaseHolder() == null);
    }

    /** Takes over the database: closing the journal closes it, and so does a failure to open. */
    static JdbcJournal on(Database database, JournalOptions options) {
        Connection connection = null;
        JdbcJournal journal = null;
        try {
            connection = database.openWriter();
            journal = new JdbcJournal(database, options, new Statements(connection), new JdbcView(database));
            return journal;
        } catch (SQLException e) {
            throw SqlFailure.write(database.location(), e);
        } finally {
            if (journal == null) {
                abandon(database, connection);
            }
        }
    }

    private static void abandon(Database database, @Nullable Connection connection) {
        try (database) {
            if (connection != null) {
                connection.close();
            }
        } catch (SQLException e) {
            LOG.debug("close after a failure", e);
        }
    }

    @Override
    public void bindAccount(String account) {
        commits.submit(transaction -> transaction.bind(account));
    }

    @Override
    public List<IntentResult> intend(List<Intent> intents) {
        List<Intent> copy = List.copyOf(intents);
        // Made here, since threads wait for the turn and not for each other.
        List<PlainText> parameters =
                copy.stream().map(intent -> PlainText.of(intent.parameters())).toList();
        return commits.submit(transaction -> transaction.intend(copy, parameters));
    }

    @Override
    public List<JobRecord> settle(List<Settlement> settlements) {
        List<Settlement> copy = List.copyOf(settlements);
        return commits.submit(transaction -> transaction.settle(copy));
    }

    @Override
    public JobRecord adopt(Intent found, String jobId, String requestId) {
        return commits.submit(transaction -> transaction.adopt(found, jobId, requestId));
    }

    @Override
    public List<JobRecord> adoptAll(List<Adoption> found) {
        List<Adoption> copy = List.copyOf(found);
        return commits.submit(transaction -> transaction.adoptAll(copy));
    }

    @Override
    public JobRecord amend(Intent changed, @Nullable String requestId) {
        return commits.submit(transaction -> transaction.amend(changed, requestId));
    }

    @Override
    public List<VerbIntentResult> intendVerbs(List<VerbIntent> intents) {
        List<VerbIntent> copy = List.copyOf(intents);
        return commits.submit(transaction -> transaction.intendVerbs(copy));
    }

    @Override
    public List<VerbRecord> settleVerbs(List<VerbSettlement> settlements) {
        List<VerbSettlement> copy = List.copyOf(settlements);
        return commits.submit(transaction -> transaction.settleVerbs(copy));
    }

    @Override
    public List<VerbRecord> verbs(JobKey key) {
        return view.verbs(key);
    }

    @Override
    public Set<String> deletedJobs() {
        return view.deletedJobs();
    }

    @Override
    public List<VerbRecord> openVerbs() {
        return view.openVerbs();
    }

    @Override
    public StateInfo info() {
        return view.info();
    }

    @Override
    public Optional<JobRecord> find(JobKey key) {
        return view.find(key);
    }

    @Override
    public List<JobRecord> findBySource(String account, String region, String sourceId) {
        return view.findBySource(account, region, sourceId);
    }

    @Override
    public List<JobRecord> findBySources(String account, String region, List<String> sourceIds) {
        return view.findBySources(account, region, sourceIds);
    }

    @Override
    public List<JobRecord> list() {
        return view.list();
    }

    @Override
    public List<JobEvent> history(JobKey key) {
        return view.history(key);
    }

    @Override
    public void close() {
        commits.exclusively(this::closeOnce);
    }

    @Override
    public String toString() {
        return view.toString();
    }

    /** Runs in the turn of {@link GroupCommit}, like everything that touches the writing connection. */
    private void commit(List<GroupCommit.Entry<WriteTransaction, ?>> group) {
        if (broken != null) {
            throw new JournalException(String.valueOf(broken.getMessage()), broken);
        }
        if (closed) {
            throw new JournalException("the journal is closed");
        }
        boolean done = false;
        try {
            database.begin(writer.connection());
            WriteTransaction transaction = new WriteTransaction(database, writer, options, openIntents);
            for (GroupCommit.Entry<WriteTransaction, ?> entry : group) {
                entry.run(transaction);
            }
            if (transaction.changed()) {
                database.commit(writer.connection());
            } else {
                database.rollback(writer.connection());
            }
            done = true;
        } catch (JournalException e) {
            broken = e;
            throw e;
        } catch (Exception e) {
            broken = SqlFailure.write(database.location(), e);
            throw broken;
        } finally {
            if (!done) {
                giveUp();
            }
        }
    }

    private void giveUp() {
        if (broken == null) {
            broken = new JournalException("state " + database.location() + " was left in the middle of a change");
        }
        try {
            database.rollback(writer.connection());
        } catch (SQLException e) {
            LOG.debug("rollback after a failure", e);
        }
    }

    private void closeOnce() {
        if (closed) {
            return;
        }
        closed = true;
        try {
            String worker = database.leaseHolder();
            if (worker != null && broken == null) {
                new JobsTable(writer, database.location()).release(worker);
                new VerbsTable(writer, database.location()).release(worker);
                database.commit(writer.connection());
            }
        } catch (SQLException e) {
            LOG.debug("leases are left to expire", e);
        } finally {
            closeConnections();
        }
    }

    /** The writer last: its end tidies up the write-ahead log. The lock goes after everything else. */
    private void closeConnections() {
        try {
            view.closeConnection();
            writer.close();
        } catch (SQLException e) {
            throw SqlFailure.write(database.location(), e);
        } finally {
            database.close();
        }
    }
}
