package io.camelsmc.component;

import static org.assertj.core.api.Assertions.assertThat;

import io.camelsmc.client.SmcConflictException;
import io.camelsmc.emulator.Fault;
import io.camelsmc.emulator.FaultEffect;
import io.camelsmc.emulator.FaultRule;
import io.camelsmc.emulator.Quirk;
import io.camelsmc.spec.SpecField;
import io.camelsmc.state.JobState;
import io.camelsmc.state.Journal;
import io.camelsmc.state.JournalException;
import io.camelsmc.state.Journals;
import io.camelsmc.state.StateView;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalledCreateTest {

    private Path state;

    private Bench bench;

    @BeforeEach
    void start(@TempDir Path temporary) throws Exception {
        state = temporary;
        bench = Bench.unstarted();
        bench.component().getConfiguration().setStateUrl(state.toString());
        bench.camel.start();
    }

    @AfterEach
    void stop() {
        bench.close();
    }

    @Test
    void secondSendIsUnchangedWithoutACall() {
        Exchange first = bench.create(Bench.json(1));
        bench.emulator.journal().clear();
        Exchange second = bench.create(Bench.yaml(1));

        assertThat(first.getMessage().getHeader(SmcConstants.OUTCOME)).isEqualTo("created");
        assertThat(second.getMessage().getHeader(SmcConstants.OUTCOME)).isEqualTo("unchanged");
        assertThat(second.getMessage().getHeader(SmcConstants.JOB_ID))
                .isEqualTo(first.getMessage().getHeader(SmcConstants.JOB_ID));
        assertThat(second.getMessage().getHeader(SmcConstants.ATTEMPTS)).isEqualTo(0);
        assertThat(bench.emulator.journal().entries()).isEmpty();
    }

    @Test
    void changedRowIsAConflictWithoutACall() {
        bench.create(Bench.job(1).build());
        bench.emulator.journal().clear();

        Exchange changed =
                bench.create(Bench.job(1).set(SpecField.SYSTEM_DISK_SIZE, 50).build());

        assertThat(changed.getException())
                .isInstanceOf(SmcConflictException.class)
                .hasMessageContaining("50");
        assertThat(changed.getMessage().getHeader(SmcConstants.ERROR_CLASS)).isEqualTo("conflict");
        assertThat(bench.emulator.journal().entries()).isEmpty();
    }

    @Test
    void memoryOutlivesTheContext() throws Exception {
        SmcComponent component = bench.component();
        bench.create(Bench.json(1));
        bench.camel.stop();

        bench.camel.addComponent("smc", component);
        bench.camel.start();
        Exchange again = bench.create(Bench.json(1));

        assertThat(again.getMessage().getHeader(SmcConstants.OUTCOME)).isEqualTo("unchanged");
    }

    @Test
    void rowsStillInDoubtAreResolvedByTheNextSend() {
        bench.emulator.faults().next(Fault.ACCEPT_THEN_DROP);
        for (int question = 2; question < 12; question++) {
            bench.emulator
                    .faults()
                    .add(FaultRule.on("DescribeReplicationJobs").nth(question).then(Fault.RESET_BEFORE));
        }

        Exchange doubtful = bench.create(Bench.json(1));
        bench.emulator.faults().clear();
        Exchange later = bench.create(Bench.json(1));

        assertThat(doubtful.getMessage().getHeader(SmcConstants.ERROR_CLASS)).isEqualTo("outcome-unknown");
        assertThat(later.getMessage().getHeader(SmcConstants.OUTCOME)).isEqualTo("adopted");
        assertThat(bench.emulator.jobs()).hasSize(1);
    }

    @Test
    void intentIsRecordedUnderTheRowAndReadableByOthers() {
        bench.create(Bench.json(1));

        try (StateView view = Journals.openReadOnly(state.toString())) {
            assertThat(view.list()).singleElement().satisfies(record -> {
                assertThat(record.state()).isEqualTo(JobState.CREATED);
                assertThat(record.key().sourceId()).isEqualTo(Bench.sourceId(1));
            });
        }
    }

    @Test
    void oneRowFromManyThreadsIsSentOnce() throws Exception {
        bench.emulator
                .faults()
                .add(FaultRule.on("CreateReplicationJob")
                        .then(FaultEffect.of(Fault.DELAY).lasting(Duration.ofMillis(100))));

        List<Object> outcomes = atOnce("smc:createReplicationJob", "smc:createReplicationJob");

        assertThat(outcomes).containsOnly("created", "unchanged").containsOnlyOnce("created");
        assertThat(bench.creates()).isEqualTo(1);
    }

    @Test
    void oneRowThroughEndpointsOfOtherOptionsIsSentOnce() throws Exception {
        bench.emulator.settings().on(Quirk.IGNORE_CLIENT_TOKENS).on(Quirk.SEVERAL_JOBS_PER_SOURCE);
        bench.emulator
                .faults()
                .add(FaultRule.on("CreateReplicationJob")
                        .then(FaultEffect.of(Fault.DELAY).lasting(Duration.ofMillis(100))));

        List<Object> outcomes =
                atOnce("smc:createReplicationJob?maxAttempts=1", "smc:createReplicationJob?maxAttempts=2");

        assertThat(outcomes).containsOnly("created", "unchanged").containsOnlyOnce("created");
        assertThat(bench.emulator.jobs()).hasSize(1);
    }

    private List<Object> atOnce(String one, String other) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(8);
        try {
            List<Callable<Exchange>> sends = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                sends.add(() -> bench.send(one, Bench.json(1)));
                sends.add(() -> bench.send(other, Bench.json(1)));
            }
            List<Object> outcomes = new ArrayList<>();
            for (Future<Exchange> done : pool.invokeAll(sends)) {
                Exchange exchange = done.get();
                outcomes.add(
                        exchange.getException() != null
                                ? exchange.getException()
                                : exchange.getMessage().getHeader(SmcConstants.OUTCOME));
            }
            return outcomes;
        } finally {
            pool.shutdownNow();
        }
    }

    @Test
    void journalThatCannotBeUsedStopsTheRowBeforeItIsSent() throws Exception {
        Journal journal = Journals.open(state.resolve("other").toString());
        bench.camel.getRegistry().bind("broken", journal);
        bench.routes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:row").to("smc:createReplicationJob?journal=#broken");
            }
        });
        journal.close();

        Exchange done = bench.send("direct:row", Bench.json(2));

        assertThat(done.getException()).isInstanceOf(JournalException.class);
        assertThat(done.getMessage().getHeader(SmcConstants.ERROR_CLASS)).isEqualTo("journal");
        assertThat(done.getMessage().getHeader(SmcConstants.RETRYABLE)).isEqualTo(true);
        assertThat(bench.creates()).isZero();
    }
}
