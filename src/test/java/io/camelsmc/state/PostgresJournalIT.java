package io.camelsmc.state;

import static io.camelsmc.state.Samples.granted;
import static io.camelsmc.state.Samples.intent;
import static io.camelsmc.state.Samples.key;
import static io.camelsmc.state.Samples.outcome;
import static io.camelsmc.state.Samples.refused;
import static io.camelsmc.state.Samples.settled;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class PostgresJournalIT extends VerbsContract {

    private static final AtomicInteger NEXT = new AtomicInteger();
    private static EmbeddedPostgres server;

    private @Nullable String address;

    @BeforeAll
    static void start() throws Exception {
        server = EmbeddedPostgres.builder().start();
    }

    @AfterAll
    static void stop() throws Exception {
        server.close();
    }

    /** Each test has a schema of its own, with a table of somebody else in it. */
    @Override
    String state() throws Exception {
        String known = address;
        if (known == null) {
            String schema = "s" + NEXT.incrementAndGet();
            execute("create schema " + schema);
            execute("create table " + schema + ".jobs (id integer)");
            known = server.getJdbcUrl("postgres", "postgres") + "&password=top-secret&currentSchema=" + schema;
            address = known;
        }
        return known;
    }

    @Test
    void refusesWhatAnotherWorkerIsAtWorkOn() throws Exception {
        JobRecord held = granted(journal, intent(key("s-1"), 0));

        try (Journal other = Journals.open(state(), options.withWorkerId("other"))) {
            assertThat(refused(other, intent(key("s-1"), held.version()))).isEqualTo(held);
            assertThatThrownBy(() -> settled(other, outcome(held, JobState.CREATED)))
                    .isInstanceOf(JournalException.class)
                    .hasMessageContaining(options.workerId());
            assertThatThrownBy(() -> other.adopt(intent(key("s-1"), held.version()), "j-1", "r-1"))
                    .isInstanceOf(JournalException.class);
        }
        assertThat(settled(journal, outcome(held, JobState.CREATED)).version()).isEqualTo(2);
    }

    @Test
    void handsAnExpiredLeaseOverAndFencesTheOldOwnerOff() throws Exception {
        JobRecord held = granted(journal, intent(key("s-1"), 0));
        execute("update " + schema() + ".smc_jobs set lease_until = 1");

        try (Journal other = Journals.open(state(), options.withWorkerId("other"))) {
            JobRecord taken = granted(other, intent(key("s-1"), held.version()));

            assertThat(taken.version()).isEqualTo(2);
            assertThatThrownBy(() -> settled(journal, outcome(held, JobState.CREATED)))
                    .isInstanceOf(JournalException.class);
            assertThatThrownBy(() -> settled(journal, outcome(taken, JobState.CREATED)))
                    .isInstanceOf(JournalException.class)
                    .hasMessageContaining("other");
            assertThat(settled(other, outcome(taken, JobState.ADOPTED)).version())
                    .isEqualTo(3);
        }
    }

    @Test
    void letsALeaseRunOutByTheDatabasesClock() throws Exception {
        JournalOptions brief = options.withWorkerId("brief").withLease(Duration.ofMillis(1));
        try (Journal silent = Journals.open(state(), brief)) {
            granted(silent, intent(key("s-1"), 0));
            execute("select pg_sleep(0.05)");

            assertThat(granted(journal, intent(key("s-1"), 1)).version()).isEqualTo(2);
        }
    }

    @Test
    void releasesItsLeasesWhenItEndsInOrder() throws Exception {
        granted(journal, intent(key("s-1"), 0));
        journal.close();

        try (Journal other = Journals.open(state(), options.withWorkerId("other"))) {
            assertThat(granted(other, intent(key("s-1"), 1)).version()).isEqualTo(2);
        }
    }

    @Test
    void grantsARacedKeyOnceAmongTwoWorkers() throws Exception {
        try (Journal other = Journals.open(state(), options.withWorkerId("other"))) {
            Race.forEachKey(1_000, journal, other);
        }
    }

    @Test
    void makesTheTablesOnceWhenWorkersStartTogether() throws Exception {
        String schema = "together" + NEXT.incrementAndGet();
        execute("create schema " + schema);
        String fresh = server.getJdbcUrl("postgres", "postgres") + "&currentSchema=" + schema;

        java.util.List<String> lineages = Race.together(
                () -> {
                    try (Journal one = Journals.open(fresh)) {
                        return one.info().lineage();
                    }
                },
                8);

        assertThat(lineages).hasSize(8).containsOnly(lineages.get(0));
    }

    @Test
    void neverShowsTheCredentialsOfItsAddress() throws Exception {
        assertThat(journal.info().location())
                .startsWith("jdbc:postgresql://")
                .endsWith("/postgres")
                .doesNotContain("top-secret");
        assertThat(journal.toString()).doesNotContain("top-secret");
        assertThatThrownBy(() -> Journals.open("jdbc:postgresql://localhost:1/x?password=top-secret"))
                .isInstanceOf(JournalException.class)
                .hasMessageContaining("jdbc:postgresql://localhost:1/x")
                .hasMessageNotContaining("top-secret");
    }

    @Test
    void showsADatabaseWithoutAStateAsEmptyAndLeavesItSo() throws Exception {
        String schema = "empty" + NEXT.incrementAndGet();
        execute("create schema " + schema);
        String fresh = server.getJdbcUrl("postgres", "postgres") + "&currentSchema=" + schema;

        for (int i = 0; i < 2; i++) {
            try (StateView view = Journals.openReadOnly(fresh)) {
                assertThat(view.list()).isEmpty();
                assertThat(view.info().lineage()).isEmpty();
            }
        }
    }

    @Test
    void refusesANewerFormat() throws Exception {
        execute("update " + schema() + ".smc_meta set format_version = 99");

        assertThatThrownBy(() -> Journals.open(state()))
                .isInstanceOf(JournalException.class)
                .hasMessageContaining("format 99");
    }

    @Test
    void refusesEveryChangeAfterTheConnectionWasLost() throws Exception {
        execute("select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'camel-smc'");

        assertThatThrownBy(() -> granted(journal, intent(key("s-1"), 0))).isInstanceOf(JournalException.class);
        assertThatThrownBy(() -> granted(journal, intent(key("s-2"), 0))).isInstanceOf(JournalException.class);
        journal.close();
        journal = Journals.open(state(), options);
        assertThat(journal.list()).isEmpty();
    }

    private String schema() throws Exception {
        return state().replaceFirst(".*currentSchema=", "");
    }

    @Test
    void saysWhyTheDatabaseRefusedARecordAndNothingOfTheRecord() throws Exception {
        JobRecord held = granted(journal, intent(key("s-1"), 0));
        execute("alter table " + schema() + ".smc_jobs add constraint no_more check (state <> 'CREATED')");

        assertThatThrownBy(() -> settled(journal, outcome(held, JobState.CREATED)))
                .isInstanceOf(JournalException.class)
                .hasMessageContainingAll("cannot write state ", "no_more", "run the same command again")
                .hasMessageNotContainingAny("update smc_jobs", "j-1", "getNextException");
    }

    private static void execute(String sql) throws SQLException {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
