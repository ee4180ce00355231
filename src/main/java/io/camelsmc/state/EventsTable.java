package io.camelsmc.state;

import io.camelsmc.spec.ClientToken;
import io.camelsmc.spec.JobKey;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The append-only history. */
final class EventsTable {

    private static final String APPEND =
            """
            insert into smc_events (account, region, source_id, generation, version, serial, state, token, attempt,
                job_id, request_id, code, message, at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;
    private static final String BY_KEY =
            """
            select serial, version, state, token, attempt, job_id, request_id, code, message, at
            from smc_events
            where account = ? and region = ? and source_id = ? and generation = ?
            order by version
            """;

    private final Statements sql;
    private final TimeTexts times = new TimeTexts();

    EventsTable(Statements sql) {
        this.sql = sql;
    }

    void append(long serial, List<StoredJob> all) throws SQLException {
        for (StoredJob stored : all) {
            append(serial, stored.job());
        }
        sql.run(APPEND);
    }

    private void append(long serial, JobRecord job) throws SQLException {
        sql.add(
                APPEND,
                job.key().account(),
                job.key().region(),
                job.key().sourceId(),
                job.key().generation(),
                job.version(),
                serial,
                job.state().name(),
                job.token().value(),
                job.attempt(),
                job.jobId(),
                job.requestId(),
                job.code(),
                job.message(),
                times.of(job.updatedAt()));
    }

    List<JobEvent> byKey(JobKey key) throws SQLException {
        List<JobEvent> events = new ArrayList<>();
        try (ResultSet row = sql.with(BY_KEY, key.account(), key.region(), key.sourceId(), key.generation())
                .executeQuery()) {
            while (row.next()) {
                events.add(new JobEvent(
                        row.getLong(1),
                        key,
                        row.getLong(2),
                        JobState.valueOf(row.getString(3)),
                        new ClientToken(row.getString(4)),
                        row.getInt(5),
                        row.getString(6),
                        row.getString(7),
                        row.getString(8),
                        row.getString(9),
                        Instant.parse(row.getString(10))));
            }
        }
        return events;
    }
}
