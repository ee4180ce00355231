package io.camelsmc.state;

import io.camelsmc.job.Verb;
import io.camelsmc.spec.JobKey;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The table of verbs, one row each; a row is written with its intent and changed once, by its outcome. */
final class VerbsTable {

    private static final String SELECT =
            """
            select account, region, source_id, generation, number, job_id, verb, arguments, seen, state, request_id,
                code, message, intended_at, updated_at, checksum, owner, lease_until
            from smc_verbs
            """;
    private static final String BY_KEY =
            SELECT + "where account = ? and region = ? and source_id = ? and generation = ? order by number";
    private static final String OPEN =
            SELECT + "where state = 'INTENT' order by account, region, source_id, generation";
    private static final String OPEN_OF =
            SELECT + "where account = ? and region = ? and source_id = ? and generation = ? and state = 'INTENT'";
    private static final String LAST =
            """
            select coalesce(max(number), 0) from smc_verbs
            where account = ? and region = ? and source_id = ? and generation = ?
            """;
    private static final String DELETED = "select job_id from smc_verbs where verb = 'DELETE' and state = 'DONE'";
    private static final String INSERT =
            """
            insert into smc_verbs (account, region, source_id, generation, number, job_id, verb, arguments, seen, state,
                request_id, code, message, intended_at, updated_at, checksum, owner, lease_until)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;
    private static final String SETTLE =
            """
            update smc_verbs set state = ?, request_id = ?, code = ?, message = ?, updated_at = ?, checksum = ?
            where account = ? and region = ? and source_id = ? and generation = ? and number = ?
            """;
    private static final String RELEASE = "update smc_verbs set lease_until = 0 where owner = ? and state = 'INTENT'";

    private final Statements sql;
    private final String location;
    private final TimeTexts times = new TimeTexts();

    VerbsTable(Statements sql, String location) {
        this.sql = sql;
        this.location = location;
    }

    /**
     * A row with the lease on it.
     *
     * @param owner worker that wrote the intent; null where one runner holds the whole state
     * @param leaseUntil milliseconds of the database's clock
     */
    record Stored(VerbRecord verb, @Nullable String owner, long leaseUntil) {

        /** Whether another worker may still be at work on it. */
        boolean heldByOther(@Nullable String worker, long databaseMillis) {
            return verb.state() == VerbState.INTENT
                    && owner != null
                    && !owner.equals(worker)
                    && leaseUntil > databaseMillis;
        }
    }

    List<VerbRecord> byKey(JobKey key) throws SQLException {
        return records(read(sql.with(BY_KEY, key.account(), key.region(), key.sourceId(), key.generation())));
    }

    List<VerbRecord> open() throws SQLException {
        return records(read(sql.with(OPEN)));
    }

    Set<String> deleted() throws SQLException {
        Set<String> ids = new TreeSet<>();
        try (ResultSet row = sql.with(DELETED).executeQuery()) {
            while (row.next()) {
                ids.add(row.getString(1));
            }
        }
        return ids;
    }

    Optional<Stored> openOf(JobKey key) throws SQLException {
        return read(sql.with(OPEN_OF, key.account(), key.region(), key.sourceId(), key.generation())).stream()
                .findFirst();
    }

    long lastNumber(JobKey key) throws SQLException {
        try (ResultSet row = sql.with(LAST, key.account(), key.region(), key.sourceId(), key.generation())
                .executeQuery()) {
            return row.next() ? row.getLong(1) : 0;
        }
    }

    void insert(Stored stored) throws SQLException {
        VerbRecord verb = stored.verb();
        sql.update(
                INSERT,
                verb.key().account(),
                verb.key().region(),
                verb.key().sourceId(),
                verb.key().generation(),
                verb.number(),
                verb.jobId(),
                verb.verb().name(),
                verb.arguments(),
                verb.seen(),
                verb.state().name(),
                verb.requestId(),
                verb.code(),
                verb.message(),
                times.of(verb.intendedAt()),
                times.of(verb.updatedAt()),
                checksum(verb),
                stored.owner(),
                stored.leaseUntil());
    }

    void settle(VerbRecord verb) throws SQLException {
        sql.update(
                SETTLE,
                verb.state().name(),
                verb.requestId(),
                verb.code(),
                verb.message(),
                times.of(verb.updatedAt()),
                checksum(verb),
                verb.key().account(),
                verb.key().region(),
                verb.key().sourceId(),
                verb.key().generation(),
                verb.number());
    }

    /** Lets others have what a worker that ends still holds. */
    void release(String worker) throws SQLException {
        sql.update(RELEASE, worker);
    }

    private static List<VerbRecord> records(List<Stored> all) {
        return all.stream().map(Stored::verb).toList();
    }

    private List<Stored> read(PreparedStatement statement) throws SQLException {
        List<Stored> all = new ArrayList<>();
        try (ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                all.add(row(row));
            }
        }
        return all;
    }

    private Stored row(ResultSet row) throws SQLException {
        JobKey key = new JobKey(row.getString(1), row.getString(2), row.getString(3), row.getInt(4));
        VerbRecord verb;
        try {
            verb = new VerbRecord(
                    key,
                    row.getLong(5),
                    row.getString(6),
                    Verb.valueOf(row.getString(7)),
                    row.getString(8),
                    row.getString(9),
                    VerbState.valueOf(row.getString(10)),
                    row.getString(11),
                    row.getString(12),
                    row.getString(13),
                    Instant.parse(row.getString(14)),
                    Instant.parse(row.getString(15)));
        } catch (RuntimeException e) {
            throw DamageException.state(location, "a verb of " + key.sourceId() + " cannot be read", e);
        }
        if (checksum(verb) != row.getLong(16)) {
            throw DamageException.state(location, "a verb of " + key.sourceId() + " was altered", null);
        }
        return new Stored(verb, row.getString(17), row.getLong(18));
    }

    private long checksum(VerbRecord verb) {
        return new RecordChecksum()
                .add(verb.key().account())
                .add(verb.key().region())
                .add(verb.key().sourceId())
                .add(verb.key().generation())
                .add(verb.number())
                .add(verb.jobId())
                .add(verb.verb().name())
                .add(verb.arguments())
                .add(verb.seen())
                .add(verb.state().name())
                .add(verb.requestId())
                .add(verb.code())
                .add(verb.message())
                .add(times.of(verb.intendedAt()))
                .add(times.of(verb.updatedAt()))
                .value();
    }
}
