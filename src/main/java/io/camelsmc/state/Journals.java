package io.camelsmc.state;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Opens states. A state is named by a directory, which holds a SQLite file, or by a {@code jdbc:postgresql:} address.
 * Credentials in an address are never shown.
 */
public final class Journals {

    private Journals() {}

    /** Opens a state for writing with {@link JournalOptions#defaults()}. */
    public static Journal open(String state) {
        return open(state, JournalOptions.defaults());
    }

    /**
     * Opens a state for writing, making it on first use.
     *
     * @throws StateLockedException if another runner holds the directory
     * @throws JournalException if the state is damaged, foreign, of a newer format, or not ours to write; it stays as
     *     it is
     */
    public static Journal open(String state, JournalOptions options) {
        return withDriver(() -> JdbcJournal.on(
                isAddress(state) ? PostgresDatabase.open(state, options) : SqliteDatabase.open(Path.of(state), options),
                options));
    }

    /**
     * Opens a state for reading. Makes nothing: a state that does not exist is an empty view. A runner may hold the
     * state meanwhile.
     *
     * @throws JournalException if the state is damaged, foreign or of another format
     */
    public static StateView openReadOnly(String state) {
        return withDriver(() -> {
            if (isAddress(state)) {
                PostgresDatabase database = PostgresDatabase.openReadOnly(state);
                return database == null ? new EmptyView(PostgresUrl.parse(state).location()) : new JdbcView(database);
            }
            Path directory = Path.of(state);
            return SqliteDatabase.exists(directory)
                    ? new JdbcView(SqliteDatabase.openReadOnly(directory))
                    : new EmptyView(SqliteFiles.show(directory));
        });
    }

    /**
     * Puts a new state in the place of one that is damaged: it is filled first, then the old database is set aside, then
     * the new one takes its place. Deletes nothing. A process that dies on the way leaves the old state or the new one.
     *
     * @param fill writes what the new state holds, into a journal that is closed afterwards
     * @return where the old database lies now; empty when there was none
     * @throws StateLockedException if another runner holds the directory
     * @throws JournalException if the state is not a directory, or the files cannot be written or moved
     */
    public static Optional<Path> replace(String state, JournalOptions options, Consumer<Journal> fill) {
        if (isAddress(state)) {
            throw new JournalException(
                    "state " + PostgresUrl.parse(state).location()
                            + " is damaged, and a PostgreSQL state is set aside with the tools of the database; rename its schema"
                            + " (alter schema … rename to …), make an empty one of the old name, then run the same command again");
        }
        return withDriver(() -> SqliteDatabase.replace(Path.of(state), options, fill));
    }

    private static boolean isAddress(String state) {
        if (state.startsWith(PostgresUrl.PREFIX)) {
            return true;
        }
        if (state.startsWith("jdbc:") || state.contains("://")) {
            throw new JournalException(
                    "the state is of an unknown kind; expected a directory or a jdbc:postgresql: address");
        }
        return false;
    }

    /** The drivers are optional dependencies. */
    private static <T> T withDriver(Opening<T> opening) {
        try {
            return opening.open();
        } catch (NoClassDefFoundError e) {
            throw new JournalException(
                    "a library for the state is missing (" + e.getMessage()
                            + "); add org.xerial:sqlite-jdbc or org.postgresql:postgresql, and org.flywaydb:flyway-core",
                    e);
        }
    }

    @FunctionalInterface
    private interface Opening<T> {
        T open();
    }
}
