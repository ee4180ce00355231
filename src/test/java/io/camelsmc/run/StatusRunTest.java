package io.camelsmc.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.camelsmc.client.SmcClient;
import io.camelsmc.client.SmcClients;
import io.camelsmc.client.StaticCredentials;
import io.camelsmc.client.http.SmcClientConfig;
import io.camelsmc.diag.AbortException;
import io.camelsmc.emulator.EmulatedStatus;
import io.camelsmc.emulator.EmulatorOptions;
import io.camelsmc.emulator.SmcEmulator;
import io.camelsmc.job.JobStatus;
import io.camelsmc.lifecycle.WaveStanding;
import io.camelsmc.plan.Selection;
import io.camelsmc.provision.pace.Pace;
import io.camelsmc.provision.pace.PaceOptions;
import io.camelsmc.spec.check.CheckContext;
import io.camelsmc.state.Journal;
import io.camelsmc.state.Journals;
import io.camelsmc.wave.CheckedRows;
import io.camelsmc.wave.CheckedStream;
import io.camelsmc.wave.WaveInput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StatusRunTest {

    @TempDir
    private Path folder = Path.of("");

    private final SmcEmulator emulator;
    private final SmcClient client;

    StatusRunTest() throws IOException {
        emulator = SmcEmulator.start(EmulatorOptions.defaults());
        client = SmcClients.create(
                SmcClientConfig.defaults().withEndpoint(emulator.endpoint()),
                new StaticCredentials("testid", "testsecret"));
    }

    @AfterEach
    void stop() {
        client.close();
        emulator.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {900, 1000})
    void costsAtMost21CallsHoweverManyJobsAreInTrouble(int rows) throws Exception {
        try (Journal journal = Journals.open(folder.resolve("state").toString())) {
            make(journal, rows);
            emulator.jobs().stream().limit(60).forEach(job -> emulator.putJob(job.jobId(), EmulatedStatus.IN_ERROR));
            emulator.journal().clear();

            StatusResult status = new StatusRun(access(journal), Selection.all(), 50).run();

            assertThat((long) emulator.journal().entries().size())
                    .isLessThanOrEqualTo(21)
                    .isEqualTo(status.calls());
            assertThat(status.jobs()).hasSize(rows);
            assertThat(status.waves()).extracting(WaveStanding::wave).containsExactly("w");
            assertThat(status.waves().get(0).counts())
                    .containsEntry(JobStatus.IN_ERROR, 60)
                    .containsEntry(JobStatus.READY, rows - 60);
        }
    }

    @Test
    void anEmptyJournalIsNoWaveThatIsDone() throws Exception {
        try (Journal journal = Journals.open(folder.resolve("state").toString())) {
            assertThatThrownBy(() -> new StatusRun(access(journal), Selection.all(), 50).run())
                    .isInstanceOf(AbortException.class)
                    .hasMessageContaining("there is no job in the journal")
                    .hasMessageContaining("--state");
        }
    }

    private void make(Journal journal, int rows) throws Exception {
        StringBuilder sheet = new StringBuilder("source_id,name,wave,region,target_type,image_name,system_disk_size\n");
        for (int n = 0; n < rows; n++) {
            sheet.append(String.format("s-%04d,web-%d,w,cn-hangzhou,Image,img-%d,80%n", n, n, n));
        }
        Path file = Files.writeString(folder.resolve("wave.csv"), sheet);
        CheckedRows checked = CheckedRows.of(
                CheckedStream.of(WaveInput.of(List.of(file), null, null), CheckContext.at(Instant.now()), row -> true));
        new ApplyRun(access(journal), ApplyOptions.standard(), Consent.GIVEN, new RunListener() {}).run(checked);
        assertThat(emulator.jobs()).hasSize(rows);
    }

    private AccountAccess<Journal> access(Journal journal) {
        return AccountAccess.of(client, journal, Pace.of(PaceOptions.standard().withRate(0)));
    }
}
