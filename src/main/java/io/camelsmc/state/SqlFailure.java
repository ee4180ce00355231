package io.camelsmc.state;

import io.camelsmc.diag.SafeText;
import java.sql.BatchUpdateException;
import java.sql.SQLException;

/** What a database error means to an operator. */
final class SqlFailure {

    private static final int SQLITE_BUSY = 5;
    private static final int SQLITE_READONLY = 8;
    private static final int SQLITE_IOERR = 10;
    private static final int SQLITE_CORRUPT = 11;
    private static final int SQLITE_FULL = 13;
    private static final int SQLITE_NOTADB = 26;
    private static final int PRIMARY_CODE = 0xff;

    private SqlFailure() {}

    static JournalException read(String location, SQLException e) {
        return damaged(e)
                ? DamageException.state(location, text(e), e)
                : new JournalException("cannot read state " + location + ": " + text(e) + "; " + advice(e), e);
    }

    static JournalException write(String location, Throwable failure) {
        Throwable e = reason(failure);
        String what = e instanceof SQLException sql
                ? text(sql) + "; " + advice(sql)
                : e.getClass().getSimpleName();
        return new JournalException(
                "cannot write state " + location + ": " + what
                        + "; this run writes and sends nothing more; then run the same command again",
                e);
    }

    static boolean damaged(SQLException e) {
        int code = e.getErrorCode() & PRIMARY_CODE;
        return code == SQLITE_CORRUPT || code == SQLITE_NOTADB;
    }

    /** A failed batch tells its whole statement, values included; what the database said of it follows behind. */
    private static Throwable reason(Throwable e) {
        SQLException next = e instanceof BatchUpdateException batch ? batch.getNextException() : null;
        return next == null ? e : next;
    }

    /** What the database said. PostgreSQL adds lines that repeat the record. */
    private static String text(SQLException e) {
        return SafeText.escape(
                String.valueOf(e.getMessage()).lines().findFirst().orElse(""));
    }

    private static String advice(SQLException e) {
        return switch (e.getErrorCode() & PRIMARY_CODE) {
            case SQLITE_FULL -> "make room on the disk";
            case SQLITE_IOERR -> "check the disk and its file system";
            case SQLITE_READONLY -> "make the state writable for this user";
            case SQLITE_BUSY -> "end the program that works on the database file";
            case SQLITE_CORRUPT, SQLITE_NOTADB -> "rebuild the state with: smc state rebuild";
            default -> "check that the database is reachable and healthy";
        };
    }
}
