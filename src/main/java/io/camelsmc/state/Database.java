package io.camelsmc.state;

import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** What differs between the databases. Opened means: checked, of the current format, ours to write. */
interface Database extends AutoCloseable {

    /** Where the state lives, without secrets. */
    String location();

    /** A connection whose transactions begin and end by the three methods below. */
    Connection openWriter() throws SQLException;

    /** Begins a transaction that may write. */
    void begin(Connection writer) throws SQLException;

    /** Makes the transaction durable. */
    void commit(Connection writer) throws SQLException;

    /** Undoes the transaction. */
    void rollback(Connection writer) throws SQLException;

    /** A connection that cannot write. */
    Connection openReader() throws SQLException;

    /** An SQL expression: milliseconds of the database's clock. */
    String millis();

    /** The worker whose leases count here; null where one runner holds the whole state. */
    @Nullable
    String leaseHolder();

    /** Releases what opening took, such as the lock. */
    @Override
    void close();
}
