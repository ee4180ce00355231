package io.camelsmc.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.camelsmc.emulator.EmulatedJob;
import io.camelsmc.emulator.EmulatorOptions;
import io.camelsmc.emulator.Fault;
import io.camelsmc.emulator.FaultEffect;
import io.camelsmc.emulator.FaultRule;
import io.camelsmc.emulator.SmcEmulator;
import io.camelsmc.state.JobRecord;
import io.camelsmc.state.JobState;
import io.camelsmc.state.Journals;
import io.camelsmc.state.StateView;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Cases K3 and L4 of {@code bin/smc run}: a signal while calls are on their way, and an outage in the middle of a wave. */
class RunUnderwayIT {

    private static final int ROWS = 30;

    @TempDir
    private Path folder = Path.of("");

    private final SmcEmulator emulator;

    RunUnderwayIT() throws IOException {
        emulator = SmcEmulator.start(EmulatorOptions.defaults());
    }

    @AfterEach
    void stop() {
        emulator.close();
    }

    private SmcProcess.Running start(String... options) throws IOException {
        StringBuilder sheet = new StringBuilder("source_id,name,region,target_type,image_name,system_disk_size\n");
        for (int n = 0; n < ROWS; n++) {
            sheet.append(String.format("s-bp1k4wd9x0tq7mz2%04d,web-%03d,cn-hangzhou,Image,image-%03d,80\n", n, n, n));
        }
        Files.writeString(folder.resolve("wave.csv"), sheet);
        List<String> arguments = new ArrayList<>(List.of(
                "run",
                "--input",
                "wave.csv",
                "--state",
                "state",
                "--endpoint",
                emulator.endpoint().toString(),
                "-p",
                "smc.poll=100",
                "-p",
                "smc.read-lock.interval=20",
                "-p",
                "smc.redeliveries=0",
                "-p",
                "camel.component.smc.max-attempts=1",
                "-p",
                "camel.component.smc.retry-delay=1"));
        arguments.addAll(List.of(options));
        return new SmcProcess(folder, arguments.toArray(String[]::new))
                .with("ALIBABA_CLOUD_ACCESS_KEY_ID", "testid")
                .with("ALIBABA_CLOUD_ACCESS_KEY_SECRET", "testsecret")
                .start();
    }

    private int creates() {
        return emulator.journal().entries("CreateReplicationJob").size();
    }

    private List<JobRecord> records() {
        try (StateView view = Journals.openReadOnly(folder.resolve("state").toString())) {
            return view.list();
        }
    }

    private void assertEachRowHasOneJob() {
        assertThat(emulator.jobs()).extracting(EmulatedJob::sourceId).doesNotHaveDuplicates();
        assertThat(emulator.jobs()).hasSize(ROWS);
        assertThat(records()).hasSize(ROWS).allMatch(record -> record.state().jobExists());
    }

    /**
     * One call is never answered, nor is the question what became of it: the process ends all the same, once the time for
     * an answer is over, and the next run finds out.
     */
    @Test
    void windsUpAfterASignalThoughACallIsNeverAnswered() throws Exception {
        emulator.faults()
                .next("CreateReplicationJob", FaultEffect.of(Fault.STALL_AFTER))
                .add(FaultRule.on("CreateReplicationJob")
                        .then(FaultEffect.of(Fault.DELAY_ANSWER).lasting(Duration.ofMillis(300))));
        try (SmcProcess.Running running = start("--drain", "-p", "camel.component.smc.read-timeout=1500")) {
            await().atMost(Duration.ofSeconds(60)).until(() -> creates() >= 5);
            emulator.faults().add(FaultRule.on("DescribeReplicationJobs").then(Fault.STALL_BEFORE));

            SmcProcess.Ended ended = running.signal("TERM").ended().exits(130);
            assertThat(ended.out()).contains("rows are pending", "run the same command again");
        }
        // Rows of the batch that was under way are known to the journal, as not sent.
        assertThat(records()).anyMatch(record -> record.state() == JobState.INTENT);
        assertThat(records())
                .filteredOn(record -> record.state() == JobState.CREATED)
                .hasSizeLessThan(ROWS);
        emulator.faults().clear();

        try (SmcProcess.Running running = start("--drain")) {
            running.ended().exits(0);
        }
        assertEachRowHasOneJob();
    }

    @Test
    void waitsOutAnOutageThatBeginsInTheMiddleOfAWave() throws Exception {
        emulator.faults()
                .add(FaultRule.on("CreateReplicationJob")
                        .then(FaultEffect.of(Fault.DELAY).lasting(Duration.ofMillis(500))));
        try (SmcProcess.Running running = start()) {
            await().atMost(Duration.ofSeconds(60)).until(() -> creates() >= 5);
            emulator.faults().clear();
            emulator.faults().add(FaultRule.onAnyAction().then(Fault.RESET_BEFORE));
            running.awaitText("rows are pending, the input stays");
            int sent = creates();
            long looks = emulator.journal().total();
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> emulator.journal().total() > looks);
            assertThat(creates()).as("the service is probed by reads alone").isEqualTo(sent);

            emulator.faults().clear();
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> emulator.jobs().size() == ROWS
                            && folder.resolve("spool/done").toFile().list().length == 1);
            running.signal("TERM").ended().exits(130);
        }
        assertEachRowHasOneJob();
    }
}
