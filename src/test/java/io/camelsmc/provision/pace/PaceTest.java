package io.camelsmc.provision.pace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.camelsmc.client.DescribeReplicationJobsRequest;
import io.camelsmc.client.ErrorClass;
import io.camelsmc.client.SmcClient;
import io.camelsmc.client.SmcClients;
import io.camelsmc.client.SmcException;
import io.camelsmc.client.SmcFailure;
import io.camelsmc.client.SmcUnavailableException;
import io.camelsmc.emulator.Fault;
import io.camelsmc.emulator.FaultRule;
import io.camelsmc.provision.Bench;
import io.camelsmc.provision.SilentClient;
import io.camelsmc.provision.TestTime;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PaceTest {

    private final TestTime time = new TestTime(Instant.parse("2026-01-15T08:30:00Z"));

    @Test
    void spacesCallsEvenlyBelowTheBound() throws Exception {
        Pace pace = pace(PaceOptions.standard().withRate(4));

        for (int i = 0; i < 9; i++) {
            pace.call(() -> "done");
        }

        assertThat(time.nanos()).isEqualTo(Duration.ofSeconds(2).toNanos());
    }

    @Test
    void keepsNoMoreCallsInFlightThanAllowed() throws Exception {
        Pace pace = pace(PaceOptions.standard().withParallelism(3));
        AtomicInteger flying = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        CountDownLatch full = new CountDownLatch(3);
        ExecutorService threads = Executors.newFixedThreadPool(12);
        try {
            java.util.List<Future<String>> calls = new java.util.ArrayList<>();
            for (int i = 0; i < 24; i++) {
                calls.add(threads.submit(() -> pace.call(() -> {
                    most.accumulateAndGet(flying.incrementAndGet(), Math::max);
                    full.countDown();
                    await(full);
                    flying.decrementAndGet();
                    return "done";
                })));
            }
            for (Future<String> call : calls) {
                assertThat(call.get()).isEqualTo("done");
            }
        } finally {
            threads.shutdownNow();
        }

        assertThat(most).hasValue(3);
    }

    @Test
    void paysForRetriesByTheirKindAndEarnsBySuccesses() throws Exception {
        Pace pace = pace(PaceOptions.standard());

        assertThat(pace.mayRetry(failure(ErrorClass.THROTTLED))).isTrue();
        assertThat(pace.retryBudget()).isEqualTo(495);
        assertThat(pace.mayRetry(failure(ErrorClass.UNAVAILABLE))).isTrue();
        assertThat(pace.mayRetry(failure(ErrorClass.OUTCOME_UNKNOWN))).isTrue();
        assertThat(pace.retryBudget()).isEqualTo(467);
        pace.call(() -> "done");
        assertThat(pace.retryBudget()).isEqualTo(468);
    }

    @Test
    void retriesFewerThanAFifthOfTheFirstTriesWhenHalfOfThemFail() throws Exception {
        Pace pace = pace(PaceOptions.standard());
        Random random = new Random(1);
        int retries = 0;
        for (int row = 0; row < 1000; row++) {
            for (int tries = 1; tries <= 3; tries++) {
                if (random.nextBoolean()) {
                    pace.call(() -> "done");
                    break;
                }
                if (tries == 3 || !pace.mayRetry(failure(ErrorClass.UNAVAILABLE))) {
                    break;
                }
                retries++;
            }
        }

        assertThat(retries).isBetween(35, 199);
    }

    @Test
    void suspendsCreatesWhenTheBudgetIsSpentAndProbesWithAReadOnly(@TempDir Path state) {
        try (Bench bench = Bench.on(state)) {
            bench.faults().add(FaultRule.onAnyAction().then(Fault.RESET_BEFORE));
            for (int i = 0; i < 40; i++) {
                bench.provision(Bench.spec("s-" + i));
            }
            long before = bench.emulator.journal().total();
            int creates = bench.creates().size();

            for (int i = 0; i < 100; i++) {
                assertThat(bench.provision(Bench.spec("s-8" + i))).isEqualTo("unavailable");
            }
            bench.time.pass(Duration.ofMinutes(2));
            assertThat(bench.provision(Bench.spec("s-7"))).isEqualTo("unavailable");

            assertThat(bench.creates()).hasSize(creates);
            assertThat(bench.emulator.journal().total() - before).isLessThanOrEqualTo(2);

            bench.faults().clear();
            bench.time.pass(Duration.ofMinutes(2));
            for (int i = 0; i < 10; i++) {
                assertThat(bench.provision(Bench.spec("s-9" + i))).isEqualTo("created");
            }
        }
    }

    @Test
    void lowersTheRateWhenThrottledAndTellsIt() {
        Pace pace = pace(PaceOptions.standard());
        assertThat(pace.ratePerSecond()).isInfinite();

        assertThatThrownBy(() -> pace.call(() -> {
                    throw failure(ErrorClass.THROTTLED);
                }))
                .isInstanceOf(SmcException.class);

        assertThat(pace.ratePerSecond()).isEqualTo(AdaptiveRate.FLOOR);
    }

    @Test
    void leavesAWaitingCallerUnsentWhenInterrupted() throws Exception {
        Pace real = Pace.of(PaceOptions.standard().withRate(0.001));
        real.call(() -> "the first goes at once");
        AtomicInteger sent = new AtomicInteger();
        SmcClient client = SmcClients.intercepted(new SilentClient(sent), real);
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> client.call(DescribeReplicationJobsRequest.all()))
                .isInstanceOf(SmcUnavailableException.class);

        assertThat(Thread.interrupted()).isTrue();
        assertThat(sent).hasValue(0);
    }

    private Pace pace(PaceOptions options) {
        return new Pace(options, time::nanos, time);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    static SmcException failure(ErrorClass errorClass) {
        return errorClass.exception(
                SmcFailure.of("CreateReplicationJob", "Code", errorClass.executed())
                        .build(),
                null);
    }
}
