package io.camelsmc.provision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.camelsmc.client.SmcOutcomeUnknownException;
import io.camelsmc.emulator.Fault;
import io.camelsmc.emulator.FaultEffect;
import io.camelsmc.provision.pace.Sleeper;
import io.camelsmc.spec.ReplicationJobSpec;
import io.camelsmc.state.Intent;
import io.camelsmc.state.IntentResult;
import io.camelsmc.state.JobRecord;
import io.camelsmc.state.JobState;
import io.camelsmc.state.JournalException;
import io.camelsmc.state.RefusalException;
import io.camelsmc.state.Settlement;
import io.camelsmc.state.TransientJournal;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Cases S1, S2, C4 to C7 and K3: storage that fails, others at work on the same row, and interruption. */
class JournalTroubleTest {

    private static final ReplicationJobSpec SPEC = Bench.spec("s-1");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path state;

    @Test
    void sendsNothingWhenTheIntentCannotBeWritten() {
        try (Bench bench = Bench.on(state)) {
            JournalDecorator full = new JournalDecorator(bench.journal) {
                @Override
                public List<IntentResult> intend(List<Intent> intents) {
                    throw new JournalException("disk full");
                }
            };

            assertThatThrownBy(() -> provisioner(bench, full).provision(SPEC)).isInstanceOf(JournalException.class);

            assertThat(bench.creates()).isEmpty();
        }
    }

    @Test
    void keepsASuccessThatCannotBeRecordedWhereAPersonFindsItAndAdoptsItLater() throws Exception {
        try (Bench bench = Bench.on(state)) {
            JournalDecorator full = new JournalDecorator(bench.journal) {
                @Override
                public List<JobRecord> settle(List<Settlement> settlements) {
                    throw new JournalException("disk full");
                }
            };
            ByteArrayOutputStream shown = new ByteArrayOutputStream();
            PrintStream before = System.err;
            System.setErr(new PrintStream(shown, true, StandardCharsets.UTF_8));
            try {
                assertThatThrownBy(() -> provisioner(bench, full).provision(SPEC))
                        .isInstanceOf(JournalException.class);
            } finally {
                System.setErr(before);
            }

            String jobId = bench.jobs().get(0).jobId();
            assertThat(shown.toString(StandardCharsets.UTF_8)).contains(jobId, "s-1");
            assertThat(Files.readString(state.resolve(EmergencyRecord.FILE))).contains(jobId, "s-1");
            assertThat(bench.state(SPEC)).isEqualTo(JobState.INTENT);
            assertThat(bench.provision(SPEC)).isEqualTo("adopted");
            bench.assertOneAtMost(SPEC);
        }
    }

    @Test
    void returnsTheJobWhenAnotherWorkerRecordedItMeanwhile() throws Exception {
        try (Bench bench = Bench.on(state)) {
            JournalDecorator overtaken = new JournalDecorator(bench.journal) {
                @Override
                public List<JobRecord> settle(List<Settlement> settlements) {
                    super.settle(settlements);
                    throw new RefusalException("somebody else changed it");
                }
            };

            assertThat(provisioner(bench, overtaken).provision(SPEC).jobId())
                    .isEqualTo(bench.jobs().get(0).jobId());
            bench.assertOneAtMost(SPEC);
        }
    }

    @Test
    void leavesTheRowToTheWorkerThatTookItOver() {
        try (Bench bench = Bench.on(state)) {
            JournalDecorator takenOver = new JournalDecorator(bench.journal) {
                @Override
                public List<JobRecord> settle(List<Settlement> settlements) {
                    throw new RefusalException("another worker is at work on it");
                }
            };
            Provisioner late = provisioner(bench, takenOver);

            assertThatThrownBy(() -> late.provision(SPEC))
                    .isInstanceOf(SmcOutcomeUnknownException.class)
                    .hasMessageContaining(bench.jobs().get(0).jobId());
            bench.faults().next(FaultEffect.error(400, "InvalidParameter", "no"));
            assertThatThrownBy(() -> late.provision(Bench.spec("s-2"))).isInstanceOf(SmcOutcomeUnknownException.class);

            assertThat(bench.provision(SPEC)).isEqualTo("adopted");
            bench.assertOneAtMost(SPEC);
        }
    }

    @Test
    void stopsWhenTheJournalHoldsAnotherJobForTheRow() {
        try (Bench bench = Bench.on(state)) {
            JournalDecorator foreign = new JournalDecorator(bench.journal) {
                @Override
                public List<JobRecord> settle(List<Settlement> settlements) {
                    Settlement asked = settlements.get(0);
                    super.settle(List.of(new Settlement(
                            asked.key(), asked.expectedVersion(), JobState.CREATED, "j-other", "r-1", null, null)));
                    throw new RefusalException("somebody else changed it");
                }
            };

            assertThatThrownBy(() -> provisioner(bench, foreign).provision(SPEC))
                    .isInstanceOf(JournalException.class)
                    .isNotInstanceOf(RefusalException.class)
                    .hasMessageContaining("j-other");
        }
    }

    @Test
    void givesUpTheSourceAndKeepsTheDoubtWhenInterrupted() throws Exception {
        try (Bench bench = Bench.on(state)) {
            bench.faults().next(FaultEffect.of(Fault.DROP_BEFORE));
            CountDownLatch waiting = new CountDownLatch(1);
            Sleeper forEver = duration -> {
                waiting.countDown();
                Thread.sleep(60_000);
            };
            Provisioner slow = new Provisioner(
                    bench.client, bench.journal, (s, now) -> List.of(), Bench.OPTIONS, bench.time, forEver, () -> 0);
            ExecutorService threads = Executors.newSingleThreadExecutor();
            try {
                Future<ProvisionResult> running = threads.submit(() -> slow.provision(SPEC));
                waiting.await();
                threads.shutdownNow();

                assertThatThrownBy(running::get).hasCauseInstanceOf(InterruptedException.class);
            } finally {
                threads.shutdownNow();
            }

            assertThat(bench.state(SPEC)).isEqualTo(JobState.INTENT);
            bench.assertRerunsEndWithOneJob(SPEC);
        }
    }

    @Test
    void makesOneJobWhenManyThreadsAskForTheSameRowAtOnce() throws Exception {
        try (Bench bench = Bench.on(state)) {
            bench.faults().next(FaultEffect.of(Fault.DELAY).lasting(Duration.ofMillis(100)));
            Provisioner other = provisioner(bench, bench.journal);

            List<String> ends = together(
                    4,
                    () -> bench.provisioner.provision(SPEC).outcome().label(),
                    () -> other.provision(SPEC).outcome().label());

            assertThat(ends).containsOnlyOnce("created").containsOnly("created", "unchanged");
            assertThat(bench.creates()).hasSize(1);
            bench.assertOneAtMost(SPEC);
        }
    }

    @Test
    void makesOneJobWhenTwoRunnersWithSeparateStatesAskForTheSameRow() throws Exception {
        try (Bench bench = Bench.on(state.resolve("one"))) {
            Bench other = bench.withState(state.resolve("two"));

            List<String> ends = together(1, () -> bench.provision(SPEC), () -> other.provision(SPEC));

            assertThat(ends).allMatch(end -> List.of("created", "adopted", "outcome-unknown")
                    .contains(end));
            assertThat(bench.jobs()).hasSize(1);
            bench.assertRerunsEndWithOneJob(SPEC);
            other.client.close();
            other.journal.close();
        }
    }

    @Test
    void remembersWithoutAJournalThatAnAnswerIsMissing() {
        try (Bench bench = Bench.on(state);
                TransientJournal memory = new TransientJournal(bench.time)) {
            Bench forgetful = bench.with(memory, Bench.OPTIONS);
            bench.faults().next(Fault.DROP_BEFORE).next(Fault.DROP_BEFORE).next(Fault.DROP_BEFORE);

            assertThat(forgetful.provision(SPEC)).isEqualTo("outcome-unknown");
            assertThat(forgetful.provision(Bench.edited(SPEC))).isEqualTo("outcome-unknown");
            assertThat(forgetful.provision(SPEC)).isEqualTo("created");
            assertThat(forgetful.provision(SPEC)).isEqualTo("adopted");
            assertThat(bench.jobs()).hasSize(1);
            forgetful.client.close();
        }
    }

    private static Provisioner provisioner(Bench bench, io.camelsmc.state.Journal journal) {
        return Bench.provisioner(bench.client, journal, Bench.OPTIONS, bench.time);
    }

    @SafeVarargs
    private static List<String> together(int times, Callable<String>... tasks) throws Exception {
        int count = times * tasks.length;
        CyclicBarrier start = new CyclicBarrier(count);
        ExecutorService threads = Executors.newFixedThreadPool(count);
        try {
            List<Future<String>> running = new java.util.ArrayList<>();
            for (int i = 0; i < count; i++) {
                Callable<String> task = tasks[i % tasks.length];
                running.add(threads.submit(() -> {
                    start.await();
                    return task.call();
                }));
            }
            List<String> ends = new java.util.ArrayList<>();
            for (Future<String> future : running) {
                ends.add(future.get());
            }
            return ends;
        } finally {
            threads.shutdownNow();
        }
    }
}
