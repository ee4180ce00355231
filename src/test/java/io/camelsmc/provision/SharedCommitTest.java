package io.camelsmc.provision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.camelsmc.job.Outcome;
import io.camelsmc.state.Journal;
import io.camelsmc.state.JournalOptions;
import io.camelsmc.state.Journals;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Single rows in flight at the same time share the commits of the journal, whose serial counts them. */
class SharedCommitTest {

    private static final int ROWS = 8;
    private static final Duration ENOUGH = Duration.ofSeconds(60);

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path state;

    /** Holds up whoever reads it, which a commit does once it is under way. */
    private static final class HeldClock extends Clock {
        private final Clock clock;
        private final AtomicReference<@Nullable CountDownLatch> held = new AtomicReference<>();

        private HeldClock(Clock clock) {
            this.clock = clock;
        }

        private CountDownLatch holdNext() {
            CountDownLatch latch = new CountDownLatch(1);
            held.set(latch);
            return latch;
        }

        @Override
        public Instant instant() {
            CountDownLatch latch = held.getAndSet(null);
            if (latch != null) {
                try {
                    latch.await();
                } catch (InterruptedException e) {
                    throw new AssertionError(e);
                }
            }
            return clock.instant();
        }

        @Override
        public ZoneId getZone() {
            return clock.getZone();
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException();
        }
    }

    @Test
    void rowsThatComeDuringACommitShareTheNextOne() throws Exception {
        TestTime time = TestTime.fromNow();
        HeldClock clock = new HeldClock(time);
        try (Journal journal = Journals.open(
                        state.toString(), JournalOptions.defaults().withClock(clock));
                var emulator = Bench.emulator(time, it -> it);
                var service = Bench.client(emulator, time, Duration.ofSeconds(30))) {
            GatedClient client = new GatedClient(service);
            Provisioner provisioner = Bench.provisioner(client, journal, Bench.OPTIONS, time);
            for (int i = 0; i < 5; i++) {
                provisioner.provision(Bench.spec("s-warm" + i));
            }
            List<Long> serials = new ArrayList<>();
            List<CountDownLatch> commits = new ArrayList<>();
            serials.add(journal.info().serial());
            commits.add(clock.holdNext());
            CyclicBarrier allIntended = new CyclicBarrier(ROWS, () -> {
                serials.add(journal.info().serial());
                commits.add(clock.holdNext());
            });
            client.beforeCreate = () -> together(allIntended);
            List<FutureTask<Outcome>> rows = new ArrayList<>();
            List<Thread> threads = new ArrayList<>();
            for (int i = 0; i < ROWS; i++) {
                String source = "s-" + i;
                FutureTask<Outcome> row = new FutureTask<>(
                        () -> provisioner.provision(Bench.spec(source)).outcome());
                rows.add(row);
                threads.add(new Thread(row, "row"));
            }

            threads.forEach(Thread::start);
            awaitAllWaiting(threads);
            commits.get(0).countDown();
            await().atMost(ENOUGH).until(() -> commits.size() == 2);
            awaitAllWaiting(threads);
            commits.get(1).countDown();

            for (FutureTask<Outcome> row : rows) {
                assertThat(row.get()).isEqualTo(Outcome.CREATED);
            }
            serials.add(journal.info().serial());
            assertThat(serials.get(1) - serials.get(0))
                    .as("commits of eight intents")
                    .isEqualTo(2);
            assertThat(serials.get(2) - serials.get(1))
                    .as("commits of eight outcomes")
                    .isEqualTo(2);
        }
    }

    private static void awaitAllWaiting(List<Thread> threads) {
        await().atMost(ENOUGH)
                .until(() -> threads.stream().allMatch(thread -> thread.getState() == Thread.State.WAITING));
    }

    private static void together(CyclicBarrier barrier) {
        try {
            barrier.await();
        } catch (InterruptedException | BrokenBarrierException e) {
            throw new AssertionError(e);
        }
    }
}
