package io.camelsmc.state;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;

/** A database on a disk with little room. */
record SmallDatabase(Database database) implements Database {

    private static final int PAGES = 60;

    @Override
    public String location() {
        return database.location();
    }

    @Override
    public Connection openWriter() throws SQLException {
        Connection connection = database.openWriter();
        try (Statement statement = connection.createStatement()) {
            statement.execute("pragma max_page_count = " + PAGES);
        }
        return connection;
    }

    @Override
    public void begin(Connection writer) throws SQLException {
        database.begin(writer);
    }

    @Override
    public void commit(Connection writer) throws SQLException {
        database.commit(writer);
    }

    @Override
    public void rollback(Connection writer) throws SQLException {
        database.rollback(writer);
    }

    @Override
    public Connection openReader() throws SQLException {
        return database.openReader();
    }

    @Override
    public String millis() {
        return database.millis();
    }

    @Override
    public @Nullable String leaseHolder() {
        return database.leaseHolder();
    }

    @Override
    public void close() {
        database.close();
    }
}
