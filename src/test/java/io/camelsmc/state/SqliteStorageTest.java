package io.camelsmc.state;

import static io.camelsmc.state.Samples.granted;
import static io.camelsmc.state.Samples.intent;
import static io.camelsmc.state.Samples.key;
import static io.camelsmc.state.Samples.outcome;
import static io.camelsmc.state.Samples.settled;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How the state lies on the disk, and what happens when the disk says no. */
class SqliteStorageTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path temporary;

    private Path state;

    @BeforeEach
    void name() {
        state = temporary.resolve("state");
    }

    @Test
    void keepsItsFilesToTheirOwner() throws Exception {
        try (Journal journal = Journals.open(state.toString())) {
            granted(journal, intent(key("s-1"), 0));

            assertThat(mode(state)).isEqualTo("rwx------");
            try (Stream<Path> files = Files.list(state)) {
                assertThat(files.map(SqliteStorageTest::mode)).containsOnly("rw-------");
            }
        }
    }

    @Test
    void makesNothingForAReader() throws Exception {
        try (StateView view = Journals.openReadOnly(state.toString())) {
            assertThat(view.list()).isEmpty();
            assertThat(view.find(key("s-1"))).isEmpty();
            assertThat(view.findBySource("a", "r", "s")).isEmpty();
            assertThat(view.history(key("s-1"))).isEmpty();
            assertThat(view.info().serial()).isZero();
        }

        assertThat(state).doesNotExist();
    }

    @Test
    void bringsAnOlderStateToTheFormatThatKnowsVerbs() throws Exception {
        try (Journal journal = Journals.open(state.toString())) {
            settled(journal, outcome(granted(journal, intent(key("s-1"), 0)), JobState.CREATED));
        }
        try (var connection = java.sql.DriverManager.getConnection("jdbc:sqlite:" + state.resolve("journal.db"));
                var statement = connection.createStatement()) {
            statement.execute("drop table smc_verbs");
            statement.execute("update smc_meta set format_version = 1");
            statement.execute("delete from smc_migrations where \"version\" = '2'");
        }

        assertThatThrownBy(() -> Journals.openReadOnly(state.toString())).hasMessageContaining("older format");
        try (Journal journal = Journals.open(state.toString())) {
            assertThat(journal.info().formatVersion()).isEqualTo(Migrations.CURRENT_FORMAT);
            assertThat(journal.find(key("s-1"))).isPresent();
            assertThat(journal.openVerbs()).isEmpty();
        }
    }

    @Test
    void writesDurably() throws Exception {
        try (Journal journal = Journals.open(state.toString());
                SqliteDatabase database = SqliteDatabase.openReadOnly(state);
                var connection = database.openWriter();
                var statement = connection.createStatement()) {
            assertThat(journal.list()).isEmpty();
            try (var row = statement.executeQuery("pragma journal_mode")) {
                assertThat(row.getString(1)).isEqualTo("wal");
            }
            try (var row = statement.executeQuery("pragma synchronous")) {
                assertThat(row.getInt(1)).isEqualTo(2);
            }
            try (var row = statement.executeQuery("pragma foreign_keys")) {
                assertThat(row.getInt(1)).isEqualTo(1);
            }
        }
    }

    @Test
    void refusesEveryChangeAfterAFullDiskAndKeepsWhatWasCommitted() {
        JournalOptions options = JournalOptions.defaults();
        JobRecord first;
        try (Journal journal = JdbcJournal.on(new SmallDatabase(SqliteDatabase.open(state, options)), options)) {
            first = granted(journal, intent(key("s-first"), 0));
            List<Intent> tooMany = IntStream.range(0, 500)
                    .mapToObj(i -> intent(key("s-" + i), 0))
                    .toList();

            assertThatThrownBy(() -> journal.intend(tooMany))
                    .isInstanceOf(JournalException.class)
                    .hasMessageContaining("make room on the disk");
            assertThatThrownBy(() -> settled(journal, outcome(first, JobState.CREATED)))
                    .isInstanceOf(JournalException.class)
                    .hasMessageContaining("nothing more");
            assertThat(journal.list()).containsExactly(first);
        }
        try (Journal journal = Journals.open(state.toString())) {
            assertThat(settled(journal, outcome(first, JobState.CREATED)).version())
                    .isEqualTo(2);
        }
    }

    @Test
    void grantsARacedKeyOnceAmongTwoThreads() throws Exception {
        try (Journal journal = Journals.open(state.toString())) {
            Race.forEachKey(1_000, journal, journal);
        }
    }

    @Test
    void sharesTransactionsAmongThreadsThatWriteAtOnce() throws Exception {
        AtomicInteger thread = new AtomicInteger();
        try (Journal journal = Journals.open(state.toString())) {
            Race.together(
                    () -> {
                        int me = thread.incrementAndGet();
                        for (int i = 0; i < 100; i++) {
                            JobRecord record = granted(journal, intent(key("s-" + me + "-" + i), 0));
                            settled(journal, outcome(record, JobState.CREATED));
                        }
                        return me;
                    },
                    16);

            assertThat(journal.list()).hasSize(1_600).allMatch(record -> record.state() == JobState.CREATED);
            assertThat(journal.info().serial()).isLessThan(3_200 / 2);
        }
    }

    @Test
    void refusesAnAddressOfAnotherKindWithoutShowingIt() {
        assertThatThrownBy(() -> Journals.open("jdbc:mysql://u:top-secret@h/db"))
                .isInstanceOf(JournalException.class)
                .hasMessageNotContaining("top-secret");
    }

    private static String mode(Path path) {
        try {
            return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
