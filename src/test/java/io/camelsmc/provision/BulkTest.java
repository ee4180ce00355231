package io.camelsmc.provision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.camelsmc.client.SmcException;
import io.camelsmc.diag.Diagnostic;
import io.camelsmc.emulator.Fault;
import io.camelsmc.emulator.FaultEffect;
import io.camelsmc.emulator.FaultRule;
import io.camelsmc.emulator.Quirk;
import io.camelsmc.provision.pace.Backoff;
import io.camelsmc.provision.pace.ProvisionOptions;
import io.camelsmc.spec.ReplicationJobSpec;
import io.camelsmc.spec.SpecField;
import io.camelsmc.state.Intent;
import io.camelsmc.state.IntentResult;
import io.camelsmc.state.JobRecord;
import io.camelsmc.state.JobState;
import io.camelsmc.state.Journal;
import io.camelsmc.state.JournalException;
import io.camelsmc.state.Settlement;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Many rows at once end as they would one by one, with fewer questions and commits. */
class BulkTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path state;

    /** How each row ended. */
    static class Ends implements ProvisionListener {
        final Map<String, String> bySource = Collections.synchronizedMap(new TreeMap<>());
        final List<Exception> causes = Collections.synchronizedList(new ArrayList<>());
        final AtomicInteger calls = new AtomicInteger();

        @Override
        public void succeeded(ReplicationJobSpec spec, ProvisionResult result) {
            add(spec, result.outcome().label());
        }

        @Override
        public void failed(ReplicationJobSpec spec, Exception failure) {
            add(spec, failure instanceof SmcException e ? e.errorClass().id() : "invalid");
        }

        @Override
        public void pending(ReplicationJobSpec spec, Exception cause) {
            causes.add(cause);
            add(spec, "pending");
        }

        private void add(ReplicationJobSpec spec, String end) {
            calls.incrementAndGet();
            bySource.merge(String.valueOf(spec.sourceId()), end, (one, two) -> one + " " + two);
        }

        Collection<String> all() {
            return List.copyOf(bySource.values());
        }
    }

    @Test
    void makesAWaveWithOneQuestionAndOneCommitOfIntentsForFiftyRows() throws Exception {
        try (Bench bench = Bench.on(state)) {
            AtomicInteger intents = new AtomicInteger();
            Provisioner counted = Bench.provisioner(
                    bench.client,
                    new JournalDecorator(bench.journal) {
                        @Override
                        public List<IntentResult> intend(List<Intent> batch) {
                            intents.incrementAndGet();
                            return super.intend(batch);
                        }
                    },
                    Bench.OPTIONS,
                    bench.time);
            Ends ends = new Ends();

            counted.provisionAll(wave(120), 8, ends);

            assertThat(ends.all()).hasSize(120).containsOnly("created");
            assertThat(bench.jobs()).hasSize(120);
            assertThat(bench.creates()).hasSize(120);
            assertThat(bench.reads()).hasSize(3);
            assertThat(intents).hasValue(3);
            assertThat(bench.journal.list()).hasSize(120).allMatch(record -> record.state() == JobState.CREATED);

            Ends again = new Ends();
            counted.provisionAll(wave(120), 8, again);
            assertThat(again.all()).hasSize(120).containsOnly("unchanged");
            assertThat(bench.emulator.journal().total()).isEqualTo(123);
        }
    }

    @Test
    void makesOneJobForEachRowWhileHalfOfTheAnswersAreLost() throws Exception {
        try (Bench bench = Bench.on(
                state, builder -> builder.quirks(java.util.Set.of(Quirk.IGNORE_CLIENT_TOKENS)), Bench.OPTIONS)) {
            bench.faults()
                    .add(FaultRule.on("CreateReplicationJob")
                            .probability(0.3, 1)
                            .then(Fault.ACCEPT_THEN_DROP))
                    .add(FaultRule.on("CreateReplicationJob")
                            .probability(0.3, 2)
                            .then(Fault.DROP_BEFORE));

            for (int pass = 0; pass < 6; pass++) {
                bench.provisioner.provisionAll(wave(100), 8, new Ends());
                bench.time.pass(Duration.ofMinutes(2));
            }
            bench.faults().clear();
            Ends ends = new Ends();
            bench.provisioner.provisionAll(wave(100), 8, ends);

            assertThat(ends.all()).hasSize(100).isSubsetOf("created", "adopted", "unchanged");
            assertThat(bench.jobs()).hasSize(100);
            wave(100).forEach(bench::assertOneAtMost);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void resolvesTheDoubtOfAWholeWaveBeforeItSendsAnything(boolean readFirst) throws Exception {
        try (Bench bench = Bench.on(state)) {
            for (int i = 0; i < 20; i++) {
                EditsAndGenerationsTest.leaveInDoubt(
                        bench, Bench.spec("s-" + i), i % 2 == 0 ? Fault.ACCEPT_THEN_DROP : Fault.DROP_BEFORE);
            }
            int creates = bench.creates().size();
            int reads = bench.reads().size();
            ProvisionOptions options = new ProvisionOptions(
                    3, Backoff.standard(), Duration.ofSeconds(3), readFirst, Duration.ofSeconds(60));
            Ends ends = new Ends();

            Bench.provisioner(bench.client, bench.journal, options, bench.time).provisionAll(wave(20), 4, ends);

            assertThat(ends.all()).containsOnly("created", "adopted").hasSize(20);
            assertThat(bench.creates()).hasSize(creates + 10);
            assertThat(bench.jobs()).hasSize(20);
            assertThat(bench.reads().size() - reads).isBetween(readFirst ? 11 : 20, readFirst ? 21 : 40);
            wave(20).forEach(bench::assertOneAtMost);
        }
    }

    @Test
    void tellsEveryKindOfEndOnce() throws Exception {
        try (Bench bench = Bench.on(state)) {
            SpecCheck check = (spec, now) ->
                    "s-3".equals(spec.sourceId()) ? List.of(Diagnostic.error("Rule", "does not fit")) : List.of();
            bench.provision(Bench.spec("s-1"));
            EditsAndGenerationsTest.leaveInDoubt(bench, Bench.spec("s-2"), Fault.ACCEPT_THEN_DROP);
            bench.emulator.createJob(Map.of("RegionId", "cn-hangzhou", "SourceId", "s-4", "Name", "by-hand"));
            bench.emulator.createJob(io.camelsmc.spec.CanonicalParameters.of(
                    Bench.spec("s-5").toBuilder().name("five").build()));
            bench.faults()
                    .add(FaultRule.on("CreateReplicationJob")
                            .sourceId("s-6")
                            .then(FaultEffect.error(400, "InvalidParameter", "no")));
            List<ReplicationJobSpec> wave = new ArrayList<>(wave(8));
            wave.set(1, Bench.edited(Bench.spec("s-1")));
            wave.set(5, wave.get(5).toBuilder().name("five").build());
            wave.add(Bench.spec("s-7"));
            wave.add(Bench.spec("s-9").toBuilder()
                    .set(SpecField.CLIENT_TOKEN, "two words")
                    .build());
            Provisioner checked =
                    new Provisioner(bench.client, bench.journal, check, Bench.OPTIONS, bench.time, bench.time, () -> 0);
            Ends ends = new Ends();

            checked.provisionAll(wave, 4, ends);

            assertThat(ends.bySource)
                    .containsEntry("s-0", "created")
                    .containsEntry("s-1", "conflict")
                    .containsEntry("s-2", "adopted")
                    .containsEntry("s-3", "invalid")
                    .containsEntry("s-4", "conflict")
                    .containsEntry("s-5", "adopted")
                    .containsEntry("s-6", "rejected")
                    .containsEntry("s-7", "created unchanged")
                    .containsEntry("s-9", "invalid");
            assertThat(ends.calls).hasValue(wave.size());
        }
    }

    @Test
    void leavesTheRestPendingWhenTheQuotaIsUsedUp() throws Exception {
        try (Bench bench = Bench.on(state, builder -> builder.jobQuota(39), Bench.OPTIONS)) {
            Ends ends = new Ends();

            bench.provisioner.provisionAll(wave(100), 4, ends);

            assertThat(ends.calls).hasValue(100);
            assertThat(ends.all().stream().filter("created"::equals)).hasSize(39);
            assertThat(ends.all()).containsOnly("created", "pending");
            assertThat(ends.causes).hasSize(61).containsOnly(ends.causes.get(0));
            assertThat(ends.causes.get(0)).isInstanceOf(io.camelsmc.client.SmcQuotaException.class);
            assertThat(bench.creates().size()).as("no more than was in flight").isLessThanOrEqualTo(39 + 4);
            assertThat(bench.journal.list())
                    .allMatch(record -> record.state() == JobState.CREATED || record.state() == JobState.NOT_SENT);
        }
    }

    @Test
    void sendsNothingWhenTheIntentsCannotBeWritten() {
        try (Bench bench = Bench.on(state)) {
            Provisioner full = Bench.provisioner(
                    bench.client,
                    new JournalDecorator(bench.journal) {
                        @Override
                        public List<IntentResult> intend(List<Intent> batch) {
                            throw new JournalException("disk full");
                        }
                    },
                    Bench.OPTIONS,
                    bench.time);
            Ends ends = new Ends();

            assertThatThrownBy(() -> full.provisionAll(wave(70), 4, ends)).isInstanceOf(JournalException.class);

            assertThat(ends.all()).hasSize(70).containsOnly("pending");
            assertThat(bench.creates()).isEmpty();
        }
    }

    @Test
    void tellsNobodyOfAJobBeforeItsRecordIsWritten() throws Exception {
        try (Bench bench = Bench.on(state)) {
            List<String> early = Collections.synchronizedList(new ArrayList<>());
            Ends ends = new Ends() {
                @Override
                public void succeeded(ReplicationJobSpec spec, ProvisionResult result) {
                    if (!bench.journal.find(result.key()).orElseThrow().state().jobExists()) {
                        early.add(String.valueOf(spec.sourceId()));
                    }
                    super.succeeded(spec, result);
                }
            };

            bench.provisioner.provisionAll(wave(120), 8, ends);

            assertThat(early).isEmpty();
            assertThat(ends.all()).hasSize(120).containsOnly("created");
        }
    }

    @Test
    void stopsWhenASuccessCannotBeRecordedAndAdoptsItNextTime() throws Exception {
        try (Bench bench = Bench.on(state)) {
            AtomicInteger settled = new AtomicInteger();
            Journal fills = new JournalDecorator(bench.journal) {
                @Override
                public List<JobRecord> settle(List<Settlement> settlements) {
                    if (settled.addAndGet(settlements.size()) > 10) {
                        throw new JournalException("disk full");
                    }
                    return super.settle(settlements);
                }
            };
            Provisioner stops = Bench.provisioner(bench.client, fills, Bench.OPTIONS, bench.time);
            Ends ends = new Ends();

            assertThatThrownBy(() -> stops.provisionAll(wave(50), 2, ends)).isInstanceOf(JournalException.class);

            assertThat(ends.calls).hasValue(50);
            // Ten are recorded, and sixteen times the two in flight may be made and wait for it.
            assertThat(bench.creates().size()).isBetween(11, 42);

            Ends rerun = new Ends();
            bench.provisioner.provisionAll(wave(50), 8, rerun);
            assertThat(rerun.all()).hasSize(50).isSubsetOf("created", "adopted", "unchanged");
            assertThat(bench.jobs()).hasSize(50);
        }
    }

    @Test
    void settlesEveryRowWhenInterrupted() throws Exception {
        try (Bench bench = Bench.on(state)) {
            CountDownLatch sent = new CountDownLatch(5);
            Journal watched = new JournalDecorator(bench.journal) {
                @Override
                public List<JobRecord> settle(List<Settlement> settlements) {
                    sent.countDown();
                    return super.settle(settlements);
                }
            };
            Provisioner watchedRun = Bench.provisioner(bench.client, watched, Bench.OPTIONS, bench.time);
            Ends ends = new Ends();
            ExecutorService threads = Executors.newSingleThreadExecutor();
            try {
                Future<?> running = threads.submit(() -> {
                    watchedRun.provisionAll(wave(300), 2, ends);
                    return null;
                });
                sent.await();
                threads.shutdownNow();
                assertThatThrownBy(running::get).hasCauseInstanceOf(InterruptedException.class);
            } finally {
                threads.shutdownNow();
            }

            assertThat(ends.calls).hasValue(300);
            assertThat(ends.all()).contains("pending", "created").doesNotContain("unavailable");
            Ends rerun = new Ends();
            bench.provisioner.provisionAll(wave(300), 8, rerun);
            assertThat(rerun.all()).hasSize(300).isSubsetOf("created", "adopted", "unchanged");
            assertThat(bench.jobs()).hasSize(300);
        }
    }

    @Test
    void makesOneJobForEachRowWhenTwoRunsShareAJournal() throws Exception {
        try (Bench bench = Bench.on(state)) {
            Provisioner other = Bench.provisioner(bench.client, bench.journal, Bench.OPTIONS, bench.time);
            List<ReplicationJobSpec> backwards = new ArrayList<>(wave(150));
            Collections.reverse(backwards);
            Ends one = new Ends();
            Ends two = new Ends();
            ExecutorService threads = Executors.newFixedThreadPool(2);
            try {
                Future<?> first = threads.submit(() -> {
                    bench.provisioner.provisionAll(wave(150), 4, one);
                    return null;
                });
                Future<?> second = threads.submit(() -> {
                    other.provisionAll(backwards, 4, two);
                    return null;
                });
                first.get();
                second.get();
            } finally {
                threads.shutdownNow();
            }

            assertThat(one.all()).hasSize(150).isSubsetOf("created", "unchanged");
            assertThat(two.all()).hasSize(150).isSubsetOf("created", "unchanged");
            assertThat(bench.creates()).hasSize(150);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"expired token", "wrong clock"})
    void goesOnWhenTheClientHasCorrectedWhatTheFirstReadOfABatchWasRefusedFor(String cause) throws Exception {
        try (Bench bench = Bench.on(state)) {
            if (cause.equals("wrong clock")) {
                bench.emulator.settings().clockSkew(Duration.ofMinutes(40));
            } else {
                bench.faults().next("DescribeReplicationJobs", FaultEffect.of(Fault.SECURITY_TOKEN_EXPIRED));
            }
            Ends ends = new Ends();

            bench.provisioner.provisionAll(wave(20), 4, ends);

            assertThat(ends.all()).hasSize(20).containsOnly("created");
            assertThat(bench.reads()).hasSize(2);
        }
    }

    private static List<ReplicationJobSpec> wave(int rows) {
        return IntStream.range(0, rows).mapToObj(i -> Bench.spec("s-" + i)).toList();
    }
}
