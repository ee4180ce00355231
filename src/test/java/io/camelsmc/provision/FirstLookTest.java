package io.camelsmc.provision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.camelsmc.client.ErrorEntry;
import io.camelsmc.client.ErrorTable;
import io.camelsmc.client.SmcAccessException;
import io.camelsmc.client.SmcException;
import io.camelsmc.client.SmcFailure;
import io.camelsmc.client.SmcUnavailableException;
import io.camelsmc.job.Outcome;
import io.camelsmc.provision.pace.Pace;
import io.camelsmc.provision.pace.PaceOptions;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Single rows at the same time: who asks, who shares, and what one suffers that another does not. */
class FirstLookTest {

    private static final Duration ENOUGH = Duration.ofSeconds(60);

    private final CountDownLatch released = new CountDownLatch(1);
    private Path folder;
    private Bench bench;
    private GatedClient client;
    private Provisioner provisioner;

    @BeforeEach
    void start(@TempDir Path temporary) {
        folder = temporary;
        bench = Bench.on(folder.resolve("state"));
        client = new GatedClient(bench.client);
        client.holdFirstUntil(released);
        provisioner = Bench.provisioner(client, bench.journal, Bench.OPTIONS, bench.time);
    }

    @AfterEach
    void stop() {
        released.countDown();
        bench.close();
    }

    /** A row on a thread of its own. */
    private record Row(Thread thread, FutureTask<Outcome> end) {

        static Row begun(Callable<Outcome> work) {
            FutureTask<Outcome> end = new FutureTask<>(work);
            Thread thread = new Thread(end, "row");
            thread.start();
            return new Row(thread, end);
        }

        Outcome outcome() throws Exception {
            return end.get();
        }

        Throwable failure() {
            try {
                throw new AssertionError("ended as " + end.get());
            } catch (ExecutionException e) {
                return Objects.requireNonNull(e.getCause());
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        }

        void awaitWaiting() {
            await().atMost(ENOUGH).until(() -> thread.getState() == Thread.State.TIMED_WAITING);
        }
    }

    private Row begin(String source) {
        return Row.begun(() -> provisioner.provision(Bench.spec(source)).outcome());
    }

    /** A row whose question is under way. */
    private Row beginFirst() {
        Row first = begin("s-0");
        await().atMost(ENOUGH).until(() -> client.asked.size() == 1);
        return first;
    }

    private List<Row> beginWaiting(int rows) {
        List<Row> waiting = new ArrayList<>();
        IntStream.rangeClosed(1, rows).forEach(i -> waiting.add(begin("s-" + i)));
        waiting.forEach(Row::awaitWaiting);
        return waiting;
    }

    @Test
    void lonelyRowAsksForItsOwnSourceAtOnce() throws Exception {
        released.countDown();

        Outcome outcome = provisioner.provision(Bench.spec("s-1")).outcome();

        assertThat(outcome).isEqualTo(Outcome.CREATED);
        assertThat(client.asked).containsExactly(List.of("s-1"));
        assertThat(bench.time.sleeps).isEmpty();
    }

    @Test
    void rowsThatComeDuringAQuestionShareTheNextOne() throws Exception {
        Row first = beginFirst();
        List<Row> others = beginWaiting(7);

        released.countDown();

        assertThat(first.outcome()).isEqualTo(Outcome.CREATED);
        for (Row row : others) {
            assertThat(row.outcome()).isEqualTo(Outcome.CREATED);
        }
        assertThat(client.asked).hasSize(2);
        assertThat(client.asked.get(1)).containsExactlyInAnyOrder("s-1", "s-2", "s-3", "s-4", "s-5", "s-6", "s-7");
        assertThat(bench.jobs()).hasSize(8);
    }

    @Test
    void noQuestionHasMoreThanFiftySources() throws Exception {
        Row first = beginFirst();
        List<Row> others = beginWaiting(60);

        released.countDown();

        first.outcome();
        for (Row row : others) {
            assertThat(row.outcome()).isEqualTo(Outcome.CREATED);
        }
        assertThat(client.asked.stream().map(List::size)).containsExactly(1, 50, 10);
    }

    @Test
    void eachRowOfASharedQuestionFindsItsOwnJobOrWhoStandsInItsWay() throws Exception {
        Row first = beginFirst();
        List<Row> others = beginWaiting(3);
        Bench lost = bench.withState(folder.resolve("lost"));
        assertThat(lost.provision(Bench.spec("s-1"))).isEqualTo("created");
        lost.endProcess();
        bench.emulator.createJob(Map.of("RegionId", "cn-hangzhou", "SourceId", "s-2", "Name", "by-hand"));

        released.countDown();

        first.outcome();
        assertThat(others.get(0).outcome()).isEqualTo(Outcome.ADOPTED);
        assertThat(others.get(1).failure()).hasMessageContaining("by-hand");
        assertThat(others.get(2).outcome()).isEqualTo(Outcome.CREATED);
        assertThat(client.asked).hasSize(2);
    }

    @Test
    void failureOfAQuestionIsTheTypedFailureOfEveryRowThatSharedIt() throws Exception {
        Row first = beginFirst();
        List<Row> others = beginWaiting(4);
        client.gate = failing("InternalError", 500);

        released.countDown();

        assertThat(first.outcome()).isEqualTo(Outcome.CREATED);
        assertThat(others).allSatisfy(row -> assertThat(row.failure())
                .isInstanceOfSatisfying(
                        SmcException.class, e -> assertThat(e.code()).isEqualTo("InternalError")));
        assertThat(others.stream().map(Row::failure)).doesNotHaveDuplicates();
        assertThat(client.asked).as("the question was tried three times").hasSize(4);
        assertThat(bench.creates()).hasSize(1);
    }

    @Test
    void refusalOfTheWholeAccountTurnsTheOtherRowsAway() throws Exception {
        Row first = beginFirst();
        List<Row> others = beginWaiting(4);
        client.gate = failing("InvalidAccessKeyId.Inactive", 403);

        released.countDown();

        first.outcome();
        List<Throwable> failures = others.stream().map(Row::failure).toList();
        assertThat(failures).allSatisfy(failure -> assertThat(failure).isInstanceOf(SmcAccessException.class));
        assertThat(failures)
                .filteredOn(failure -> String.valueOf(failure.getMessage()).contains("refused before"))
                .hasSize(3);
        assertThat(client.asked).hasSize(2);
    }

    @Test
    void throttledQuestionIsAskedAgainForAll() throws Exception {
        Row first = beginFirst();
        List<Row> others = beginWaiting(4);
        GatedClient.Gate throttled = failing("Throttling.User", 400);
        client.gate = sources -> {
            if (client.asked.size() == 2) {
                throttled.pass(sources);
            }
        };

        released.countDown();

        first.outcome();
        for (Row row : others) {
            assertThat(row.outcome()).isEqualTo(Outcome.CREATED);
        }
        assertThat(client.asked).hasSize(3);
        assertThat(client.asked.get(2)).hasSize(4);
    }

    @Test
    void interruptedRowLeavesTheOthersTheirQuestion() throws Exception {
        Row first = beginFirst();
        List<Row> others = beginWaiting(3);

        others.get(0).thread().interrupt();
        assertThat(others.get(0).failure()).isInstanceOf(InterruptedException.class);
        released.countDown();

        first.outcome();
        assertThat(others.get(1).outcome()).isEqualTo(Outcome.CREATED);
        assertThat(others.get(2).outcome()).isEqualTo(Outcome.CREATED);
        assertThat(client.asked.get(1)).containsExactlyInAnyOrder("s-2", "s-3");
        assertThat(bench.provision(Bench.spec("s-1"))).as("its source is free").isEqualTo("created");
    }

    @Test
    void whenTheRowThatAsksIsInterruptedTheOthersAskAgain() throws Exception {
        Row first = beginFirst();
        List<Row> others = beginWaiting(3);
        CountDownLatch never = new CountDownLatch(1);
        client.gate = sources -> {
            if (client.asked.size() == 2) {
                never.await();
            }
        };
        released.countDown();
        first.outcome();
        await().atMost(ENOUGH).until(() -> client.asked.size() == 2);
        List<Row> asking = others.stream()
                .filter(row -> row.thread().getState() == Thread.State.WAITING)
                .toList();

        assertThat(asking).hasSize(1);
        asking.get(0).thread().interrupt();

        assertThat(asking.get(0).failure()).isInstanceOfAny(InterruptedException.class, SmcException.class);
        for (Row row : others) {
            if (!asking.contains(row)) {
                assertThat(row.outcome()).isEqualTo(Outcome.CREATED);
            }
        }
        assertThat(client.asked).hasSize(3);
        assertThat(bench.creates()).hasSize(3);
    }

    @Test
    void timeOfARowHoldsWhileItWaitsForTheQuestionOfAnother() throws Exception {
        provisioner = new Provisioner(
                client,
                bench.journal,
                (spec, now) -> List.of(),
                Bench.OPTIONS.withTotalTime(Duration.ofMillis(200)),
                new Pace(PaceOptions.standard(), System::nanoTime, bench.time),
                bench.time,
                bench.time,
                () -> 0,
                System::nanoTime);
        Row first = beginFirst();

        Row late = begin("s-1");

        assertThat(late.failure())
                .isInstanceOfSatisfying(SmcUnavailableException.class, e -> {
                    assertThat(e.code()).isEqualTo("Question.Unanswered");
                    assertThat(e.retryable()).isTrue();
                })
                .hasMessageContaining("s-1");
        assertThat(bench.creates()).isEmpty();
        assertThat(first.end().isDone()).isFalse();
    }

    @Test
    void sameRowTwiceAtOnceIsMadeOnce() throws Exception {
        Row first = beginFirst();
        Row again = begin("s-0");

        released.countDown();

        assertThat(List.of(first.outcome(), again.outcome())).containsExactly(Outcome.CREATED, Outcome.UNCHANGED);
        assertThat(bench.jobs()).hasSize(1);
    }

    private static GatedClient.Gate failing(String code, int status) {
        return sources -> {
            throw failure(code, status);
        };
    }

    /** What the client makes of such an answer to a listing. */
    static SmcException failure(String code, int status) {
        ErrorEntry entry = ErrorTable.standard().lookup(code, status);
        return entry.errorClass()
                .exception(
                        SmcFailure.of("DescribeReplicationJobs", code, SmcFailure.Executed.NO)
                                .message("refused")
                                .httpStatus(status)
                                .requestId("r-1")
                                .accountWide(entry.accountWide())
                                .build(),
                        null);
    }
}
