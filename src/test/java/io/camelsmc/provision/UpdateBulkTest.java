package io.camelsmc.provision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.camelsmc.emulator.EmulatedJob;
import io.camelsmc.emulator.Quirk;
import io.camelsmc.spec.ReplicationJobSpec;
import io.camelsmc.state.Intent;
import io.camelsmc.state.JobRecord;
import io.camelsmc.state.JournalException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Jobs are changed in the run that makes others, and only those whose change is approved. */
class UpdateBulkTest {

    private static final String MODIFY = "ModifyReplicationJobAttribute";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path state;

    @Test
    void changesApprovedRowsAndLeavesTheOthersAsTheyWere() throws Exception {
        try (Bench bench = Bench.on(state)) {
            List<ReplicationJobSpec> made = made(bench, 0, 65);
            List<ReplicationJobSpec> rows = new ArrayList<>();
            made.subList(0, 63).forEach(spec -> rows.add(Bench.edited(spec)));
            rows.addAll(made.subList(63, 65));
            rows.add(Bench.spec("s-100"));
            rows.add(Bench.edited(Bench.spec("s-101")));
            Set<ReplicationJobSpec> approved = Set.copyOf(rows.subList(0, 60));
            bench.emulator.journal().clear();
            BulkTest.Ends ends = new BulkTest.Ends();

            bench.provisioner.provisionAll(rows, approved::contains, 8, ends);

            assertThat(ends.calls).hasValue(rows.size());
            assertThat(rows.subList(0, 60))
                    .allSatisfy(row -> assertThat(end(ends, row)).isEqualTo("updated"));
            assertThat(rows.subList(60, 63))
                    .allSatisfy(row -> assertThat(end(ends, row)).isEqualTo("conflict"));
            assertThat(rows.subList(63, 65))
                    .allSatisfy(row -> assertThat(end(ends, row)).isEqualTo("unchanged"));
            assertThat(rows.subList(65, 67))
                    .allSatisfy(row -> assertThat(end(ends, row)).isEqualTo("created"));
            assertThat(calls(bench)).isEqualTo(60);
            assertThat(bench.reads())
                    .as("one for the jobs of each fifty rows, one for the new rows")
                    .hasSize(3);
            assertThat(bench.jobs())
                    .filteredOn(job -> "120".equals(job.parameters().get("SystemDiskSize")))
                    .extracting(EmulatedJob::sourceId)
                    .hasSize(61)
                    .contains("s-101")
                    .doesNotContain("s-60", "s-61", "s-62");
        }
    }

    @Test
    void secondRunAsksNothing() throws Exception {
        try (Bench bench = Bench.on(state)) {
            List<ReplicationJobSpec> rows =
                    made(bench, 0, 5).stream().map(Bench::edited).toList();
            bench.provisioner.provisionAll(rows, row -> true, 8, new BulkTest.Ends());
            long calls = bench.emulator.journal().total();
            BulkTest.Ends ends = new BulkTest.Ends();

            bench.provisioner.provisionAll(rows, 8, ends);

            assertThat(ends.all()).hasSize(5).containsOnly("unchanged");
            assertThat(bench.emulator.journal().total()).isEqualTo(calls);
        }
    }

    @Test
    void approvalMakesNoJob() throws Exception {
        try (Bench bench = Bench.on(state)) {
            BulkTest.Ends ends = new BulkTest.Ends();

            bench.provisioner.provisionAll(List.of(Bench.spec("s-1")), row -> true, 8, ends);

            assertThat(ends.all()).containsExactly("conflict");
            assertThat(bench.jobs()).isEmpty();
        }
    }

    @Test
    void refusalOfTheAccountStopsTheRun() throws Exception {
        try (Bench bench = Bench.on(state)) {
            List<ReplicationJobSpec> rows =
                    made(bench, 0, 60).stream().map(Bench::edited).toList();
            bench.emulator.settings().on(Quirk.PERMISSION_DENIED);
            bench.emulator.journal().clear();
            BulkTest.Ends ends = new BulkTest.Ends();

            bench.provisioner.provisionAll(rows, row -> true, 8, ends);

            assertThat(ends.all()).hasSize(60).containsOnly("pending");
            assertThat(bench.emulator.journal().entries()).hasSize(1);
        }
    }

    @Test
    void journalThatFailsStopsTheRunAndTheNextOneRepeatsNoCall() throws Exception {
        try (Bench bench = Bench.on(state)) {
            List<ReplicationJobSpec> rows =
                    made(bench, 0, 30).stream().map(Bench::edited).toList();
            AtomicInteger amended = new AtomicInteger();
            Provisioner unlucky = Bench.provisioner(
                    bench.client,
                    new JournalDecorator(bench.journal) {
                        @Override
                        public JobRecord amend(Intent changed, @Nullable String requestId) {
                            if (amended.incrementAndGet() > 10) {
                                throw new JournalException("disk full");
                            }
                            return super.amend(changed, requestId);
                        }
                    },
                    Bench.OPTIONS,
                    bench.time);
            BulkTest.Ends first = new BulkTest.Ends();
            BulkTest.Ends second = new BulkTest.Ends();

            assertThatThrownBy(() -> unlucky.provisionAll(rows, row -> true, 4, first))
                    .hasMessageContaining("disk full");
            bench.provisioner.provisionAll(rows, row -> true, 4, second);

            assertThat(first.all()).hasSize(30).containsOnly("updated", "pending");
            assertThat(second.all()).hasSize(30).containsOnly("updated", "unchanged");
            assertThat(calls(bench)).isEqualTo(30);
        }
    }

    private static List<ReplicationJobSpec> made(Bench bench, int from, int to) throws Exception {
        List<ReplicationJobSpec> specs =
                IntStream.range(from, to).mapToObj(i -> Bench.spec("s-" + i)).toList();
        BulkTest.Ends ends = new BulkTest.Ends();
        bench.provisioner.provisionAll(specs, 8, ends);
        assertThat(ends.all()).hasSize(to - from).containsOnly("created");
        return specs;
    }

    private static String end(BulkTest.Ends ends, ReplicationJobSpec row) {
        return String.valueOf(ends.bySource.get(row.sourceId()));
    }

    private static int calls(Bench bench) {
        return bench.emulator.journal().entries(MODIFY).size();
    }
}
