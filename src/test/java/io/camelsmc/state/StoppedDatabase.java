package io.camelsmc.state;

import static org.awaitility.Awaitility.await;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

/**
 * A PostgreSQL server that stops whoever changes it at a chosen step, in the middle of a transaction, so that a process can
 * be killed exactly there. Steps are commands that make tables and indexes, or rows that come into {@code smc_jobs}.
 */
public final class StoppedDatabase implements AutoCloseable {

    private static final String PAUSE =
            """
            create sequence public.steps;
            create table public.stop_at (step bigint);
            insert into public.stop_at values (0);
            create function public.pause() returns void language plpgsql as $$
            begin
                if nextval('public.steps') = (select step from public.stop_at) then
                    perform pg_advisory_xact_lock(4711);
                end if;
            end $$;
            create function public.pause_ddl() returns event_trigger language plpgsql as $$
            begin perform public.pause(); end $$;
            create function public.pause_row() returns trigger language plpgsql as $$
            begin perform public.pause(); return new; end $$;
            create event trigger pause_ddl on ddl_command_end when tag in ('CREATE TABLE', 'CREATE INDEX', 'ALTER TABLE')
                execute function public.pause_ddl();
            """;

    private final EmbeddedPostgres server;
    private final Connection holder;
    private int schemas;

    /** Starts a server; nobody is stopped yet. */
    public StoppedDatabase() throws IOException, SQLException {
        server = EmbeddedPostgres.builder().start();
        holder = server.getPostgresDatabase().getConnection();
        execute(PAUSE);
    }

    /** The address of a state that does not exist yet. */
    public String newState() throws SQLException {
        String schema = "state" + ++schemas;
        execute("create schema " + schema);
        return server.getJdbcUrl("postgres", "postgres") + "&currentSchema=" + schema;
    }

    /** Counts rows of {@code smc_jobs} of the newest state as steps from here on. */
    public void countRows() throws SQLException {
        execute("create trigger pause_row before insert on state" + schemas
                + ".smc_jobs for each row execute function public.pause_row()");
    }

    /** From here on the step of this number, from 1, does not end until {@link #release}. */
    public void stopAt(int step) throws SQLException {
        execute("select pg_advisory_lock(4711); alter sequence public.steps restart; update public.stop_at set step = "
                + step);
    }

    /** Waits until somebody stands at the step. */
    public void awaitStopped() {
        await().atMost(Duration.ofSeconds(60)).until(() -> waiting() > 0);
    }

    /** Lets go whoever stands there, and waits until the server has dealt with it. */
    public void release() throws SQLException {
        execute("update public.stop_at set step = 0; select pg_advisory_unlock(4711)");
        await().atMost(Duration.ofSeconds(60))
                .until(() -> count("select count(*) from pg_stat_activity where application_name = 'camel-smc'") == 0);
    }

    private long waiting() throws SQLException {
        return count("select count(*) from pg_locks where locktype = 'advisory' and objid = 4711 and not granted");
    }

    private long count(String sql) throws SQLException {
        try (Statement statement = holder.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = holder.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void close() throws SQLException, IOException {
        holder.close();
        server.close();
    }
}
