package io.camelsmc.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.camelsmc.emulator.EmulatedJob;
import io.camelsmc.emulator.EmulatorOptions;
import io.camelsmc.emulator.Fault;
import io.camelsmc.emulator.FaultEffect;
import io.camelsmc.emulator.SmcEmulator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** Case C3: {@code bin/smc run routes/schedule.yaml} whose fires come during a run, or while the process stands still. */
class ScheduleProcessIT {

    private static final String HEADER = "source_id,name,region,target_type,image_name,system_disk_size\n";
    private static final DateTimeFormatter ONE_FIRE =
            DateTimeFormatter.ofPattern("s m H d M '?' uuuu", Locale.ROOT).withZone(ZoneOffset.UTC);

    @TempDir
    private Path folder = Path.of("");

    private final SmcEmulator emulator;

    ScheduleProcessIT() throws IOException {
        emulator = SmcEmulator.start(EmulatorOptions.defaults());
    }

    @BeforeEach
    void writeTheFirstWave() throws IOException {
        Files.createDirectories(folder.resolve("waves"));
        drop(1);
    }

    @AfterEach
    void stop() {
        emulator.close();
    }

    private void drop(int wave) throws IOException {
        String name = "shop-web-0" + wave;
        Path half = Files.writeString(
                folder.resolve("waves/.half"),
                HEADER + "s-bp1k4wd9x0tq7mz2ncy" + wave + "," + name + ",cn-hangzhou,Image," + name + ",40\n");
        Files.move(half, folder.resolve("waves/wave-0" + wave + ".csv"));
    }

    private SmcProcess.Running start(String cron) {
        return new SmcProcess(
                        folder,
                        "run",
                        Path.of("routes/schedule.yaml").toAbsolutePath().toString(),
                        "--endpoint",
                        emulator.endpoint().toString(),
                        "-p",
                        "smc.schedule.cron=" + cron,
                        "-p",
                        "camel.component.quartz.properties[org.quartz.threadPool.threadCount]=4",
                        "-p",
                        "camel.component.quartz.properties[org.quartz.jobStore.misfireThreshold]=1000")
                .with("ALIBABA_CLOUD_ACCESS_KEY_ID", "testid")
                .with("ALIBABA_CLOUD_ACCESS_KEY_SECRET", "testsecret")
                .start();
    }

    private List<String> jobs() {
        return emulator.jobs().stream().map(EmulatedJob::name).toList();
    }

    private List<String> report(int wave) throws IOException {
        Path file = folder.resolve("spool/out/schedule/wave-0" + wave + ".ndjson");
        return Files.exists(file) ? Files.readAllLines(file) : List.of();
    }

    @Test
    void holdsFiresBackDuringALongRunAndDoesAfterwardsWhatCameMeanwhile() throws Exception {
        emulator.faults()
                .next("CreateReplicationJob", FaultEffect.of(Fault.DELAY).lasting(Duration.ofMillis(2_500)));
        try (SmcProcess.Running running = start("* * * * * ?")) {
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> !emulator.faults().pending());
            // By its name it would come first in a run that overlaps.
            drop(0);
            await().atMost(Duration.ofSeconds(60)).until(() -> jobs().contains("shop-web-00"));

            assertThat(report(1)).as("the first run was over by then").hasSize(1);
            await().atMost(Duration.ofSeconds(60)).until(() -> report(0).size() == 1);
            running.signal("TERM").ended().exits(130);
        }
        assertThat(jobs()).containsExactly("shop-web-01", "shop-web-00");
        assertThat(emulator.journal().entries("CreateReplicationJob")).hasSize(2);
        assertThat(report(1)).hasSize(1);
        assertThat(report(0)).hasSize(1);
    }

    /** The schedule has one fire in all time, and the process stands still at that moment: {@code -Dsmc.campaign.stops=1}. */
    @Test
    @EnabledIfSystemProperty(named = "smc.campaign.stops", matches = ".+")
    void runsOnceNowWhatItMissedWhileItStoodStill() throws Exception {
        for (int margin = 5; jobs().isEmpty(); margin *= 3) {
            Instant fire = Instant.now().plusSeconds(margin);
            try (SmcProcess.Running running = start(ONE_FIRE.format(fire))) {
                if (!ready(running)) {
                    // This machine is slow today: the one fire was over before the scheduler had begun.
                    continue;
                }
                running.signal("STOP");
                while (Instant.now().isBefore(fire.plusSeconds(3))) {
                    Thread.sleep(50);
                }
                assertThat(jobs()).isEmpty();
                running.signal("CONT");
                await().atMost(Duration.ofSeconds(60)).until(() -> report(1).size() == 1);
                running.signal("TERM").ended().exits(130);
            }
        }
        assertThat(jobs()).containsExactly("shop-web-01");
        assertThat(report(1)).hasSize(1);
    }

    private boolean ready(SmcProcess.Running running) {
        await().atMost(Duration.ofSeconds(60))
                .until(() -> running.err().contains("routes are running")
                        || running.err().contains("error: "));
        if (running.err().contains("will never fire")) {
            return false;
        }
        assertThat(running.err()).contains("routes are running");
        return true;
    }
}
