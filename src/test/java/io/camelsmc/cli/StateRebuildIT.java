package io.camelsmc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.camelsmc.Trees;
import io.camelsmc.cli.exit.ExitCode;
import io.camelsmc.emulator.EmulatedJob;
import io.camelsmc.emulator.EmulatedStatus;
import io.camelsmc.emulator.Fault;
import io.camelsmc.emulator.FaultEffect;
import io.camelsmc.emulator.FaultRule;
import io.camelsmc.emulator.Quirk;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Journals that are lost or damaged, and what {@code state rebuild} makes of them. */
class StateRebuildIT extends JournalServiceRig {

    private static final AtomicInteger NEXT = new AtomicInteger();

    private static @Nullable EmbeddedPostgres postgres;

    StateRebuildIT() throws IOException {
        // The rig starts an emulator.
    }

    @AfterAll
    static void stopTheDatabase() throws IOException {
        if (postgres != null) {
            postgres.close();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"sqlite", "postgresql"})
    void rebuildsALostJournalFromTheWavesAndNothingIsLeftToDo(String kind) throws Exception {
        use(kind);
        apply("created", ROWS);
        String before = list();
        lose();

        CliRun rebuilt = smc("state", "rebuild", "--from", wave(), "--yes").exits(0);
        emulator.journal().clear();

        assertThat(rebuilt.out())
                .contains("take over               60", "by-row                  60", "Rebuilt: 60 jobs");
        assertThat(list().replace("ADOPTED", "CREATED")).isEqualTo(before);
        assertThat(smc("plan", "--detailed-exitcode", wave()).exits(0).out()).contains("unchanged      60");
        apply("unchanged", ROWS);
        smc("drift", "--detailed-exitcode").exits(0);
        assertThat(creates()).isZero();
        assertThat(emulator.jobs()).hasSize(ROWS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"sqlite", "postgresql"})
    void rebuildsFromTheServiceAloneAndTheRowsAgreeWithIt(String kind) throws Exception {
        use(kind);
        apply("created", ROWS);
        lose();

        smc("state", "rebuild", "--yes").exits(0);

        assertThat(list()).contains("-/web-000").doesNotContain("wave-01");
        assertThat(smc("plan", "--detailed-exitcode", wave()).exits(0).out()).contains("unchanged      60");
        Files.writeString(folder.resolve("wave.csv"), sheet(0, ROWS).replace("image-007,80", "image-007,81"));
        assertThat(plan().path("changes").get(7).path("differences"))
                .singleElement()
                .satisfies(difference -> assertThat(difference.toString())
                        .contains("systemDiskSize", "\"wanted\":\"81\"", "\"found\":\"80\""));
        Files.writeString(folder.resolve("wave.csv"), sheet(0, ROWS));
        smc("adopt", wave()).exits(0);
        assertThat(list()).contains("wave-01/web-000").doesNotContain("-/web");
        assertThat(creates()).isEqualTo(ROWS);
    }

    @Test
    void everyCommandRefusesADamagedJournalAndRebuildKeepsIt() throws Exception {
        apply("created", ROWS);
        Path file = Path.of(state, "journal.db");
        byte[] bytes = Files.readAllBytes(file);
        for (int i = bytes.length / 2; i < bytes.length / 2 + 4096; i++) {
            bytes[i] = 0x5a;
        }
        Files.write(file, bytes);

        for (List<String> command : List.of(
                List.of("plan", wave()),
                List.of("apply", wave(), "--auto-approve"),
                List.of("drift"),
                List.of("adopt", wave(), "--yes"))) {
            assertThat(smc(command.toArray(String[]::new)).exits(1).err()).contains("damaged", "smc state rebuild");
        }
        for (String look : List.of("list", "export", "unlock")) {
            assertThat(CliRun.of("state", look, "--state", state).exits(1).err())
                    .contains("smc state rebuild");
        }
        assertThat(Files.readAllBytes(file)).isEqualTo(bytes);
        CliRun unasked = smc("state", "rebuild", "--from", wave()).exits(64);
        assertThat(unasked.err()).contains("nothing was written");
        assertThat(Files.readAllBytes(file)).isEqualTo(bytes);

        CliRun rebuilt = smc("state", "rebuild", "--from", wave(), "--yes").exits(0);

        String aside = rebuilt.out()
                .lines()
                .filter(line -> line.startsWith("What was there before lies in "))
                .map(line -> line.substring("What was there before lies in ".length()))
                .findFirst()
                .orElseThrow();
        assertThat(Path.of(aside)).hasBinaryContent(bytes);
        assertThat(smc("plan", "--detailed-exitcode", wave()).exits(0).out()).contains("unchanged      60");
        assertThat(smc("state", "rebuild", "--yes").exits(1).err()).contains("is sound and holds 60 records");
        assertThat(creates()).isEqualTo(ROWS);
    }

    @Test
    void twoUnfinishedJobsOfOneSourceStayOutUntilARowTellsThemApart() throws Exception {
        emulator.settings().on(Quirk.SEVERAL_JOBS_PER_SOURCE);
        emulator.createJob(parameters(1, "web-001"));
        emulator.createJob(parameters(1, "stranger"));
        emulator.createJob(parameters(2, "web-002"));
        Files.writeString(folder.resolve("wave.csv"), sheet(1, 3));

        CliRun alone = smc("state", "rebuild", "--yes").exits(3);
        String listed = list();
        lose();
        CliRun withRow = smc("state", "rebuild", "--from", wave(), "--yes").exits(3);

        assertThat(alone.out()).contains("quarantined", "(web-001)", "(stranger)", "several unfinished jobs", "--from");
        assertThat(listed).contains("web-002").doesNotContain("web-001");
        assertThat(withRow.out()).contains("(stranger)");
        assertThat(list()).contains("wave-01/web-001", "wave-01/web-002").doesNotContain("stranger");
    }

    @Test
    void finishedJobsGetTheGenerationsBelowTheUnfinishedOne() throws Exception {
        EmulatedJob first = emulator.createJob(parameters(1, "first"));
        emulator.putJob(first.jobId(), EmulatedStatus.FINISHED);
        emulator.createJob(parameters(1, "second"));

        smc("state", "rebuild", "--yes").exits(0);

        assertThat(records())
                .extracting(record -> record.name() + " " + record.key().generation() + " " + record.state())
                .containsExactlyInAnyOrder("first 0 ADOPTED", "second 1 ADOPTED");
    }

    @Test
    void rebuildAsksAgainWhenTheServiceThrottlesAndSeesJobsThatSlipBetweenPages() throws Exception {
        for (int n = 0; n < 120; n++) {
            emulator.createJob(parameters(n, String.format("web-%03d", n)));
        }
        emulator.settings().on(Quirk.PAGE_SHIFT);
        emulator.faults()
                .add(FaultRule.on("DescribeReplicationJobs")
                        .times(1)
                        .then(FaultEffect.of(Fault.THROTTLE).lasting(Duration.ofMillis(1))));

        smc("state", "rebuild", "--yes").exits(0);

        assertThat(records()).hasSize(120);
    }

    @Tries(
            value = "drift",
            options = "--detailed-exitcode",
            ends = {ExitCode.OK, ExitCode.CHANGES_PENDING})
    @Test
    void theProcessEndsWithTheSameCodes() throws Exception {
        apply("created", ROWS);
        lose();

        assertThat(process("drift", "--detailed-exitcode").exits(2).out()).contains("unknown        60");
        assertThat(process("state", "rebuild", "--from", wave()).exits(64).err())
                .contains("--auto-approve");
        process("state", "rebuild", "--from", wave(), "--auto-approve").exits(0);
        process("drift", "--detailed-exitcode").exits(0);
        process("adopt", wave(), "--json").exits(0);
    }

    private void use(String kind) throws Exception {
        if (kind.equals("postgresql")) {
            EmbeddedPostgres server =
                    postgres == null ? EmbeddedPostgres.builder().start() : postgres;
            postgres = server;
            String schema = "rebuild" + NEXT.incrementAndGet();
            execute("create schema " + schema);
            state = server.getJdbcUrl("postgres", "postgres") + "&currentSchema=" + schema;
        }
    }

    /** The state is gone, as after the loss of a disk. */
    private void lose() throws Exception {
        if (state.startsWith("jdbc:")) {
            String schema = state.substring(state.lastIndexOf('=') + 1);
            execute("drop schema " + schema + " cascade");
            execute("create schema " + schema);
        } else {
            Trees.remove(Path.of(state));
        }
    }

    private static void execute(String sql) throws Exception {
        EmbeddedPostgres server = Objects.requireNonNull(postgres);
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private JsonNode plan() throws IOException {
        return JSON.readTree(smc("plan", "--json", wave()).out());
    }

    private SmcProcess.Ended process(String... arguments) {
        return new SmcProcess(folder, arguments(arguments))
                .with("ALIBABA_CLOUD_ACCESS_KEY_ID", "testid")
                .with("ALIBABA_CLOUD_ACCESS_KEY_SECRET", "testsecret")
                .run();
    }
}
