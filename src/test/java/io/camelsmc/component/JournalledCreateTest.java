package io.camelsmc.component;

import static org.assertj.core.api.Assertions.assertThat;

import io.camelsmc.client.SmcConflictException;
import io.camelsmc.emulator.Fault;
import io.camelsmc.spec.SpecField;
import io.camelsmc.state.JobState;
import io.camelsmc.state.Journals;
import io.camelsmc.state.StateView;
import java.nio.file.Path;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalledCreateTest {

    @TempDir
    private Path state;

    private Bench bench;

    @BeforeEach
    void start() throws Exception {
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
        bench.emulator
                .faults()
                .add(io.camelsmc.emulator.FaultRule.on("DescribeReplicationJobs")
                        .nth(2)
                        .then(Fault.RESET_BEFORE));

        Exchange doubtful = bench.create(Bench.json(1));
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
}
