package io.camelsmc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.camelsmc.emulator.EmulatorOptions;
import io.camelsmc.emulator.SmcEmulator;
import io.camelsmc.state.Journals;
import io.camelsmc.state.StateView;
import io.camelsmc.state.StoppedDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Case K4 on PostgreSQL: {@code bin/smc state rebuild} killed among the rows it writes. */
class RebuildOnPostgresIT {

    private static final int ROWS = 40;

    private static StoppedDatabase database;

    @TempDir
    private Path folder = Path.of("");

    private final SmcEmulator emulator;
    private String state = "";

    RebuildOnPostgresIT() throws IOException {
        emulator = SmcEmulator.start(EmulatorOptions.defaults());
    }

    @BeforeAll
    static void start() throws Exception {
        database = new StoppedDatabase();
    }

    @BeforeEach
    void makeTheJobsAndLoseTheState() throws Exception {
        StringBuilder sheet = new StringBuilder("source_id,name,region,target_type,image_name,system_disk_size\n");
        for (int n = 0; n < ROWS; n++) {
            sheet.append(String.format("s-bp1k4wd9x0tq7mz2%04d,web-%03d,cn-hangzhou,Image,image-%03d,80\n", n, n, n));
        }
        Files.writeString(folder.resolve("wave.csv"), sheet);
        state = folder.resolve("lost").toString();
        smc("apply", wave(), "--auto-approve", "--rate", "0").exits(0);
        state = database.newState();
    }

    @AfterEach
    void stop() {
        emulator.close();
    }

    @AfterAll
    static void stopTheDatabase() throws Exception {
        database.close();
    }

    @Test
    void theSameCommandRebuildsAfterOneThatWasKilledAmongItsRows() throws Exception {
        Journals.open(state).close();
        database.countRows();
        database.stopAt(ROWS / 2);
        killed();

        assertRebuildsEverything();
    }

    private void killed() throws Exception {
        try (SmcProcess.Running running = new SmcProcess(
                        folder, arguments("state", "rebuild", "--from", wave(), "--yes"))
                .with("ALIBABA_CLOUD_ACCESS_KEY_ID", "testid")
                .with("ALIBABA_CLOUD_ACCESS_KEY_SECRET", "testsecret")
                .start()) {
            database.awaitStopped();
            assertThat(running.signal("KILL").ended().code()).isEqualTo(137);
        }
        database.release();
    }

    private void assertRebuildsEverything() {
        try (StateView view = Journals.openReadOnly(state)) {
            assertThat(view.list()).as("nothing of a half").isEmpty();
        }
        CliRun again = smc("state", "rebuild", "--from", wave(), "--yes").exits(0);

        assertThat(again.out()).contains("Rebuilt: 40 jobs");
        assertThat(smc("plan", "--detailed-exitcode", wave()).exits(0).out()).contains("unchanged      40");
        assertThat(emulator.jobs()).hasSize(ROWS);
    }

    private CliRun smc(String... arguments) {
        return CliRun.of(arguments(arguments));
    }

    private String[] arguments(String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--endpoint", emulator.endpoint().toString(), "--state", state));
        return all.toArray(String[]::new);
    }

    private String wave() {
        return folder.resolve("wave.csv").toString();
    }
}
