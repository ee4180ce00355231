package io.camelsmc.state;

import io.camelsmc.spec.JobKey;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads a state over one connection that cannot write. */
final class JdbcView implements StateView {

    private static final Comparator<JobRecord> BY_KEY = Comparator.comparing(
            JobRecord::key,
            Comparator.comparing(JobKey::account)
                    .thenComparing(JobKey::region)
                    .thenComparing(JobKey::sourceId)
                    .thenComparingInt(JobKey::generation));

    private final Database database;
    private final Statements sql;

    JdbcView(Database database) {
        this.database = database;
        try {
            this.sql = new Statements(database.openReader());
        } catch (SQLException e) {
            throw SqlFailure.read(database.location(), e);
        }
    }

    @Override
    public StateInfo info() {
        return query(() -> new MetaTable(sql).read(database.location()));
    }

    @Override
    public Optional<JobRecord> find(JobKey key) {
        return query(() -> new JobsTable(sql, database.location())
                .byKey(key).stream().map(StoredJob::job).findFirst());
    }

    @Override
    public List<JobRecord> findBySource(String account, String region, String sourceId) {
        return query(() -> new JobsTable(sql, database.location())
                .bySource(account, region, sourceId).stream()
                        .map(StoredJob::job)
                        .toList());
    }

    @Override
    public List<JobRecord> findBySources(String account, String region, List<String> sourceIds) {
        return query(() -> new JobsTable(sql, database.location())
                .bySources(account, region, sourceIds).stream()
                        .map(StoredJob::job)
                        .toList());
    }

    @Override
    public List<JobRecord> list() {
        return query(() -> {
            List<JobRecord> all = new ArrayList<>();
            new JobsTable(sql, database.location()).each(stored -> all.add(stored.job()));
            all.sort(BY_KEY);
            return List.copyOf(all);
        });
    }

    @Override
    public List<JobEvent> history(JobKey key) {
        return query(() -> List.copyOf(new EventsTable(sql).byKey(key)));
    }

    @Override
    public List<VerbRecord> verbs(JobKey key) {
        return query(() -> new VerbsTable(sql, database.location()).byKey(key));
    }

    @Override
    public Set<String> deletedJobs() {
        return query(() -> new VerbsTable(sql, database.location()).deleted());
    }

    @Override
    public List<VerbRecord> openVerbs() {
        return query(() -> new VerbsTable(sql, database.location()).open());
    }

    /** Leaves the database to whoever shares it. */
    synchronized void closeConnection() throws SQLException {
        sql.close();
    }

    @Override
    public void close() {
        try {
            closeConnection();
        } catch (SQLException e) {
            throw SqlFailure.read(database.location(), e);
        } finally {
            database.close();
        }
    }

    @Override
    public String toString() {
        return "state " + database.location();
    }

    private synchronized <T> T query(Query<T> query) {
        try {
            return query.run();
        } catch (SQLException e) {
            throw SqlFailure.read(database.location(), e);
        }
    }

    @FunctionalInterface
    private interface Query<T> {
        T run() throws SQLException;
    }
}
