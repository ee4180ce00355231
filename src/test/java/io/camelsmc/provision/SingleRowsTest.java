package io.camelsmc.provision;

import static org.assertj.core.api.Assertions.assertThat;

import io.camelsmc.emulator.EmulatedJob;
import io.camelsmc.emulator.EmulatedStatus;
import io.camelsmc.emulator.Fault;
import io.camelsmc.emulator.FaultEffect;
import io.camelsmc.emulator.FaultRule;
import io.camelsmc.emulator.JournalEntry;
import io.camelsmc.emulator.Quirk;
import io.camelsmc.job.Outcome;
import io.camelsmc.spec.CanonicalParameters;
import io.camelsmc.spec.ReplicationJobSpec;
import io.camelsmc.spec.SpecField;
import io.camelsmc.state.JobState;
import io.camelsmc.state.TransientJournal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Many single rows, as a queue or several routes bring them: what they cost, and that no saved question makes a second
 * job. Counted by the ledger of the service.
 */
class SingleRowsTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    private Bench bench() {
        return Bench.on(folder.resolve("state"));
    }

    private static List<ReplicationJobSpec> rows(String prefix, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> Bench.spec("s-" + prefix + i))
                .toList();
    }

    /** How the rows end, in their order, with so many in flight. */
    private static List<String> provision(Bench bench, int inFlight, List<ReplicationJobSpec> rows, Duration each)
            throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(inFlight);
        try {
            List<Future<String>> running = new ArrayList<>();
            for (ReplicationJobSpec row : rows) {
                running.add(threads.submit(() -> {
                    bench.time.pass(each);
                    return bench.provision(row);
                }));
            }
            List<String> ends = new ArrayList<>();
            for (Future<String> one : running) {
                ends.add(one.get());
            }
            return ends;
        } finally {
            threads.shutdownNow();
        }
    }

    private static List<String> provision(Bench bench, int inFlight, List<ReplicationJobSpec> rows) throws Exception {
        return provision(bench, inFlight, rows, Duration.ZERO);
    }

    /** The pages of the whole account that were read. */
    private static List<JournalEntry> pages(Bench bench) {
        return bench.reads().stream()
                .filter(entry -> entry.parameters().keySet().stream().noneMatch(name -> name.startsWith("SourceId")))
                .toList();
    }

    private static void assertOneJobEach(Bench bench, List<ReplicationJobSpec> rows) {
        Set<String> sources = new HashSet<>();
        rows.forEach(row -> sources.add(row.sourceId()));
        List<String> made = bench.jobs().stream()
                .map(EmulatedJob::sourceId)
                .filter(sources::contains)
                .toList();
        assertThat(made).hasSize(rows.size()).doesNotHaveDuplicates();
        Map<String, String> jobs = new HashMap<>();
        bench.jobs().forEach(job -> jobs.put(job.sourceId(), job.jobId()));
        assertThat(bench.journal.list())
                .filteredOn(record -> sources.contains(record.key().sourceId()))
                .hasSize(rows.size())
                .allMatch(record -> record.state().jobExists())
                .allMatch(record -> Objects.equals(jobs.get(record.key().sourceId()), record.jobId()));
    }

    /** Rows that are made at once, so that a census is due and holds. */
    private static void warmUp(Bench bench) {
        bench.emulator.journal().clear();
        rows("warm", 5).forEach(row -> assertThat(bench.provision(row)).isEqualTo("created"));
        assertThat(pages(bench)).hasSize(1);
        assertThat(bench.reads()).as("three rows asked, a census answered two").hasSize(4);
        bench.emulator.journal().clear();
    }

    private static String byHand(Bench bench, ReplicationJobSpec spec) {
        return bench.emulator
                .createJob(Map.of(
                        "RegionId",
                        "cn-hangzhou",
                        "SourceId",
                        String.valueOf(spec.sourceId()),
                        "Name",
                        "by-hand-" + spec.sourceId()))
                .jobId();
    }

    private String byALostJournal(Bench bench, ReplicationJobSpec spec) {
        Bench lost = bench.withState(folder.resolve("lost-" + spec.sourceId()));
        assertThat(lost.provision(spec)).isEqualTo("created");
        String job = String.valueOf(lost.record(spec).jobId());
        lost.endProcess();
        return job;
    }

    @ParameterizedTest(name = "{0} in flight")
    @ValueSource(ints = {1, 8, 32})
    void thousandNewRowsCostHardlyMoreThanTheirCreates(int inFlight) throws Exception {
        try (Bench bench = bench()) {
            List<ReplicationJobSpec> rows = rows("", 1000);

            assertThat(provision(bench, inFlight, rows)).containsOnly("created");

            assertThat(bench.creates()).hasSize(1000);
            assertThat(bench.emulator.journal().total()).isLessThanOrEqualTo(1060);
            assertOneJobEach(bench, rows);
        }
    }

    @Test
    void censusIsRenewedWhileRowsKeepComing() throws Exception {
        try (Bench bench = bench()) {
            List<ReplicationJobSpec> rows = rows("", 1000);

            assertThat(provision(bench, 8, rows, Duration.ofMillis(130))).containsOnly("created");

            assertThat(pages(bench))
                    .as("one page at first, and twice the pages that the account has by then")
                    .hasSizeBetween(1 + 8, 1 + 2 * 20);
            assertThat(bench.emulator.journal().total()).isLessThanOrEqualTo(1060);
            assertOneJobEach(bench, rows);
        }
    }

    @Test
    void fewRowsNeverCostThePagesOfALargeAccount() {
        try (Bench bench = bench()) {
            IntStream.range(0, 995).forEach(i -> byHand(bench, Bench.spec("s-foreign" + i)));

            rows("", 5).forEach(row -> assertThat(bench.provision(row)).isEqualTo("created"));

            assertThat(pages(bench))
                    .as("the first page says how many there are")
                    .hasSize(1);
            assertThat(bench.reads()).hasSize(6);
        }
    }

    @Test
    void loneRowsMinutesApartAskForThemselves() {
        try (Bench bench = bench()) {
            for (ReplicationJobSpec row : rows("", 6)) {
                assertThat(bench.provision(row)).isEqualTo("created");
                bench.time.pass(Duration.ofMinutes(1));
            }

            assertThat(pages(bench)).isEmpty();
            assertThat(bench.reads()).hasSize(6);
        }
    }

    @Test
    void everyJobOfALostJournalIsAdoptedAndNoneIsMade() throws Exception {
        List<ReplicationJobSpec> rows = rows("", 200);
        try (Bench bench = bench()) {
            provision(bench, 8, rows);
            bench.emulator.journal().clear();
            Bench rerun = bench.withState(folder.resolve("new"));

            assertThat(provision(rerun, 8, rows)).containsOnly("adopted");

            assertThat(rerun.creates()).isEmpty();
            assertOneJobEach(rerun, rows);
            rerun.endProcess();
        }
    }

    @Test
    void jobsOfALostJournalAreAdoptedAmongNewRowsThatACensusAnswers() throws Exception {
        List<ReplicationJobSpec> old = rows("old", 60);
        List<ReplicationJobSpec> added = rows("new", 240);
        List<ReplicationJobSpec> mixed = new ArrayList<>(added.subList(0, 60));
        for (int i = 0; i < 60; i++) {
            mixed.add(old.get(i));
            mixed.addAll(added.subList(60 + 3 * i, 63 + 3 * i));
        }
        try (Bench bench = bench()) {
            provision(bench, 8, old);
            bench.jobs().stream().limit(20).forEach(job -> bench.emulator.putJob(job.jobId(), EmulatedStatus.FINISHED));
            bench.emulator.journal().clear();
            Bench rerun = bench.withState(folder.resolve("new"));

            List<String> ends = provision(rerun, 8, mixed);

            assertThat(ends).containsOnly("adopted", "created");
            assertThat(ends).filteredOn("adopted"::equals).hasSize(60);
            assertThat(rerun.creates()).hasSize(240);
            assertThat(pages(rerun)).isNotEmpty();
            assertThat(rerun.jobs()).hasSize(300);
            assertOneJobEach(rerun, mixed);
            rerun.endProcess();
        }
    }

    @Test
    void foreignJobThatACensusShowsIsAskedForAndNamed() {
        try (Bench bench = bench()) {
            ReplicationJobSpec held = Bench.spec("s-held");
            String holder = byHand(bench, held);
            warmUp(bench);

            assertThat(bench.provision(held)).isEqualTo("conflict");

            assertThat(bench.creates()).isEmpty();
            assertThat(bench.reads()).hasSize(1);
            assertThat(bench.jobs())
                    .filteredOn(job -> "s-held".equals(job.sourceId()))
                    .extracting(EmulatedJob::jobId)
                    .containsExactly(holder);
        }
    }

    @Test
    void foreignJobThatCameAfterTheCensusIsNamedByItsRefusal() {
        try (Bench bench = bench()) {
            ReplicationJobSpec held = Bench.spec("s-held");
            warmUp(bench);
            String holder = byHand(bench, held);

            assertThat(bench.provision(held)).isEqualTo("conflict");

            assertThat(bench.state(held)).isEqualTo(JobState.CONFLICT);
            assertThat(bench.record(held).message()).contains(holder);
            assertThat(bench.jobs())
                    .filteredOn(job -> "s-held".equals(job.sourceId()))
                    .hasSize(1);
        }
    }

    @ParameterizedTest(name = "token ignored: {0}")
    @ValueSource(booleans = {false, true})
    void ownJobThatCameAfterTheCensusIsNotMadeTwice(boolean tokenIgnored) {
        try (Bench bench = bench()) {
            ReplicationJobSpec row = Bench.spec("s-late");
            warmUp(bench);
            String job = byALostJournal(bench, row);
            if (tokenIgnored) {
                bench.emulator.settings().on(Quirk.IGNORE_CLIENT_TOKENS);
            }

            assertThat(bench.provision(row)).isEqualTo(tokenIgnored ? "adopted" : "created");

            assertThat(bench.record(row).jobId()).isEqualTo(job);
            bench.assertOneAtMost(row);
        }
    }

    @Test
    void rowInDoubtIsNeverAnsweredByACensus() {
        try (Bench bench = bench()) {
            ReplicationJobSpec row = Bench.spec("s-doubt");
            warmUp(bench);
            bench.faults().next(Fault.ACCEPT_THEN_DROP);
            bench.faults().add(FaultRule.on("DescribeReplicationJobs").then(Fault.RESET_BEFORE));
            assertThat(bench.provision(row)).isEqualTo("outcome-unknown");
            bench.faults().clear();

            assertThat(bench.provision(row)).isEqualTo("adopted");

            assertThat(bench.creates()).hasSize(1);
            bench.assertOneAtMost(row);
        }
    }

    @Test
    void jobThatAListingShowsLateIsNotMadeTwiceThoughTheCensusMissedIt() {
        try (Bench bench =
                Bench.on(folder.resolve("state"), it -> it.readBackLag(Duration.ofSeconds(40)), Bench.OPTIONS)) {
            ReplicationJobSpec row = Bench.spec("s-late");
            String job = byALostJournal(bench, row);
            bench.time.pass(Duration.ofSeconds(35));
            warmUp(bench);
            bench.emulator.settings().on(Quirk.IGNORE_CLIENT_TOKENS);
            bench.time.pass(Duration.ofSeconds(30));

            assertThat(bench.provision(row)).isEqualTo("adopted");

            assertThat(bench.record(row).jobId()).isEqualTo(job);
            bench.assertOneAtMost(row);
        }
    }

    @Test
    void rowsOfOtherGenerationsOrWithARecordAlwaysAsk() {
        try (Bench bench = bench()) {
            ReplicationJobSpec first = Bench.spec("s-again");
            ReplicationJobSpec refused = Bench.spec("s-refused");
            assertThat(bench.provision(first)).isEqualTo("created");
            bench.emulator.putJob(bench.jobs().get(0).jobId(), EmulatedStatus.FINISHED);
            bench.faults().next(FaultEffect.error(400, "InvalidParameter", "no"));
            assertThat(bench.provision(refused)).isEqualTo("rejected");
            bench.emulator.journal().clear();
            rows("warm", 5).forEach(bench::provision);
            assertThat(pages(bench)).isNotEmpty();
            bench.emulator.journal().clear();

            assertThat(bench.provision(
                            first.toBuilder().set(SpecField.GENERATION, 1).build()))
                    .isEqualTo("created");
            assertThat(bench.provision(refused)).isEqualTo("created");

            assertThat(bench.reads()).hasSize(2);
            assertThat(pages(bench)).isEmpty();
        }
    }

    @Test
    void finishedJobOfALostJournalIsNotMadeAgain() {
        try (Bench bench = bench()) {
            ReplicationJobSpec row = Bench.spec("s-done");
            String job = byALostJournal(bench, row);
            bench.emulator.putJob(job, EmulatedStatus.FINISHED);
            warmUp(bench);

            assertThat(bench.provision(row)).isEqualTo("adopted");

            assertThat(bench.creates()).isEmpty();
            assertThat(bench.record(row).jobId()).isEqualTo(job);
        }
    }

    @Test
    void journalThatForgetsJobsLeavesEveryRowItsQuestion() {
        try (Bench bench = bench()) {
            List<ReplicationJobSpec> rows = rows("", 8);
            Provisioner forgetful =
                    Bench.provisioner(bench.client, new TransientJournal(bench.time), Bench.OPTIONS, bench.time);

            assertThat(rows)
                    .allSatisfy(row ->
                            assertThat(forgetful.provision(row).outcome()).isEqualTo(Outcome.CREATED));
            assertThat(rows)
                    .allSatisfy(row ->
                            assertThat(forgetful.provision(row).outcome()).isEqualTo(Outcome.ADOPTED));

            assertThat(pages(bench)).isEmpty();
            assertThat(bench.creates()).hasSize(8);
        }
    }

    @Test
    void serviceThatRepeatsItsFirstPageIsNotAskedForEver() throws Exception {
        try (Bench bench = bench()) {
            IntStream.range(0, 60).forEach(i -> byHand(bench, Bench.spec("s-foreign" + i)));
            GatedClient client = new GatedClient(bench.client);
            client.rewrite = request -> request.sourceIds().isEmpty() ? request.page(1) : request;
            Provisioner provisioner = Bench.provisioner(client, bench.journal, Bench.OPTIONS, bench.time);

            for (ReplicationJobSpec row : rows("", 6)) {
                assertThat(provisioner.provision(row).outcome()).isEqualTo(Outcome.CREATED);
            }

            assertThat(client.asked)
                    .filteredOn(List::isEmpty)
                    .as("one to see the size, two to see the repetition")
                    .hasSize(3);
            assertThat(client.asked).filteredOn(sources -> !sources.isEmpty()).hasSize(6);
        }
    }

    @Test
    void answerOfACensusIsBelievedForAMinute() {
        try (Bench bench = bench()) {
            warmUp(bench);
            bench.time.pass(Duration.ofSeconds(61));

            assertThat(bench.provision(Bench.spec("s-later"))).isEqualTo("created");

            assertThat(bench.reads()).hasSize(1);
            assertThat(pages(bench))
                    .as("one row is no reason to read the account again")
                    .isEmpty();
        }
    }

    @Test
    void pagesThatShiftedAreNotBelieved() throws Exception {
        try (Bench bench =
                Bench.on(folder.resolve("state"), it -> it.quirks(Set.of(Quirk.PAGE_SHIFT)), Bench.OPTIONS)) {
            List<ReplicationJobSpec> old = rows("old", 120);
            old.forEach(row -> bench.emulator.createJob(parameters(bench, row)));
            List<ReplicationJobSpec> all =
                    Stream.concat(rows("new", 30).stream(), old.stream()).toList();

            List<String> ends = provision(bench, 1, all);

            assertThat(pages(bench)).hasSizeGreaterThan(1);
            assertThat(ends.subList(0, 30)).containsOnly("created");
            assertThat(ends.subList(30, 150)).containsOnly("adopted");
            assertThat(bench.creates()).hasSize(30);
        }
    }

    private static Map<String, String> parameters(Bench bench, ReplicationJobSpec spec) {
        return CanonicalParameters.of(
                spec.toBuilder().name(bench.key(spec).derivedName()).build());
    }

    @Test
    void rowsAskAsEverWhenTheAccountCannotBeRead() throws Exception {
        try (Bench bench = bench()) {
            GatedClient reads = new GatedClient(bench.client);
            reads.gate = sources -> {
                if (sources.isEmpty()) {
                    throw FirstLookTest.failure("ServiceBusy", 400);
                }
            };
            Provisioner provisioner = Bench.provisioner(reads, bench.journal, Bench.OPTIONS, bench.time);

            for (ReplicationJobSpec row : rows("", 8)) {
                assertThat(provisioner.provision(row).outcome().label()).isEqualTo("created");
            }

            assertThat(reads.asked).filteredOn(List::isEmpty).isNotEmpty();
            assertThat(reads.asked).filteredOn(sources -> !sources.isEmpty()).hasSize(8);
        }
    }
}
