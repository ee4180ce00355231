package io.camelsmc.state;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;

/** A PostgreSQL database that several workers share. Tables live in the first schema of the search path. */
final class PostgresDatabase implements Database {

    /** A peer that holds the turn longer than this is stuck; the call fails instead of hanging. */
    private static final String LIMITS =
            """
            set lock_timeout = '30s'; set idle_in_transaction_session_timeout = '60s';
            select set_config('synchronous_commit', 'on', false)
            where current_setting('synchronous_commit') = 'off'
            """;

    /** Ends with the connection. */
    private static final String MIGRATION_TURN =
            "set lock_timeout = '30s'; select pg_advisory_lock(hashtext('camel-smc ' || coalesce(current_schema(), '')))";

    private static final int SOCKET_SECONDS = 60;

    private final PostgresUrl url;
    private final @Nullable String worker;

    private PostgresDatabase(PostgresUrl url, @Nullable String worker) {
        this.url = url;
        this.worker = worker;
    }

    static PostgresDatabase open(String jdbcUrl, JournalOptions options) {
        PostgresDatabase database = new PostgresDatabase(PostgresUrl.parse(jdbcUrl), options.workerId());
        try (Connection connection = database.openReader()) {
            if (!current(connection, database.location())) {
                migrate(connection, database);
            }
            return database;
        } catch (SQLException e) {
            throw SqlFailure.read(database.location(), e);
        }
    }

    /** Opens a state for reading; null when the database holds none. */
    static @Nullable PostgresDatabase openReadOnly(String jdbcUrl) {
        PostgresDatabase database = new PostgresDatabase(PostgresUrl.parse(jdbcUrl), null);
        try (Connection connection = database.openReader()) {
            if (!exists(connection)) {
                return null;
            }
            if (!Migrations.current(connection, database.location())) {
                throw new JournalException("state " + database.location()
                        + " has an older format; any command that writes, such as smc apply, converts it");
            }
            return database;
        } catch (SQLException e) {
            throw SqlFailure.read(database.location(), e);
        }
    }

    @Override
    public String location() {
        return url.location();
    }

    @Override
    public Connection openWriter() throws SQLException {
        Connection connection = source().getConnection();
        try (Statement statement = connection.createStatement()) {
            statement.execute(LIMITS);
        }
        connection.setAutoCommit(false);
        return connection;
    }

    /** The driver begins with the first statement. */
    @Override
    public void begin(Connection writer) {}

    @Override
    public void commit(Connection writer) throws SQLException {
        writer.commit();
    }

    @Override
    public void rollback(Connection writer) throws SQLException {
        writer.rollback();
    }

    @Override
    public Connection openReader() throws SQLException {
        Connection connection = source().getConnection();
        connection.setReadOnly(true);
        return connection;
    }

    @Override
    public String millis() {
        return "cast(extract(epoch from clock_timestamp()) * 1000 as bigint)";
    }

    @Override
    public @Nullable String leaseHolder() {
        return worker;
    }

    @Override
    public void close() {
        // Connections are closed by those who opened them.
    }

    /** One worker at a time: the migration library itself trips when two of them start on a fresh schema. */
    private static void migrate(Connection connection, PostgresDatabase database) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(MIGRATION_TURN);
        }
        if (!current(connection, database.location())) {
            Migrations.run(database.source(), database.location());
        }
    }

    private static boolean current(Connection connection, String location) throws SQLException {
        return exists(connection) && Migrations.current(connection, location);
    }

    private PGSimpleDataSource source() {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setSocketTimeout(SOCKET_SECONDS);
        source.setApplicationName("camel-smc");
        url.configure(source);
        return source;
    }

    private static boolean exists(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select to_regclass('smc_meta') is not null")) {
            return row.next() && row.getBoolean(1);
        }
    }
}
