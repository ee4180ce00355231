package io.camelsmc.state;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One connection and its prepared statements, each prepared once. Not safe between threads. */
final class Statements implements AutoCloseable {

    private final Connection connection;
    private final Map<String, PreparedStatement> prepared = new HashMap<>();

    Statements(Connection connection) {
        this.connection = connection;
    }

    Connection connection() {
        return connection;
    }

    /** The statement with its parameters set: texts, longs, ints and nulls. */
    PreparedStatement with(String sql, @Nullable Object... values) throws SQLException {
        PreparedStatement statement = prepared.get(sql);
        if (statement == null) {
            statement = connection.prepareStatement(sql);
            prepared.put(sql, statement);
        }
        for (int i = 0; i < values.length; i++) {
            Object value = values[i];
            if (value == null) {
                statement.setNull(i + 1, java.sql.Types.VARCHAR);
            } else if (value instanceof Long number) {
                statement.setLong(i + 1, number);
            } else if (value instanceof Integer number) {
                statement.setInt(i + 1, number);
            } else if (value instanceof PlainText plain) {
                statement.setString(i + 1, plain.text());
            } else {
                statement.setString(i + 1, StoredText.of(value.toString()));
            }
        }
        return statement;
    }

    int update(String sql, @Nullable Object... values) throws SQLException {
        return with(sql, values).executeUpdate();
    }

    /** Puts an update off until {@link #run}. */
    void add(String sql, @Nullable Object... values) throws SQLException {
        with(sql, values).addBatch();
    }

    /** Runs the updates that were put off, in their order; returns how many rows each has changed. */
    int[] run(String sql) throws SQLException {
        PreparedStatement statement = prepared.get(sql);
        return statement == null ? new int[0] : statement.executeBatch();
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
