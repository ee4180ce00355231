package io.camelsmc.state;

import static io.camelsmc.state.Samples.intent;
import static io.camelsmc.state.Samples.key;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Case K4: a process that dies while it makes, migrates or rebuilds a state leaves the old one or the new one. */
class KilledOnTheWayIT {

    private static final int KILLS = Integer.getInteger("smc.campaign.rebuildKills", 6);
    private static final byte[] DAMAGED = "no database".getBytes(StandardCharsets.UTF_8);

    private final Random random = new Random(Long.getLong("smc.campaign.seed", 4));

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path temporary;

    private Path state;
    private Path file;

    @BeforeEach
    void name() {
        state = temporary.resolve("state");
        file = state.resolve("journal.db");
    }

    @Test
    void aProcessKilledWhileTheStateIsMadeAndMigratedLeavesNoneOrAWholeOne() throws Exception {
        for (int kill = 0; kill < KILLS; kill++) {
            state = temporary.resolve("state-" + kill);
            killed("make", 400L * kill / KILLS);

            try (StateView view = Journals.openReadOnly(state.toString())) {
                assertThat(view.info().formatVersion()).isEqualTo(Migrations.CURRENT_FORMAT);
            }
            try (Journal journal = Journals.open(state.toString())) {
                List<JobRecord> granted = journal.list();
                journal.intend(List.of(intent(key("s-next"), 0)));
                assertThat(journal.list()).hasSize(granted.size() + 1);
            }
        }
    }

    @Test
    void aProcessKilledWhileItRebuildsLeavesTheDamagedStateOrTheWholeNewOne() throws Exception {

        for (int kill = 0; kill < KILLS; kill++) {
            state = temporary.resolve("state-" + kill);
            file = state.resolve("journal.db");
            damage();
            killed("rebuild", 150 + random.nextInt(500));

            if (isRefused()) {
                Journals.replace(state.toString(), JournalOptions.defaults(), Samples::fill);
            }
            assertRebuilt();
        }
    }

    /** Every moment between two steps, made by hand: no process can be aimed so well. */
    @Test
    void everyHalfDoneStepIsFinishedOrStartedAnew() throws Exception {
        Path made = temporary.resolve("made");
        Journals.replace(made.toString(), JournalOptions.defaults(), Samples::fill);
        Path whole = made.resolve("journal.db");

        // Filled, not yet given its name.
        damage();
        Files.copy(whole, state.resolve("journal.db.new"));
        assertThat(isRefused()).isTrue();
        assertThat(file).hasBinaryContent(DAMAGED);

        // Whole, the old one still in place.
        Files.move(state.resolve("journal.db.new"), state.resolve("journal.db.rebuilt"));
        assertThat(isRefused()).isTrue();

        // The old one is out of the way, its log is not.
        Files.move(file, state.resolve("journal.db.aside-1"));
        Files.writeString(state.resolve("journal.db-wal"), "left behind");
        assertThatThrownBy(() -> Journals.openReadOnly(state.toString()))
                .isInstanceOf(DamageException.class)
                .hasMessageContaining("interrupted before the last step")
                .hasMessageContaining("smc state rebuild");

        // Whoever writes next finishes it.
        assertRebuilt();
        try (Stream<Path> files = Files.list(state)) {
            assertThat(files.map(path -> path.getFileName().toString()))
                    .contains("journal.db.aside-1")
                    .anyMatch(name -> name.startsWith("journal.db.aside-2") && name.endsWith("-wal"))
                    .doesNotContain("journal.db.rebuilt");
        }
    }

    @Test
    void aRebuildThatFailsLeavesTheDamagedStateAsItIs() throws Exception {
        damage();

        assertThatThrownBy(() -> Journals.replace(state.toString(), JournalOptions.defaults(), journal -> {
                    throw new IllegalStateException("no more");
                }))
                .isInstanceOf(IllegalStateException.class);

        assertThat(file).hasBinaryContent(DAMAGED);
        assertThat(isRefused()).isTrue();
        Path aside = Journals.replace(state.toString(), JournalOptions.defaults(), Samples::fill)
                .orElseThrow();
        assertThat(aside).hasBinaryContent(DAMAGED);
        assertRebuilt();
    }

    private void damage() throws Exception {
        Files.createDirectories(state);
        Files.write(file, DAMAGED);
    }

    private void killed(String task, long afterMillis) throws Exception {
        try (Child child = Child.start(task, state.toString())) {
            child.await("ready");
            Thread.sleep(afterMillis);
            child.kill();
        }
    }

    private boolean isRefused() {
        try {
            Journals.open(state.toString()).close();
            return false;
        } catch (DamageException e) {
            return true;
        }
    }

    private void assertRebuilt() {
        try (Journal journal = Journals.open(state.toString())) {
            assertThat(journal.list())
                    .hasSize(300)
                    .allMatch(record -> record.key().sourceId().startsWith("s-rebuilt-"));
        }
    }
}
