package io.camelsmc.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import io.camelsmc.emulator.EmulatedJob;
import io.camelsmc.emulator.EmulatorOptions;
import io.camelsmc.emulator.Fault;
import io.camelsmc.emulator.FaultEffect;
import io.camelsmc.emulator.FaultRule;
import io.camelsmc.emulator.SmcEmulator;
import io.camelsmc.state.JobRecord;
import io.camelsmc.state.Journals;
import io.camelsmc.state.StateView;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/** Works through waves with processes that are killed at random, and looks at service and journal after each wave. */
final class Killing {

    private final int rows;
    private final Random random;
    private final Path directory;
    int kills;
    int waves;
    int doubts;
    int jobs;

    Killing(int rows, long seed, Path directory) {
        this.rows = rows;
        this.random = new Random(seed);
        this.directory = directory;
    }

    /** One wave: processes are killed until one lives to the end with nothing open. Stops killing after enough. */
    void wave(int mostKills) throws Exception {
        waves++;
        String prefix = "w" + waves + "x";
        Path state = directory.resolve("state-" + waves);
        EmulatorOptions options = EmulatorOptions.builder().jobQuota(10 * rows).build();
        try (SmcEmulator service = SmcEmulator.start(options)) {
            service.faults()
                    .add(on().probability(0.03, random.nextLong()).then(Fault.ACCEPT_THEN_DROP))
                    .add(on().probability(0.03, random.nextLong()).then(Fault.DROP_BEFORE))
                    .add(on().probability(0.02, random.nextLong()).then(Fault.ERROR_500_AFTER))
                    .add(on().then(FaultEffect.of(Fault.DELAY_ANSWER).lasting(Duration.ofMillis(4))));
            boolean finished = false;
            for (int starts = 0; !finished; starts++) {
                assertThat(starts).as("processes for one wave").isLessThan(rows + 20);
                finished = process(service, state, prefix, kills < mostKills);
                doubts += inDoubt(state);
            }
            verify(service, state);
        }
    }

    /** One wave whose processes are killed as soon as the service has seen some calls; every life must bring it forward. */
    void waveInShortLives(int callsPerLife) throws Exception {
        waves++;
        Path state = directory.resolve("state-" + waves);
        String prefix = "w" + waves + "x";
        try (SmcEmulator service = SmcEmulator.start()) {
            service.faults().add(on().then(FaultEffect.of(Fault.DELAY_ANSWER).lasting(Duration.ofMillis(20))));
            int settled = 0;
            while (settled < rows) {
                try (WaveChild child = WaveChild.start(service, state.toString(), prefix, rows)) {
                    child.awaitCalls(service, callsPerLife);
                    kills += child.killedAfter(0) ? 1 : 0;
                }
                int now = settled(state);
                assertThat(now).as("rows settled after kill %d", kills).isGreaterThan(settled);
                settled = now;
            }
            verify(service, state);
        }
    }

    private static int settled(Path state) {
        try (StateView view = Journals.openReadOnly(state.toString())) {
            return (int) view.list().stream()
                    .filter(record -> record.state().jobExists())
                    .count();
        }
    }

    private static io.camelsmc.emulator.FaultMatch on() {
        return FaultRule.on("CreateReplicationJob");
    }

    /** Runs one process; true if it lived and left nothing open. */
    private boolean process(SmcEmulator service, Path state, String prefix, boolean mortal) throws Exception {
        try (WaveChild child = WaveChild.start(service, state.toString(), prefix, rows)) {
            if (mortal) {
                awaitSomeMoment(service, child);
                if (child.killedAfter(random.nextInt(15))) {
                    kills++;
                    return false;
                }
            }
            return child.open() == 0;
        }
    }

    /** One in four dies while it starts, reads and writes intents; the others in the middle of their calls. */
    private void awaitSomeMoment(SmcEmulator service, WaveChild child) throws InterruptedException {
        if (random.nextInt(4) == 0) {
            Thread.sleep(random.nextInt(400));
        } else {
            child.awaitCalls(service, 1 + random.nextInt(60));
        }
    }

    private static int inDoubt(Path state) {
        try (StateView view = Journals.openReadOnly(state.toString())) {
            return (int) view.list().stream()
                    .filter(record -> record.state().inDoubt())
                    .count();
        }
    }

    private void verify(SmcEmulator service, Path state) {
        List<EmulatedJob> made = service.jobs();
        assertThat(made).as("jobs of wave %d", waves).hasSize(rows);
        assertThat(made).extracting(EmulatedJob::sourceId).doesNotHaveDuplicates();
        try (StateView view = Journals.openReadOnly(state.toString())) {
            assertThat(view.list()).hasSize(rows).allMatch(record -> record.state()
                    .jobExists());
            assertThat(view.list().stream()
                            .map(JobRecord::jobId)
                            .sorted(Comparator.nullsFirst(Comparator.naturalOrder()))
                            .toList())
                    .isEqualTo(made.stream().map(EmulatedJob::jobId).sorted().toList());
        }
        jobs += made.size();
    }

    /** The figures of several together. */
    static Killing sum(List<Killing> parts) {
        Killing sum = new Killing(0, 0, Path.of(""));
        for (Killing part : parts) {
            sum.kills += part.kills;
            sum.waves += part.waves;
            sum.jobs += part.jobs;
            sum.doubts += part.doubts;
        }
        return sum;
    }

    @Override
    public String toString() {
        return kills + " kills, " + waves + " waves, " + jobs + " jobs, " + doubts
                + " intents found in doubt after a kill, 0 lost, 0 duplicate";
    }
}
