package io.camelsmc.state;

import java.sql.ResultSet;
import java.sql.SQLException;

/** The one row about the state itself. */
final class MetaTable {

    private static final String READ = "select format_version, lineage, serial, account from smc_meta where id = 1";
    private static final String BIND = "update smc_meta set account = ? where id = 1";

    private final Statements sql;

    MetaTable(Statements sql) {
        this.sql = sql;
    }

    StateInfo read(String location) throws SQLException {
        try (ResultSet row = sql.with(READ).executeQuery()) {
            if (!row.next()) {
                throw DamageException.state(location, "it has no description of itself", null);
            }
            return new StateInfo(location, row.getInt(1), row.getString(2), row.getLong(3), row.getString(4));
        }
    }

    /**
     * Begins the changes of a transaction. The row stays locked until the end, so writers follow one another, in one
     * process and across workers: what a transaction has read cannot change under it, and no two can deadlock.
     *
     * @param databaseMillis the database's expression for the time
     */
    Turn begin(String databaseMillis) throws SQLException {
        String next = "update smc_meta set serial = serial + 1 where id = 1 returning serial, " + databaseMillis;
        try (ResultSet row = sql.with(next).executeQuery()) {
            if (!row.next()) {
                throw new SQLException("the state has no description of itself");
            }
            return new Turn(row.getLong(1), row.getLong(2));
        }
    }

    void bind(String account) throws SQLException {
        sql.update(BIND, account);
    }

    /**
     * The right to write.
     *
     * @param serial serial of the state once this is committed
     * @param databaseMillis time on the database's clock
     */
    record Turn(long serial, long databaseMillis) {}
}
