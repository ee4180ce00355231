package io.camelsmc.state;

import io.camelsmc.diag.SafeText;
import io.camelsmc.diag.SourcePosition;
import io.camelsmc.spec.ClientToken;
import io.camelsmc.spec.JobAddress;
import io.camelsmc.spec.JobKey;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The table of current records. Every row read is held against its checksum. */
final class JobsTable {

    private static final String SELECT =
            """
            select account, region, source_id, generation, version, state, wave, row_name, name, token, digest, attempt,
                parameters, origin, origin_line, origin_column, job_id, request_id, code, message, intended_at,
                updated_at, checksum, owner, lease_until, fence
            from smc_jobs
            """;
    private static final String BY_KEY =
            SELECT + "where account = ? and region = ? and source_id = ? and generation = ?";
    private static final String BY_SOURCE =
            SELECT + "where account = ? and region = ? and source_id = ? order by generation desc";
    /** Sources of one question at most; what is short of them is filled up, so that there is one statement. */
    private static final int SOURCES = 50;

    private static final String BY_SOURCES = SELECT + "where account = ? and region = ? and source_id in (?"
            + ", ?".repeat(SOURCES - 1) + ") order by source_id, generation desc";
    private static final String SAVE =
            """
            insert into smc_jobs (account, region, source_id, generation, version, state, wave, row_name, name, token,
                digest, attempt, parameters, origin, origin_line, origin_column, job_id, request_id, code, message,
                intended_at, updated_at, checksum, owner, lease_until, fence)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (account, region, source_id, generation) do update set
                version = excluded.version, state = excluded.state, wave = excluded.wave, row_name = excluded.row_name,
                name = excluded.name, token = excluded.token, digest = excluded.digest, attempt = excluded.attempt,
                parameters = excluded.parameters, origin = excluded.origin, origin_line = excluded.origin_line,
                origin_column = excluded.origin_column, job_id = excluded.job_id, request_id = excluded.request_id,
                code = excluded.code, message = excluded.message, intended_at = excluded.intended_at,
                updated_at = excluded.updated_at, checksum = excluded.checksum, owner = excluded.owner,
                lease_until = excluded.lease_until, fence = excluded.fence
            """;
    /** What an outcome changes of the record of its intent. */
    private static final String SETTLE =
            """
            update smc_jobs set version = ?, state = ?, job_id = ?, request_id = ?, code = ?, message = ?,
                updated_at = ?, checksum = ?, owner = ?, lease_until = ?, fence = ?
            where account = ? and region = ? and source_id = ? and generation = ?
            """;

    private static final String RELEASE = "update smc_jobs set lease_until = 0 where owner = ? and state = 'INTENT'";

    private final Statements sql;
    private final String location;
    private final TimeTexts times = new TimeTexts();

    JobsTable(Statements sql, String location) {
        this.sql = sql;
        this.location = location;
    }

    List<StoredJob> byKey(JobKey key) throws SQLException {
        return read(sql.with(BY_KEY, key.account(), key.region(), key.sourceId(), key.generation()));
    }

    List<StoredJob> bySource(String account, String region, String sourceId) throws SQLException {
        return read(sql.with(BY_SOURCE, account, region, sourceId));
    }

    /** The rows of some sources, those of a source next to each other. */
    List<StoredJob> bySources(String account, String region, List<String> sourceIds) throws SQLException {
        List<String> different = sourceIds.stream().distinct().toList();
        if (different.size() == 1) {
            return bySource(account, region, different.get(0));
        }
        List<StoredJob> found = new ArrayList<>();
        for (int from = 0; from < different.size(); from += SOURCES) {
            String[] values = new String[SOURCES + 2];
            values[0] = account;
            values[1] = region;
            for (int i = 0; i < SOURCES; i++) {
                values[i + 2] = different.get(Math.min(from + i, different.size() - 1));
            }
            read(sql.with(BY_SOURCES, (Object[]) values), found::add);
        }
        return found;
    }

    /** Every row, one at a time, in no order: the databases sort texts differently. */
    void each(Consumer<StoredJob> visitor) throws SQLException {
        read(sql.with(SELECT), visitor);
    }

    void save(List<StoredJob> all) throws SQLException {
        for (StoredJob stored : all) {
            save(stored);
        }
        sql.run(SAVE);
    }

    private void save(StoredJob stored) throws SQLException {
        JobRecord job = stored.job();
        SourcePosition origin = job.origin();
        sql.add(
                SAVE,
                job.key().account(),
                job.key().region(),
                job.key().sourceId(),
                job.key().generation(),
                job.version(),
                job.state().name(),
                job.address().wave(),
                job.address().name(),
                job.name(),
                job.token().value(),
                job.digest(),
                job.attempt(),
                stored.parameters(),
                origin == null ? null : origin.source(),
                origin == null ? 0 : origin.line(),
                origin == null ? 0 : origin.column(),
                job.jobId(),
                job.requestId(),
                job.code(),
                job.message(),
                times.of(job.intendedAt()),
                times.of(job.updatedAt()),
                RecordChecksum.of(job, stored.parameters(), times),
                stored.owner(),
                stored.leaseUntil(),
                stored.fence());
    }

    /** Saves the outcomes of intents that are in the table; everything else about the records is as it was. */
    void settle(List<StoredJob> all) throws SQLException {
        for (StoredJob stored : all) {
            settle(stored);
        }
        int[] changed = sql.run(SETTLE);
        for (int i = 0; i < changed.length; i++) {
            if (changed[i] != 1) {
                throw damaged(all.get(i).job().key().sourceId(), null);
            }
        }
    }

    private void settle(StoredJob stored) throws SQLException {
        JobRecord job = stored.job();
        sql.add(
                SETTLE,
                job.version(),
                job.state().name(),
                job.jobId(),
                job.requestId(),
                job.code(),
                job.message(),
                times.of(job.updatedAt()),
                RecordChecksum.of(job, stored.parameters(), times),
                stored.owner(),
                stored.leaseUntil(),
                stored.fence(),
                job.key().account(),
                job.key().region(),
                job.key().sourceId(),
                job.key().generation());
    }

    /** Lets go of the intents of a worker that ends in order; what is in doubt stays so. */
    void release(String worker) throws SQLException {
        sql.update(RELEASE, worker);
    }

    private List<StoredJob> read(PreparedStatement statement) throws SQLException {
        List<StoredJob> found = new ArrayList<>();
        read(statement, found::add);
        return found;
    }

    private void read(PreparedStatement statement, Consumer<StoredJob> visitor) throws SQLException {
        try (ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                visitor.accept(checked(row));
            }
        }
    }

    private StoredJob checked(ResultSet row) throws SQLException {
        JobRecord job;
        try {
            job = job(row);
        } catch (RuntimeException e) {
            throw damaged(row.getString(3), e);
        }
        PlainText parameters = PlainText.of(job.parameters());
        if (RecordChecksum.of(job, parameters, times) != row.getLong(23)) {
            throw damaged(row.getString(3), null);
        }
        return new StoredJob(job, parameters, row.getString(24), row.getLong(25), row.getLong(26));
    }

    private DamageException damaged(@Nullable String sourceId, @Nullable Throwable cause) {
        String which = sourceId == null ? "a source" : SafeText.excerpt(sourceId);
        return DamageException.state(location, "the record of " + which + " does not match its checksum", cause);
    }

    private static JobRecord job(ResultSet row) throws SQLException {
        String origin = row.getString(14);
        return new JobRecord(
                new JobKey(row.getString(1), row.getString(2), row.getString(3), row.getInt(4)),
                row.getLong(5),
                JobState.valueOf(row.getString(6)),
                new JobAddress(row.getString(7), row.getString(8)),
                row.getString(9),
                new ClientToken(row.getString(10)),
                row.getString(11),
                row.getInt(12),
                ParametersText.read(row.getString(13)),
                origin == null ? null : new SourcePosition(origin, row.getInt(15), row.getInt(16)),
                row.getString(17),
                row.getString(18),
                row.getString(19),
                row.getString(20),
                Instant.parse(row.getString(21)),
                Instant.parse(row.getString(22)));
    }
}
