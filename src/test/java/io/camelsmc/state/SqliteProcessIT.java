package io.camelsmc.state;

import static io.camelsmc.state.Samples.granted;
import static io.camelsmc.state.Samples.intent;
import static io.camelsmc.state.Samples.key;
import static io.camelsmc.state.Samples.outcome;
import static io.camelsmc.state.Samples.settled;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What another process sees of a runner that works, halts or is killed. */
class SqliteProcessIT {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path temporary;

    private String state;

    @BeforeEach
    void name() {
        state = temporary.resolve("state").toString();
    }

    @Test
    void keepsAnIntentOfAProcessThatHalts() throws Exception {
        try (Child child = Child.start("one", state)) {
            child.await("granted 0");
            assertThat(child.awaitEnd()).isEqualTo(9);
        }

        try (Journal journal = Journals.open(state)) {
            assertThat(journal.list()).extracting(JobRecord::state).containsExactly(JobState.INTENT);
            assertThat(settled(journal, outcome(key("s-0"), 1, JobState.ADOPTED))
                            .version())
                    .isEqualTo(2);
        }
    }

    @Test
    void keepsEveryIntentThatAKilledProcessWasGranted() throws Exception {
        try (Child child = Child.start("many", state)) {
            child.await("granted 60");
            child.kill();
        }

        try (Journal journal = Journals.open(state)) {
            assertThat(journal.list()).extracting(JobRecord::key).contains(key("s-0"), key("s-30"), key("s-60"));
            assertThat(journal.info().serial()).isEqualTo(journal.list().size());
        }
    }

    @Test
    void losesNothingCommittedBeforeATornEndOfTheWriteAheadLog() throws Exception {
        try (Child child = Child.start("many", state)) {
            child.await("granted 20");
            child.kill();
        }
        int committed;
        try (StateView view = Journals.openReadOnly(state)) {
            committed = view.list().size();
        }
        try (RandomAccessFile log =
                new RandomAccessFile(Path.of(state, "journal.db-wal").toFile(), "rw")) {
            log.setLength(log.length() - 1_000);
        }

        try (Journal journal = Journals.open(state)) {
            assertThat(journal.list()).hasSizeBetween(committed - 1, committed);
            assertThat(journal.list()).extracting(JobRecord::key).contains(key("s-0"), key("s-19"));
            assertThat(granted(journal, intent(key("s-next"), 0)).version()).isEqualTo(1);
        }
    }

    @Test
    void tellsWhoHoldsTheStateAndLetsReadersIn() throws Exception {
        try (Child child = Child.start("hold", state)) {
            child.await("holding");

            assertThatThrownBy(() -> Journals.open(state))
                    .isInstanceOf(StateLockedException.class)
                    .hasMessageContaining("pid " + child.pid() + ",")
                    .hasMessageContaining("host ")
                    .hasMessageContaining("started 20");
            try (StateView view = Journals.openReadOnly(state)) {
                assertThat(view.list()).isEmpty();
            }
        }
    }

    @Test
    void isFreeAgainWhenItsHolderWasKilled() throws Exception {
        try (Child child = Child.start("hold", state)) {
            child.await("holding");
            child.kill();
        }

        try (Journal journal = Journals.open(state)) {
            assertThat(granted(journal, intent(key("s-1"), 0)).version()).isEqualTo(1);
            assertThat(Files.readString(Path.of(state, "lock")))
                    .startsWith("pid " + ProcessHandle.current().pid() + "\nhost ");
        }
    }

    @Test
    void keepsTheLockAgainstOtherProcessesAfterThisOneTriedTwice() throws Exception {
        try (Journal journal = Journals.open(state)) {
            assertThatThrownBy(() -> Journals.open(state))
                    .isInstanceOf(StateLockedException.class)
                    .hasMessageContaining("pid " + ProcessHandle.current().pid() + ",");
            Journals.openReadOnly(state).close();

            try (Child child = Child.start("one", state)) {
                assertThat(child.awaitEnd()).isEqualTo(1);
            }
            assertThat(journal.list()).isEmpty();
        }
    }
}
