package io.camelsmc.state;

import static io.camelsmc.state.Samples.intent;
import static io.camelsmc.state.Samples.key;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Real journals on a disk that fills up, or whose next fsync fails. */
public final class TroubledDisk {

    private final AtomicBoolean syncFails = new AtomicBoolean();
    private final JdbcJournal journal;

    private TroubledDisk(Path state, JournalOptions options) {
        Database real = SqliteDatabase.open(state, options);
        this.journal = JdbcJournal.on(new FailingSync(new SmallDatabase(real), syncFails), options);
    }

    /** A new state with room for a few dozen records. */
    public static TroubledDisk at(Path state, JournalOptions options) {
        return new TroubledDisk(state, options);
    }

    /** The journal. */
    public Journal journal() {
        return journal;
    }

    /** Somebody fills the disk: the database itself refuses the next page. */
    public void fillUp() {
        try {
            journal.intend(IntStream.range(0, 500)
                    .mapToObj(i -> intent(key("s-filler" + i), 0))
                    .toList());
        } catch (JournalException e) {
            return;
        }
        throw new AssertionError("there was room for everything");
    }

    /** From now on no commit reaches the disk. */
    public void failSync() {
        syncFails.set(true);
    }

    /** What SQLite says when the system's fsync fails in a commit; the transaction is then rolled back. */
    private record FailingSync(Database database, AtomicBoolean fails) implements Database {

        @Override
        public void commit(Connection writer) throws SQLException {
            if (fails.get()) {
                throw new SQLException("[SQLITE_IOERR_FSYNC] An error occurred while flushing file", "IOERR", 10);
            }
            database.commit(writer);
        }

        @Override
        public String location() {
            return database.location();
        }

        @Override
        public Connection openWriter() throws SQLException {
            return database.openWriter();
        }

        @Override
        public void begin(Connection writer) throws SQLException {
            database.begin(writer);
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
}
