package io.camelsmc.state;

import static io.camelsmc.state.Samples.granted;
import static io.camelsmc.state.Samples.intent;
import static io.camelsmc.state.Samples.key;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Case K4 on PostgreSQL: a process killed while it makes the tables leaves none or all of them. */
class KilledOnPostgresIT {

    private static StoppedDatabase database;

    @BeforeAll
    static void start() throws Exception {
        database = new StoppedDatabase();
    }

    @AfterAll
    static void stop() throws Exception {
        database.close();
    }

    /** One in the middle of the tables of the state. All, from the table of the migrations on: {@code -Dsmc.campaign.steps=8}. */
    static Stream<Integer> steps() {
        Integer all = Integer.getInteger("smc.campaign.steps");
        return all == null ? Stream.of(5) : Stream.iterate(1, step -> step + 1).limit(all);
    }

    @ParameterizedTest
    @MethodSource("steps")
    void aProcessKilledWhileItMakesTheTablesLeavesNoneOrAllOfThem(int step) throws Exception {
        String state = database.newState();
        database.stopAt(step);
        try (Child child = Child.start("make", state)) {
            child.await("ready");
            database.awaitStopped();
            child.kill();
        }
        database.release();

        try (StateView view = Journals.openReadOnly(state)) {
            assertThat(view.list()).isEmpty();
        }
        try (Journal journal = Journals.open(state)) {
            assertThat(journal.info().formatVersion()).isEqualTo(Migrations.CURRENT_FORMAT);
            JobRecord record = granted(journal, intent(key("s-next"), 0));
            assertThat(journal.list()).isEqualTo(List.of(record));
        }
    }
}
