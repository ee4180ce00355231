package io.camelsmc.state;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/**
 * A state directory with one SQLite file. Everything is checked through a connection that cannot write, so that a file
 * which is refused stays as it is, byte for byte.
 */
final class SqliteDatabase implements Database {

    static final String FILE = "journal.db";

    /** A whole database that is about to take the place of the other one. */
    private static final String REPLACEMENT = FILE + ".rebuilt";

    /** Marks the file as ours; "SMCJ" in ASCII. */
    private static final int APPLICATION_ID = 0x534d434a;

    private static final int BUSY_MILLIS = 5_000;

    /** The write-ahead log goes into the database beyond this: at 4 KiB a page, 16 MiB. */
    private static final int LOG_PAGES = 4_000;

    private final Path directory;
    private final Path file;
    private final @Nullable RunnerLock lock;

    private SqliteDatabase(Path directory, @Nullable RunnerLock lock) {
        this(directory, directory.resolve(FILE), lock);
    }

    private SqliteDatabase(Path directory, Path file, @Nullable RunnerLock lock) {
        this.directory = directory;
        this.file = file;
        this.lock = lock;
    }

    /** Opens a state for writing, making it if it does not exist. */
    static SqliteDatabase open(Path directory, JournalOptions options) {
        SqliteFiles.createDirectory(directory);
        SqliteFiles.requireOwnState(directory);
        RunnerLock lock =
                RunnerLock.acquire(directory, ThisProcess.at(options.clock().instant()));
        boolean opened = false;
        try {
            SqliteDatabase database = new SqliteDatabase(directory, lock);
            database.prepare();
            opened = true;
            return database;
        } finally {
            if (!opened) {
                lock.close();
            }
        }
    }

    /** Opens a state that exists for reading only; a runner may hold it meanwhile. */
    static SqliteDatabase openReadOnly(Path directory) {
        SqliteDatabase database = new SqliteDatabase(directory, null);
        if (!database.verify()) {
            throw new JournalException("state " + database.location()
                    + " has an older format; any command that writes, such as smc apply, converts it");
        }
        return database;
    }

    /** Whether there is a state, whole or not. */
    static boolean exists(Path directory) {
        return Files.exists(directory.resolve(FILE))
                || Files.exists(directory.resolve(FILE + "-wal"))
                || Files.exists(directory.resolve(REPLACEMENT));
    }

    /**
     * Puts another database in the place of this state's, whatever is there: the old one is set aside. A crash leaves the
     * old one, or a replacement that is whole and that the next {@link #open} puts in place.
     *
     * @param fill writes what the new one holds
     * @return where the old one lies now; empty when there was none
     */
    static Optional<Path> replace(Path directory, JournalOptions options, Consumer<Journal> fill) {
        SqliteFiles.createDirectory(directory);
        SqliteFiles.requireOwnState(directory);
        Instant now = options.clock().instant();
        try (RunnerLock lock = RunnerLock.acquire(directory, ThisProcess.at(now))) {
            SqliteDatabase made = new SqliteDatabase(directory, directory.resolve(FILE + ".new"), null);
            made.make();
            try (Journal journal = JdbcJournal.on(made, options)) {
                fill.accept(journal);
            }
            if (Files.exists(directory.resolve(FILE + ".new-wal"))) {
                throw new JournalException("somebody else has " + made.location() + " open; end that program");
            }
            SqliteFiles.publish(made.file, directory, REPLACEMENT);
            lock.requireHeld();
            Optional<Path> aside = SetAside.underLock(directory, now);
            SqliteFiles.publish(directory.resolve(REPLACEMENT), directory, FILE);
            return aside;
        } catch (IOException e) {
            throw new JournalException(
                    "cannot replace state " + SqliteFiles.show(directory) + "; check the disk and its permissions", e);
        }
    }

    private void prepare() {
        try {
            if (!Files.exists(file) && Files.exists(directory.resolve(REPLACEMENT))) {
                SetAside.underLock(directory, Instant.now());
                SqliteFiles.publish(directory.resolve(REPLACEMENT), directory, FILE);
            }
            if (exists(directory)) {
                boolean current = verify();
                SqliteFiles.requireWritable(file);
                if (!current) {
                    Migrations.run(source(new SQLiteConfig(), file), location());
                }
                // A replacement that its maker did not live to put in place; this state is sound after all.
                Files.deleteIfExists(directory.resolve(REPLACEMENT));
            } else {
                SqliteDatabase made = new SqliteDatabase(directory, directory.resolve(FILE + ".new"), null);
                made.make();
                SqliteFiles.publish(made.file, directory, FILE);
            }
        } catch (IOException e) {
            throw new JournalException("cannot create state " + location() + "; check the disk and its permissions", e);
        }
    }

    /** Makes the file, under a name that nobody else looks for, so that a crash leaves either no state or a whole one. */
    private void make() throws IOException {
        for (String part : List.of("", "-journal", "-wal", "-shm")) {
            Files.deleteIfExists(file.resolveSibling(file.getFileName() + part));
        }
        SqliteFiles.createPrivately(file);
        SQLiteConfig config = new SQLiteConfig();
        config.setApplicationId(APPLICATION_ID);
        // Whoever publishes the file makes it durable as a whole; a crash before that leaves nothing that anybody
        // reads.
        config.setJournalMode(SQLiteConfig.JournalMode.MEMORY);
        config.setSynchronous(SQLiteConfig.SynchronousMode.OFF);
        Migrations.run(source(config, file), location());
    }

    /** Returns whether the format is the current one; throws when the file is not a sound journal. */
    private boolean verify() {
        if (!Files.exists(file) && Files.exists(directory.resolve(REPLACEMENT))) {
            throw DamageException.state(location(), "its rebuild was interrupted before the last step", null);
        }
        if (!Files.exists(file)) {
            throw DamageException.state(location(), "the file is missing, but its write-ahead log is there", null);
        }
        SqliteFiles.requireFile(file);
        try (Connection connection = openReader()) {
            if (integer(connection, "pragma application_id") != APPLICATION_ID) {
                throw new JournalException(location() + " is a database, but not a journal of this program;"
                        + " nothing was changed; choose another --state, or set the file aside and run:"
                        + " smc state rebuild");
            }
            String finding = text(connection, "pragma integrity_check(1)");
            if (!finding.equals("ok")) {
                throw DamageException.state(location(), finding, null);
            }
            boolean current = Migrations.current(connection, location());
            if (current) {
                new JobsTable(new Statements(connection), location()).each(stored -> {});
            }
            return current;
        } catch (SQLException e) {
            throw SqlFailure.read(location(), e);
        }
    }

    @Override
    public String location() {
        return SqliteFiles.show(file);
    }

    @Override
    public Connection openWriter() throws SQLException {
        SQLiteConfig config = new SQLiteConfig();
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        config.setBusyTimeout(BUSY_MILLIS);
        config.enforceForeignKeys(true);
        // Nothing asks for them, and they would cost a query after every update.
        config.setGetGeneratedKeys(false);
        Connection writer = source(config, file).getConnection();
        execute(writer, "pragma wal_autocheckpoint = " + LOG_PAGES);
        // The list of states costs a sixth of each write, and an enum can hold no other; the check at open still looks.
        execute(writer, "pragma ignore_check_constraints = on");
        return writer;
    }

    /** In SQL: the driver would begin the next transaction right after each commit, and so never let go of the file. */
    @Override
    public void begin(Connection writer) throws SQLException {
        execute(writer, "begin immediate");
    }

    @Override
    public void commit(Connection writer) throws SQLException {
        execute(writer, "commit");
    }

    @Override
    public void rollback(Connection writer) throws SQLException {
        execute(writer, "rollback");
    }

    @Override
    public Connection openReader() throws SQLException {
        SQLiteConfig config = new SQLiteConfig();
        config.setReadOnly(true);
        config.setBusyTimeout(BUSY_MILLIS);
        return source(config, file).getConnection();
    }

    /** Nothing depends on the time here: one runner holds the whole state. */
    @Override
    public String millis() {
        return "0";
    }

    @Override
    public @Nullable String leaseHolder() {
        return null;
    }

    @Override
    public void close() {
        if (lock != null) {
            lock.close();
        }
    }

    private static SQLiteDataSource source(SQLiteConfig config, Path file) {
        SQLiteDataSource source = new SQLiteDataSource(config);
        source.setUrl("jdbc:sqlite:" + file.toAbsolutePath());
        return source;
    }

    private static void execute(Connection connection, String command) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(command);
        }
    }

    private static int integer(Connection connection, String query) throws SQLException {
        return Integer.parseInt(text(connection, query));
    }

    private static String text(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            return row.next() ? row.getString(1) : "";
        }
    }
}
