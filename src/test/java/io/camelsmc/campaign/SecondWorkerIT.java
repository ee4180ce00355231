package io.camelsmc.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.camelsmc.emulator.EmulatedJob;
import io.camelsmc.emulator.Fault;
import io.camelsmc.emulator.FaultEffect;
import io.camelsmc.emulator.FaultRule;
import io.camelsmc.emulator.JournalEntry;
import io.camelsmc.emulator.SmcEmulator;
import io.camelsmc.state.JobRecord;
import io.camelsmc.state.JobState;
import io.camelsmc.state.Journals;
import io.camelsmc.state.StateView;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Case K6: of two worker processes on one database, the one whose call is on its way is killed. */
class SecondWorkerIT {

    private static EmbeddedPostgres database;

    @BeforeAll
    static void start() throws IOException {
        database = EmbeddedPostgres.builder().start();
    }

    @AfterAll
    static void stop() throws IOException {
        database.close();
    }

    /** The call of the killed worker is carried out, lost, or carried out when nobody waits for it any more. */
    @ParameterizedTest
    @EnumSource(names = {"STALL_AFTER", "STALL_BEFORE", "LATE_COMMIT"})
    void resolvesTheIntentOfAKilledWorkerOnceItsLeaseHasEnded(Fault fate) throws Exception {
        String schema = fate.name().toLowerCase(Locale.ROOT);
        execute("create schema " + schema);
        String state = database.getJdbcUrl("postgres", "postgres") + "&currentSchema=" + schema;
        try (SmcEmulator service = SmcEmulator.start()) {
            service.faults()
                    .next(FaultEffect.of(fate).lasting(Duration.ofMillis(500)))
                    .add(FaultRule.on("DescribeReplicationJobs").nth(2).then(Fault.STALL_BEFORE));

            try (WaveChild holder = start(service, state)) {
                await().atMost(Duration.ofSeconds(30))
                        .until(() -> !creates(service).isEmpty());
                holder.kill();
            }
            service.faults().clear();
            assertThat(only(state).state()).isEqualTo(JobState.INTENT);
            try (WaveChild early = start(service, state)) {
                assertThat(early.open()).as("rows left to the lease").isEqualTo(1);
            }
            assertThat(creates(service)).hasSize(1);

            execute("update " + schema + ".smc_jobs set lease_until = 1");
            try (WaveChild other = start(service, state)) {
                assertThat(other.open()).isZero();
            }

            JobRecord record = only(state);
            assertThat(record.state().jobExists()).isTrue();
            assertThat(service.jobs()).extracting(EmulatedJob::jobId).containsExactly(record.jobId());
            assertThat(creates(service))
                    .extracting(JournalEntry::clientToken)
                    .containsOnly(record.token().value());
        }
    }

    private static WaveChild start(SmcEmulator service, String state) throws IOException {
        return WaveChild.start(service, state, "k6x", 1);
    }

    private static List<JournalEntry> creates(SmcEmulator service) {
        return service.journal().entries("CreateReplicationJob");
    }

    private static JobRecord only(String state) {
        try (StateView view = Journals.openReadOnly(state)) {
            assertThat(view.list()).hasSize(1);
            return view.list().get(0);
        }
    }

    private static void execute(String sql) throws SQLException {
        try (Connection connection = database.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
