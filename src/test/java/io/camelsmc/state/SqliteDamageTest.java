package io.camelsmc.state;

import static io.camelsmc.state.Samples.intent;
import static io.camelsmc.state.Samples.key;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A state that is not what it should be is refused, by writers and readers, and stays as it is. */
class SqliteDamageTest {

    private static final int PAGE = 4096;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path temporary;

    private Path state;
    private Path file;

    @BeforeEach
    void make() {
        state = temporary.resolve("state");
        file = state.resolve("journal.db");
        try (Journal journal = Journals.open(state.toString())) {
            List<Intent> intents = new ArrayList<>();
            for (int i = 0; i < 200; i++) {
                intents.add(intent(key("s-" + i), 0));
            }
            journal.intend(intents);
        }
    }

    @Test
    void refusesAFileDamagedInTheMiddle() throws Exception {
        byte[] bytes = Files.readAllBytes(file);
        int middle = bytes.length / 2 / PAGE * PAGE;
        Arrays.fill(bytes, middle, middle + PAGE, (byte) 0x5a);
        Files.write(file, bytes);

        assertRefused().hasMessageContaining("damaged").hasMessageContaining("smc state rebuild");
    }

    @Test
    void refusesAFileDamagedOnAnySinglePage() throws Exception {
        byte[] whole = Files.readAllBytes(file);
        assertThat(whole.length).isGreaterThan(20 * PAGE);

        for (int page = 0; page < whole.length / PAGE; page++) {
            byte[] bytes = whole.clone();
            Arrays.fill(bytes, page * PAGE, (page + 1) * PAGE, (byte) 0x5a);
            Files.write(file, bytes);

            assertRefused();
        }
    }

    @Test
    void refusesATruncatedFile() throws Exception {
        byte[] bytes = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(bytes, bytes.length / 2));

        assertRefused().hasMessageContaining("damaged");
    }

    @Test
    void refusesAnEmptyFile() throws Exception {
        Files.write(file, new byte[0]);

        assertRefused().hasMessageContaining("the file is empty").hasMessageContaining(file.toString());
    }

    @Test
    void refusesAFileThatIsNoDatabase() throws Exception {
        Files.writeString(file, "name,region\n");

        assertRefused().hasMessageContaining("damaged");
    }

    @Test
    void refusesALetterFlippedInsideAValue() throws Exception {
        byte[] bytes = Files.readAllBytes(file);
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        byte[] flipped = text.replace("wave-03.csv", "Wave-03.csv").getBytes(StandardCharsets.ISO_8859_1);
        assertThat(flipped).hasSameSizeAs(bytes).isNotEqualTo(bytes);
        Files.write(file, flipped);

        assertRefused().hasMessageContaining("does not match its checksum").hasMessageContaining(file.toString());
    }

    @Test
    void refusesADatabaseOfSomethingElse() throws Exception {
        Files.delete(file);
        execute("create table jobs (id integer)");

        assertRefused().hasMessageContaining("not a journal");
    }

    @Test
    void refusesANewerFormat() throws Exception {
        execute("update smc_meta set format_version = 99");

        assertRefused().hasMessageContaining("format 99").hasMessageContaining("newer version");
    }

    @Test
    void refusesAHistoryOfMigrationsThatDoesNotFit() throws Exception {
        execute("delete from smc_migrations");

        assertRefused().hasMessageContaining("migrations disagree");
    }

    @Test
    void refusesToStartAnewNextToAnOrphanedWriteAheadLog() throws Exception {
        Files.delete(file);
        Files.writeString(state.resolve("journal.db-wal"), "left behind");

        assertThatThrownBy(() -> Journals.open(state.toString()))
                .isInstanceOf(JournalException.class)
                .hasMessageContaining("the file is missing");
        assertThat(file).doesNotExist();
    }

    @Test
    void refusesAReadOnlyFile() throws Exception {
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("r--------"));

        assertWriterRefused().hasMessageContaining("read-only");
    }

    @Test
    void refusesAReadOnlyDirectory() throws Exception {
        Files.setPosixFilePermissions(state, PosixFilePermissions.fromString("r-x------"));

        assertWriterRefused().hasMessageContaining("read-only");

        Files.setPosixFilePermissions(state, PosixFilePermissions.fromString("rwx------"));
    }

    @Test
    void refusesAFileOfAnotherUser() throws Exception {
        assumeTrue((int) Files.getAttribute(temporary, "unix:uid") == 0, "only the superuser gives files away");
        Files.setAttribute(file, "unix:uid", 65534);

        assertWriterRefused().hasMessageContaining("belongs to user");
    }

    @Test
    void refusesAFileInPlaceOfADirectory() {
        assertThatThrownBy(() -> Journals.open(file.toString()))
                .isInstanceOf(JournalException.class)
                .hasMessageContaining("is a file");
    }

    @Test
    void startsAfterACrashWhileTheStateWasMade() throws Exception {
        Files.delete(file);
        Files.writeString(state.resolve("journal.db.new"), "half made");

        try (Journal journal = Journals.open(state.toString())) {
            assertThat(journal.list()).isEmpty();
        }
        assertThat(state.resolve("journal.db.new")).doesNotExist();
    }

    @Test
    void makesRoomForARebuiltStateWithoutDeletingTheDamagedOne() throws Exception {
        byte[] damaged = "no database".getBytes(StandardCharsets.UTF_8);
        Files.write(file, damaged);
        Files.writeString(state.resolve("journal.db-wal"), "left behind");

        Path aside = replaced().orElseThrow();

        assertThat(aside).hasBinaryContent(damaged);
        assertThat(Path.of(aside + "-wal")).hasContent("left behind");
        try (Journal journal = Journals.open(state.toString())) {
            assertThat(journal.list()).isEmpty();
            assertThatThrownBy(this::replaced).isInstanceOf(StateLockedException.class);
        }
    }

    private Optional<Path> replaced() {
        return Journals.replace(state.toString(), JournalOptions.defaults(), journal -> {});
    }

    @Test
    void leavesTheLockFreeAfterARefusal() throws Exception {
        byte[] whole = Files.readAllBytes(file);
        Files.write(file, new byte[0]);
        assertRefused();

        Files.write(file, whole);

        try (Journal journal = Journals.open(state.toString())) {
            assertThat(journal.list()).hasSize(200);
        }
    }

    private AbstractThrowableAssert<?, ?> assertRefused() throws Exception {
        byte[] before = Files.readAllBytes(file);
        assertThatThrownBy(() -> Journals.openReadOnly(state.toString()).list()).isInstanceOf(JournalException.class);
        assertThat(Files.readAllBytes(file)).isEqualTo(before);
        return assertWriterRefused();
    }

    private AbstractThrowableAssert<?, ?> assertWriterRefused() throws Exception {
        byte[] before = Files.readAllBytes(file);
        AbstractThrowableAssert<?, ?> refusal =
                assertThatThrownBy(() -> Journals.open(state.toString())).isInstanceOf(JournalException.class);
        assertThat(Files.readAllBytes(file)).isEqualTo(before);
        return refusal;
    }

    private void execute(String sql) throws Exception {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
