package io.camelsmc.component;

import static org.assertj.core.api.Assertions.assertThat;

import io.camelsmc.client.Acknowledged;
import io.camelsmc.client.ModifyReplicationJobAttributeRequest;
import io.camelsmc.client.SmcConflictException;
import io.camelsmc.client.SmcOutcomeUnknownException;
import io.camelsmc.client.SmcRejectedException;
import io.camelsmc.emulator.EmulatedJob;
import io.camelsmc.emulator.EmulatedStatus;
import io.camelsmc.emulator.Fault;
import io.camelsmc.emulator.FaultEffect;
import io.camelsmc.emulator.JournalEntry;
import io.camelsmc.spec.InvalidSpecException;
import io.camelsmc.spec.ReplicationJobSpec;
import io.camelsmc.spec.SpecField;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ModifyTest {

    private static final String URI = "smc:modifyReplicationJobAttribute";

    private Bench bench;
    private String jobId;

    @BeforeEach
    void start() throws Exception {
        bench = Bench.start();
        bench.component().getConfiguration().setRegion("cn-beijing");
        jobId = bench.emulator
                .createJob(Map.of(
                        "RegionId",
                        Bench.REGION,
                        "SourceId",
                        Bench.sourceId(1),
                        "Name",
                        "web-1",
                        "SystemDiskSize",
                        "40"))
                .jobId();
    }

    @AfterEach
    void stop() {
        bench.close();
    }

    static Stream<Object> bodies() {
        return Stream.of(
                Map.of("name", "web-2", "systemDiskSize", 50),
                Map.of("Name", "web-2", "SystemDiskSize", "50"),
                "{\"name\": \"web-2\", \"systemDiskSize\": 50}",
                "name: web-2\nsystemDiskSize: 50\n",
                ReplicationJobSpec.builder()
                        .name("web-2")
                        .set(SpecField.SYSTEM_DISK_SIZE, 50)
                        .build());
    }

    @ParameterizedTest
    @MethodSource("bodies")
    void changesWhatTheMessageNames(Object body) {
        Exchange done = modify(body);

        assertThat(done.getException()).isNull();
        assertThat(done.getMessage().getHeader(SmcConstants.JOB_ID)).isEqualTo(jobId);
        assertThat(done.getMessage().getBody())
                .isEqualTo(new Acknowledged(done.getMessage().getHeader(SmcConstants.REQUEST_ID, String.class)));
        assertThat(job().name()).isEqualTo("web-2");
        assertThat(job().parameters()).containsEntry("SystemDiskSize", "50");
        JournalEntry call = bench.emulator
                .journal()
                .entries("ModifyReplicationJobAttribute")
                .get(0);
        assertThat(call.parameters()).doesNotContainKeys("RegionId", "ClientToken", "SourceId");
    }

    @Test
    void requestNamesItsOwnJob() {
        Exchange done = bench.send(
                URI,
                new ModifyReplicationJobAttributeRequest(
                        jobId, ReplicationJobSpec.builder().name("web-2").build()));

        assertThat(done.getException()).isNull();
        assertThat(job().name()).isEqualTo("web-2");
    }

    @Test
    void jobMustBeNamed() {
        Exchange done = bench.send(URI, Map.of("name", "web-2"));

        assertThat(done.getException()).isInstanceOf(InvalidSpecException.class).hasMessageContaining("CamelSmcJobId");
        assertThat(bench.emulator.journal().total()).isZero();
    }

    @Test
    void whatCannotBeChangedIsRefusedWithoutACall() {
        Exchange done = modify(Map.of("name", "web-2", "runOnce", false));

        assertThat(done.getException()).isInstanceOf(SmcRejectedException.class).hasMessageContaining("runOnce");
        assertThat(done.getMessage().getHeader(SmcConstants.ERROR_CLASS)).isEqualTo("rejected");
        assertThat(bench.emulator.journal().total()).isZero();
    }

    @Test
    void statusThatForbidsTheChangeIsAConflict() {
        bench.emulator.putJob(jobId, EmulatedStatus.RUNNING);

        Exchange done = modify(Map.of("systemDiskSize", 50));

        assertThat(done.getException()).isInstanceOf(SmcConflictException.class);
        assertThat(done.getMessage().getHeader(SmcConstants.ERROR_CODE)).isEqualTo("ReplicationJob.InvalidStatus");
        assertThat(done.getMessage().getHeader(SmcConstants.JOB_ID)).isEqualTo(jobId);
    }

    @Test
    void lostAnswerIsReportedAndTheSameCallAgainIsHarmless() {
        bench.emulator.faults().next("ModifyReplicationJobAttribute", FaultEffect.of(Fault.ACCEPT_THEN_DROP));

        Exchange lost = modify(Map.of("name", "web-2"));
        Exchange again = modify(Map.of("name", "web-2"));

        assertThat(lost.getException()).isInstanceOf(SmcOutcomeUnknownException.class);
        assertThat(lost.getMessage().getHeader(SmcConstants.RETRYABLE)).isEqualTo(true);
        assertThat(again.getException()).isNull();
        assertThat(job().name()).isEqualTo("web-2");
    }

    private Exchange modify(Object body) {
        return bench.send(URI, body, Map.of("CamelSmcJobId", jobId, "CamelSmcRegion", "cn-beijing"));
    }

    private EmulatedJob job() {
        return bench.emulator.jobs().get(0);
    }
}
