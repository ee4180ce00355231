package io.camelsmc.provision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.camelsmc.client.CallInterceptor;
import io.camelsmc.client.CreateReplicationJobRequest;
import io.camelsmc.client.SmcCall;
import io.camelsmc.client.SmcClient;
import io.camelsmc.client.SmcClients;
import io.camelsmc.client.SmcException;
import io.camelsmc.spec.ReplicationJobSpec;
import io.camelsmc.state.JobState;
import io.camelsmc.state.JournalException;
import io.camelsmc.state.JournalOptions;
import io.camelsmc.state.TroubledDisk;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Cases S1 and S2 on the real database: the disk is full, or fsync fails, before the intent or before the success. */
class DiskTroubleTest {

    private static final ReplicationJobSpec SPEC = Bench.spec("s-1");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path temporary;

    @Test
    void sendsNothingWhenTheDiskIsFullBeforeTheIntent() {
        try (Bench bench = Bench.on(temporary.resolve("other"))) {
            TroubledDisk disk = disk(bench);
            disk.fillUp();

            assertThatThrownBy(() -> provisioner(bench, bench.client, disk).provision(SPEC))
                    .isInstanceOf(JournalException.class);

            assertThat(bench.creates()).isEmpty();
            assertRerunMakesOneJob(bench, disk, "created");
        }
    }

    @Test
    void sendsNothingWhenTheIntentIsNotFlushed() {
        try (Bench bench = Bench.on(temporary.resolve("other"))) {
            TroubledDisk disk = disk(bench);
            disk.failSync();

            assertThatThrownBy(() -> provisioner(bench, bench.client, disk).provision(SPEC))
                    .isInstanceOf(JournalException.class);
            assertThatThrownBy(() -> provisioner(bench, bench.client, disk).provision(Bench.spec("s-2")))
                    .isInstanceOf(JournalException.class);

            assertThat(bench.creates()).isEmpty();
            assertRerunMakesOneJob(bench, disk, "created");
        }
    }

    @Test
    void keepsTheSuccessInTheEmergencyFileWhenTheDiskFillsUpDuringTheCall() throws Exception {
        try (Bench bench = Bench.on(temporary.resolve("other"))) {
            TroubledDisk disk = disk(bench);

            assertThatThrownBy(() -> provisioner(bench, afterCreate(bench.client, disk::fillUp), disk)
                            .provision(SPEC))
                    .isInstanceOf(JournalException.class);

            assertSuccessIsNoted(bench);
            assertRerunMakesOneJob(bench, disk, "adopted");
        }
    }

    @Test
    void keepsTheSuccessInTheEmergencyFileWhenItIsNotFlushed() throws Exception {
        try (Bench bench = Bench.on(temporary.resolve("other"))) {
            TroubledDisk disk = disk(bench);

            assertThatThrownBy(() -> provisioner(bench, afterCreate(bench.client, disk::failSync), disk)
                            .provision(SPEC))
                    .isInstanceOf(JournalException.class);

            assertSuccessIsNoted(bench);
            assertRerunMakesOneJob(bench, disk, "adopted");
        }
    }

    /** Of a wave only the calls that were made while the outcome of the first was being written can still arrive. */
    @Test
    void stopsTheWholeRunAtTheFirstFlushThatFails() throws Exception {
        try (Bench bench = Bench.on(temporary.resolve("other"))) {
            TroubledDisk disk = disk(bench);
            List<ReplicationJobSpec> wave =
                    IntStream.range(0, 60).mapToObj(i -> Bench.spec("s-w" + i)).toList();
            Ends ends = new Ends();

            assertThatThrownBy(() -> provisioner(bench, afterCreate(bench.client, disk::failSync), disk)
                            .provisionAll(wave, 2, ends))
                    .isInstanceOf(JournalException.class);

            // At most sixteen times the two in flight: nothing is sent once the failure of the flush is known.
            assertThat(bench.creates()).hasSizeBetween(1, 32);
            assertThat(ends.pending).hasSize(60);
            assertThat(ends.others).isEmpty();
            disk.journal().close();
            try (Bench rerun = bench.withState(temporary.resolve("state"))) {
                wave.forEach(spec -> assertThat(rerun.provision(spec)).isIn("created", "adopted"));
                wave.forEach(rerun::assertOneAtMost);
                assertThat(rerun.jobs()).hasSize(60);
            }
        }
    }

    private TroubledDisk disk(Bench bench) {
        return TroubledDisk.at(
                temporary.resolve("state"), JournalOptions.defaults().withClock(bench.time));
    }

    private static Provisioner provisioner(Bench bench, SmcClient client, TroubledDisk disk) {
        return Bench.provisioner(client, disk.journal(), Bench.OPTIONS, bench.time);
    }

    private void assertSuccessIsNoted(Bench bench) throws Exception {
        assertThat(bench.jobs()).hasSize(1);
        assertThat(Files.readString(temporary.resolve("state").resolve(EmergencyRecord.FILE)))
                .contains(bench.jobs().get(0).jobId(), "s-1");
    }

    private void assertRerunMakesOneJob(Bench bench, TroubledDisk disk, String end) {
        disk.journal().close();
        try (Bench rerun = bench.withState(temporary.resolve("state"))) {
            assertThat(rerun.provision(SPEC)).isEqualTo(end);
            assertThat(rerun.state(SPEC)).isIn(JobState.CREATED, JobState.ADOPTED);
            assertThat(rerun.jobs()).hasSize(1);
            rerun.assertOneAtMost(SPEC);
        }
    }

    /** Something happens to the disk between the commit of the service and our own. */
    private static SmcClient afterCreate(SmcClient client, Runnable event) {
        return SmcClients.intercepted(client, new CallInterceptor() {
            @Override
            public <R> R intercept(SmcCall<R> call, Next next) throws SmcException {
                R answer = next.call(call);
                if (call instanceof CreateReplicationJobRequest) {
                    event.run();
                }
                return answer;
            }
        });
    }

    private static final class Ends implements ProvisionListener {
        private final List<ReplicationJobSpec> pending = Collections.synchronizedList(new ArrayList<>());
        private final List<String> others = Collections.synchronizedList(new ArrayList<>());

        @Override
        public void succeeded(ReplicationJobSpec spec, ProvisionResult result) {
            others.add(result.outcome().label());
        }

        @Override
        public void failed(ReplicationJobSpec spec, Exception failure) {
            others.add(failure.toString());
        }

        @Override
        public void pending(ReplicationJobSpec spec, Exception cause) {
            pending.add(spec);
        }
    }
}
